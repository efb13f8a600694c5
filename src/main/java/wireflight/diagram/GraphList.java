package wireflight.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Transport;
import wireflight.diagram.Graph.Ink;
import wireflight.diagram.Graph.Layer;
import wireflight.diagram.Graph.Mark;
import wireflight.diagram.Graph.Unit;
import wireflight.language.Texts;
import wireflight.trace.KernelSample;
import wireflight.trace.Trace;

/** Makes the graphs of a connection: of both directions as far as they carry data. */
final class GraphList {
  private static final int INTERVALS = 60;

  private final Subject subject;
  private final Texts texts;
  private final Connection connection;
  private final long start;
  private final long span;

  private GraphList(Subject subject, Connection connection, long start, long span) {
    this.subject = subject;
    this.texts = subject.timeline().language().texts(GraphList.class);
    this.connection = connection;
    this.start = start;
    this.span = span;
  }

  /** The TCP connection in focus, or else the one with the most data; null where there is none. */
  static @Nullable Connection chosen(Subject subject) {
    List<Connection> all =
        subject.focus() >= 0
            ? List.of(subject.analysis().connections().get(subject.focus()))
            : subject.timeline().connections();
    return all.stream()
        .filter(it -> it.transport() == Transport.TCP)
        .min(Comparator.comparingLong(it -> -it.clientBytes() - it.serverBytes()))
        .orElse(null);
  }

  /**
   * The graphs.
   *
   * @param start of the axis of time
   * @param span of it, nanoseconds, above 0
   */
  static List<Graph> of(Subject subject, Connection connection, long start, long span) {
    GraphList list = new GraphList(subject, connection, start, span);
    boolean first = connection.clientBytes() >= connection.serverBytes();
    List<Graph> graphs = new ArrayList<>(list.direction(first));
    graphs.addAll(list.direction(!first));
    graphs.removeIf(Graph::isEmpty);
    return graphs;
  }

  /**
   * The numbers of the direction with the most data that fit beside a ladder: congestion window,
   * bytes in flight, round trip, as far as they are known.
   */
  static List<Graph> narrow(Subject subject, Connection connection) {
    GraphList list = new GraphList(subject, connection, 0, 1);
    boolean client = connection.clientBytes() >= connection.serverBytes();
    String from = list.way(client);
    GraphData data = list.data(client);
    return Stream.of(
            list.congestion(data, from),
            list.inFlight(data, from, list.texts.get("gauges.window")),
            list.roundTrip(data, from, "srtt", "rtt"))
        .filter(graph -> !graph.isEmpty())
        .toList();
  }

  private String way(boolean client) {
    return texts.get(client ? "graphs.out" : "graphs.in");
  }

  private GraphData data(boolean client) {
    GraphData data = new GraphData(subject.analysis(), subject.rows(), connection, client);
    Trace trace = subject.analysis().trace();
    for (int row = 0; row < trace.size(); row++) {
      KernelSample sample = trace.event(row, KernelSample.class);
      if (sample != null) {
        data.sample(row, sample);
      }
    }
    return data;
  }

  private List<Graph> direction(boolean client) {
    if ((client ? connection.clientBytes() : connection.serverBytes()) == 0) {
      return List.of();
    }
    GraphData data = data(client);
    String from = way(client);
    return List.of(
        new Graph(
            texts.get("graphs.sequence", from),
            Unit.BYTES,
            210,
            List.of(
                new Layer(texts.get("graphs.edge"), Mark.LIMIT, Ink.WINDOW, data.edge),
                new Layer(
                    texts.get("graphs.acknowledged"),
                    Mark.STEPS,
                    Ink.ACKNOWLEDGMENT,
                    data.acknowledged),
                new Layer(texts.get("graphs.segment"), Mark.SEGMENT, Ink.DATA, data.segments),
                new Layer("SACK", Mark.SELECTIVE, Ink.SELECTIVE, data.selective),
                new Layer(texts.get("graphs.again"), Mark.AGAIN, Ink.ERROR, data.again))),
        inFlight(data, from, texts.get("graphs.window")),
        roundTrip(data, from, texts.get("graphs.smoothed"), texts.get("graphs.measured")),
        congestion(data, from),
        throughput(data, from));
  }

  private Graph inFlight(GraphData data, String from, String window) {
    return new Graph(
        texts.get("graphs.flight", from),
        Unit.BYTES,
        120,
        List.of(
            new Layer(window, Mark.LIMIT, Ink.WINDOW, data.window),
            new Layer(texts.get("graphs.inFlight"), Mark.STEPS, Ink.DATA, data.flight)));
  }

  private Graph roundTrip(GraphData data, String from, String smoothed, String measured) {
    return new Graph(
        texts.get("graphs.roundTrip", from),
        Unit.NANOSECONDS,
        110,
        List.of(
            new Layer(smoothed, Mark.STEPS, Ink.KERNEL, data.smoothed),
            new Layer(measured, Mark.DOTS, Ink.DATA, data.roundTrip)));
  }

  private Graph congestion(GraphData data, String from) {
    return new Graph(
        texts.get("graphs.congestion", from),
        Unit.SEGMENTS,
        110,
        List.of(
            new Layer("ssthresh", Mark.LIMIT, Ink.SELECTIVE, data.threshold),
            new Layer("cwnd", Mark.STEPS, Ink.KERNEL, data.congestion)));
  }

  /** How much data was sent in each of some equal intervals, as a rate. */
  private Graph throughput(GraphData data, String from) {
    long width = Math.max(1, span / INTERVALS);
    double[] sums = new double[INTERVALS + 1];
    int[] rows = new int[INTERVALS + 1];
    for (int i = 0; i < data.sent.upTo(Integer.MAX_VALUE); i++) {
      int at = Math.clamp((data.sent.time(i) - start) / width, 0, INTERVALS);
      sums[at] += data.sent.last(i);
      rows[at] = Math.max(rows[at], data.sent.row(i));
    }
    Series rate = new Series();
    int row = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      row = Math.max(row, rows[i]);
      if (sums[i] > 0) {
        rate.add(start + i * width, row, 0, sums[i] / width * 1e9);
      }
    }
    return new Graph(
        texts.get("graphs.throughput", from),
        Unit.BYTES_A_SECOND,
        110,
        List.of(new Layer(texts.get("graphs.sent"), Mark.COLUMNS, Ink.DATA, rate, width)));
  }
}
