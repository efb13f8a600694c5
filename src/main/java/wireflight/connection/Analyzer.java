package wireflight.connection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.packet.Scan;
import wireflight.packet.SctpChunk;
import wireflight.packet.TcpFlags;
import wireflight.trace.Discarded;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/**
 * Folds a trace into connections, row after row.
 *
 * <p>For a recording that grows, keep one analyzer and {@link #advance} it with each longer trace:
 * only the new rows are read. The analyses it returns are immutable. Not thread-safe itself.
 */
public final class Analyzer {
  /** How sightings at several capture points are taken. */
  public enum Points {
    /** Each point by itself, so that a packet sighted twice is not a retransmission. */
    SEPARATE,
    /** All as one stream of packets, as tshark takes them. */
    TOGETHER
  }

  private static final int ANSWER = TcpFlags.SYN | TcpFlags.ACK;

  /** So many rows lie between two questions whether to go on. */
  private static final int ASKED_EVERY = 1 << 14;

  private final Points points;
  private final Scan scan = new Scan();
  private final Scan quoted = new Scan();
  private final Columns columns = new Columns();
  private final Evidence evidence = new Evidence();
  private final Outcome outcome = new Outcome(evidence);
  private final FlowTable table = new FlowTable();
  private final Associations associations = new Associations();
  private final ApplicationStreams applications = new ApplicationStreams();
  private final List<Flow> flows = new ArrayList<>();
  private final Map<Transport, Integer> streams = new EnumMap<>(Transport.class);

  /** Whether the recording says that the next frame never reached its receiver. */
  private boolean discarded;

  /** An analyzer that has seen nothing yet. */
  public Analyzer(Points points) {
    this.points = points;
  }

  /**
   * The analysis of a whole trace, each capture point by itself, also where two were {@linkplain
   * MergedCapture merged} into one.
   */
  public static Analysis analyze(Trace trace) {
    return new Analyzer(Points.SEPARATE).advance(MergedCapture.apart(trace));
  }

  /**
   * Takes the rows that are new since the last call.
   *
   * @param trace the same recording as before, perhaps longer
   */
  public Analysis advance(Trace trace) {
    return advance(trace, _ -> true);
  }

  /**
   * Takes the rows that are new since the last call, and asks from time to time whether to go on.
   *
   * @param trace the same recording as before, perhaps longer
   * @param goOn is told how many rows are done; where it says no, this ends
   * @throws CancellationException if it said no; another call goes on from there
   */
  public Analysis advance(Trace trace, IntPredicate goOn) {
    for (int row = columns.size(); row < trace.size(); row++) {
      if (row % ASKED_EVERY == 0 && !goOn.test(row)) {
        throw new CancellationException("no longer wanted after " + row + " rows");
      }
      if (trace.isFrame(row)) {
        frame(row, trace.frame(row));
        discarded = false;
      } else {
        columns.addNone();
        discarded = trace.event(row, Discarded.class) != null;
      }
    }
    Flow.Summary[] summaries = new Flow.Summary[flows.size()];
    for (int i = 0; i < summaries.length; i++) {
      summaries[i] = flows.get(i).summary();
    }
    return new Snapshot(trace, columns.view(), evidence.view(), summaries, Language.ENGLISH);
  }

  private void frame(int row, Frame frame) {
    FrameScan.scan(scan, frame);
    int point = frame.capturePoint();
    switch (scan.kind()) {
      case TCP -> {
        if (scan.tcpKnown()) {
          segment(row, frame, point);
        } else {
          columns.addNone();
        }
      }
      case UDP -> datagram(row, point, scan.lengthSound(), scan.length() - 8);
      case SCTP -> associated(row, frame, point);
      case ICMP, ICMPV6 -> error(point);
      case FRAGMENT, UNDECODED -> columns.addNone();
    }
    if (scan.holdsPiece()) {
      columns.mark(Columns.FRAGMENT);
    }
  }

  private int group(int point) {
    return points == Points.TOGETHER ? 0 : point;
  }

  private void segment(int row, Frame frame, int point) {
    Flow flow = table.find(scan, Transport.TCP, group(point));
    boolean goesOn = flow != null && flow.superseded;
    if (goesOn) {
      flow = null;
    }
    int reused = Columns.NONE;
    if (flow != null && flow.tcp != null && flow.tcp.isReopenedBy(scan)) {
      reused = flow.lastRow;
      flow = null;
    }
    if (flow == null) {
      // RFC 9293, section 3.5: only the end that was opened passively answers with a SYN-ACK.
      boolean answer = (scan.flags() & (TcpFlags.SYN | TcpFlags.ACK)) == ANSWER;
      flow = open(Transport.TCP, point, answer, row);
      flow.supersedes = goesOn;
    }
    outcome.begin(row, frame.time());
    if (reused != Columns.NONE) {
      outcome.say(Verdict.REUSED_PORTS, reused, Columns.NONE, 0);
    }
    TcpFlow tcp = flow.tcp;
    if (tcp != null) {
      tcp.take(scan, outcome, !discarded);
    }
    if (points == Points.TOGETHER) {
      applications.segment(scan, flow);
    }
    boolean client = flow.isFromClient(scan);
    flow.count(row, client, outcome.length);
    int plain = scan.headerLength() >= 20 ? plain() : 0;
    int marks = Columns.ANALYSED | plain | (client ? Columns.FROM_CLIENT : 0);
    columns.add(flow.index, (byte) marks, scan, outcome);
  }

  private void datagram(int row, int point, boolean sound, int bytes) {
    if (!sound) {
      columns.addNone();
      return;
    }
    Flow flow = applications.find(scan, table, group(point));
    if (flow == null) {
      flow = open(Transport.UDP, point, false, row);
    }
    if (points == Points.TOGETHER) {
      applications.datagram(scan);
    }
    boolean client = flow.isFromClient(scan);
    flow.count(row, client, bytes);
    int plain = bytes >= 0 ? plain() : 0;
    columns.add(
        flow.index, (byte) (plain | (client ? Columns.FROM_CLIENT : 0)), Math.max(0, bytes));
  }

  /** The mark of a packet whose addresses are its connection's, without a routing header. */
  private int plain() {
    return scan.destinationLow() == scan.finalLow() && scan.destinationHigh() == scan.finalHigh()
        ? Columns.PLAIN
        : 0;
  }

  private void associated(int row, Frame frame, int point) {
    if (scan.captured() < 12) {
      columns.addNone();
      return;
    }
    Flow flow = associations.find(scan, table, group(point));
    if (flow != null
        && flow.sctp != null
        && flow.sctp.isReopenedBy(scan, flow.isFromClient(scan, flow.sctp))) {
      flow = null;
    }
    if (flow == null) {
      // RFC 9260, section 5.1: only the end that is asked answers with INIT ACK.
      boolean answer = SctpFlow.firstChunk(scan) == SctpChunk.INIT_ACK;
      flow = open(Transport.SCTP, point, answer, row);
    }
    SctpFlow association = flow.sctp;
    if (association != null) {
      outcome.begin(row, frame.time());
      boolean client = flow.isFromClient(scan, association);
      int bytes = association.take(scan, client, outcome);
      associations.remember(flow, association);
      flow.count(row, client, bytes);
      columns.addAssociated(flow.index, client ? Columns.FROM_CLIENT : 0, outcome);
    }
  }

  private Flow open(Transport transport, int point, boolean fromServer, int row) {
    int media = transport == Transport.UDP ? applications.group(scan) : 0;
    int stream = applications.stream(media, () -> streams.merge(transport, 1, Integer::sum) - 1);
    int group = media > 0 ? media : group(point);
    Flow flow = new Flow(flows.size(), transport, stream, point, group, scan, fromServer, row);
    flows.add(flow);
    table.put(flow, scan);
    return flow;
  }

  private void error(int point) {
    Flow flow = scan.scanQuoted(quoted) ? quotedFlow(point) : null;
    if (flow == null) {
      columns.addNone();
    } else {
      boolean client =
          flow.sctp == null ? flow.isFromClient(quoted) : flow.isFromClient(quoted, flow.sctp);
      columns.add(flow.index, (byte) (Columns.QUOTING | (client ? Columns.FROM_CLIENT : 0)), 0);
    }
  }

  private @Nullable Flow quotedFlow(int point) {
    if (!quoted.hasIp() || quoted.captured() < 4) {
      return null;
    }
    return switch (quoted.kind()) {
      case TCP -> table.find(quoted, Transport.TCP, group(point));
      case UDP -> applications.find(quoted, table, group(point));
      case SCTP -> quoted.captured() < 8 ? null : associations.find(quoted, table, group(point));
      case ICMP, ICMPV6, FRAGMENT, UNDECODED -> null;
    };
  }
}
