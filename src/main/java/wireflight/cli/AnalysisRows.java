package wireflight.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Correction;
import wireflight.connection.Endpoint;
import wireflight.connection.FrameScan;
import wireflight.connection.TcpState;
import wireflight.connection.Verdict;
import wireflight.language.Language;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/** The rows of {@code analyze}: named and counted as tshark's fields are. */
final class AnalysisRows {
  static final List<String> COLUMNS =
      List.of(
          "frame",
          "time_relative",
          "protocol",
          "stream",
          "src",
          "srcport",
          "dst",
          "dstport",
          "flags",
          "seq",
          "ack",
          "seq_raw",
          "ack_raw",
          "len",
          "window",
          "analysis",
          "client_state",
          "server_state",
          "reason");

  private static final List<String> BETTER = List.of("better", "better_reason");

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private final RecordWriter out;
  private final boolean better;
  private final Scan scan = new Scan();
  private final EndsMemo ends = new EndsMemo();
  private final Map<TcpState, Map<TcpState, byte[]>> states = new EnumMap<>(TcpState.class);
  private final byte[][] letters = new byte[512][];

  /**
   * Rows to a writer.
   *
   * @param better whether they end with what a segment really is, and how that is known; for this
   *     the writer has two columns more, and all rows must be of a whole analysis
   */
  AnalysisRows(RecordWriter out, boolean better) {
    this.out = out;
    this.better = better;
  }

  static List<String> columns(boolean better) {
    return better ? Stream.concat(COLUMNS.stream(), BETTER.stream()).toList() : COLUMNS;
  }

  /** Writes the rows from one on and before another, of the same analysis each time or a longer. */
  void write(Analysis analysis, int from, int before) throws IOException {
    Trace trace = analysis.trace();
    // As tshark does: times count from the first row, or from 1970 where that has none.
    long start = trace.size() == 0 || trace.time(0) == Trace.NO_TIME ? 0 : trace.time(0);
    for (int row = from; row < before; row++) {
      out.number(row + 1L);
      long time = trace.time(row);
      if (time == Trace.NO_TIME) {
        out.none();
      } else {
        out.seconds(time - start);
      }
      if (analysis.isPlain(row)) {
        plain(analysis, row);
      } else if (trace.isFrame(row)) {
        frame(analysis, row, trace.frame(row));
      } else {
        nothing(16);
        out.none();
      }
      if (better) {
        correction(analysis.correction(row));
      }
      out.end();
    }
  }

  private void correction(Optional<Correction> known) throws IOException {
    if (known.isPresent()) {
      out.text(known.get().truth().name().toLowerCase(Locale.ROOT));
      out.text(known.get().reason());
    } else {
      nothing(2);
    }
  }

  private void nothing(int columns) throws IOException {
    for (int i = 0; i < columns; i++) {
      out.none();
    }
  }

  /** A row that the analysis knows all of, so that its bytes need not be read again. */
  private void plain(Analysis analysis, int row) throws IOException {
    int number = analysis.connectionOf(row);
    boolean client = analysis.fromClient(row);
    byte[] known = ends.find(number, client);
    if (known == null) {
      int mark = out.mark();
      Connection connection = analysis.connections().get(number);
      Endpoint source = client ? connection.client() : connection.server();
      Endpoint destination = client ? connection.server() : connection.client();
      out.text(connection.transport().name());
      out.number(connection.stream());
      out.text(source.address().toString());
      out.number(source.port());
      out.text(destination.address().toString());
      out.number(destination.port());
      ends.keep(number, client, out.kept(mark));
    } else {
      out.again(known, 6);
    }
    if (analysis.isSegment(row)) {
      segment(analysis, row, true);
    } else {
      nothing(5);
      out.number(analysis.length(row));
      nothing(5);
    }
  }

  private void frame(Analysis analysis, int row, Frame frame) throws IOException {
    FrameScan.scan(scan, frame);
    switch (scan.kind()) {
      case TCP -> tcp(analysis, row);
      case UDP -> udp(analysis, row);
      case SCTP -> {
        out.text("SCTP");
        out.none();
        ends(scan.captured() >= 12);
        nothing(11);
      }
      case ICMP -> message("ICMP", analysis, row);
      case ICMPV6 -> message("ICMPv6", analysis, row);
      case FRAGMENT -> {
        nothing(16);
        out.text("A later piece of a fragmented datagram holds no transport header.");
      }
      case UNDECODED -> {
        nothing(16);
        out.text(scan.reason().in(Language.ENGLISH));
      }
    }
  }

  private void message(String protocol, Analysis analysis, int row) throws IOException {
    out.text(protocol);
    out.none();
    ends(false);
    int quoted = analysis.quotedRow(row);
    nothing(quoted < 0 ? 11 : 10);
    if (quoted >= 0) {
      out.text("It is about the packet in frame " + (quoted + 1) + ".");
    }
  }

  private void ends(boolean ports) throws IOException {
    out.text(scan.source().toString());
    numberIf(ports, scan.sourcePort());
    out.text(scan.destination().toString());
    numberIf(ports, scan.destinationPort());
  }

  private void numberIf(boolean known, long value) throws IOException {
    if (known) {
      out.number(value);
    } else {
      out.none();
    }
  }

  private void flow(String protocol, Analysis analysis, int row) throws IOException {
    int stream = stream(analysis, row);
    out.text(protocol);
    numberIf(stream >= 0, stream);
    ends(scan.portsKnown());
  }

  private static int stream(Analysis analysis, int row) {
    int connection = analysis.connectionOf(row);
    return connection < 0 ? -1 : analysis.connections().get(connection).stream();
  }

  private void udp(Analysis analysis, int row) throws IOException {
    flow("UDP", analysis, row);
    nothing(5);
    numberIf(scan.captured() >= 6, scan.length() - 8L);
    nothing(5);
  }

  private void tcp(Analysis analysis, int row) throws IOException {
    flow("TCP", analysis, row);
    if (!analysis.isSegment(row)) {
      nothing(10);
      out.text("The capture ends within the TCP header.");
      return;
    }
    // A header that claims less than its fixed 20 bytes is shown up to that claim.
    segment(analysis, row, scan.headerLength() >= 20);
  }

  private void segment(Analysis analysis, int row, boolean sound) throws IOException {
    if (sound) {
      flags(analysis.flags(row));
    } else {
      out.none();
    }
    out.number(analysis.relativeSequence(row));
    numberIf(sound, analysis.relativeAcknowledgment(row));
    out.number(analysis.rawSequence(row));
    numberIf(sound, analysis.rawAcknowledgment(row));
    numberIf(analysis.length(row) >= 0, analysis.length(row));
    numberIf(sound, analysis.window(row));
    int verdicts = analysis.verdictBits(row);
    if (verdicts == 0) {
      ordinary(analysis.clientState(row), analysis.serverState(row));
    } else {
      verdicts(verdicts);
      out.text(analysis.clientState(row).rfcName());
      out.text(analysis.serverState(row).rfcName());
      out.text(analysis.reason(row));
    }
  }

  private void flags(int bits) throws IOException {
    byte[] known = letters[bits];
    if (known == null) {
      int mark = out.mark();
      out.text(TcpFlags.letters(bits));
      letters[bits] = out.kept(mark);
    } else {
      out.again(known, 1);
    }
  }

  /** No verdict, both states, and no reason. */
  private void ordinary(TcpState client, TcpState server) throws IOException {
    Map<TcpState, byte[]> ofClient =
        states.computeIfAbsent(client, key -> new EnumMap<>(TcpState.class));
    byte[] known = ofClient.get(server);
    if (known == null) {
      int mark = out.mark();
      out.none();
      out.text(client.rfcName());
      out.text(server.rfcName());
      out.none();
      ofClient.put(server, out.kept(mark));
    } else {
      out.again(known, 4);
    }
  }

  private void verdicts(int bits) throws IOException {
    List<String> names = new ArrayList<>();
    for (Verdict verdict : VERDICTS) {
      if ((bits & verdict.bit()) != 0) {
        names.add(verdict.fieldName());
      }
    }
    out.words(names);
  }
}
