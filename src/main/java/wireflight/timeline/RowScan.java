package wireflight.timeline;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.connection.Connection;
import wireflight.connection.SctpState;
import wireflight.connection.Sightings;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpHeader;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Discarded;
import wireflight.trace.Frame;
import wireflight.trace.KernelSample;
import wireflight.trace.LessonStep;
import wireflight.trace.Note;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;

/**
 * One pass over the rows of an analysis: which rows are steps, which states changed, what became of
 * packets. What it keeps of a row is a few bytes.
 */
final class RowScan {
  private static final int BETWEEN_REPORTS = 4096;

  /** Which rows end steps, and the states before each segment. */
  final RowMarks marks;

  /** Where packets were seen, at both ends of their ways. */
  final FlightTimes flights;

  /** Packets that never arrived. */
  final BitSet lost = new BitSet();

  /** Those of them of which the recording says so: a filter discarded them on purpose. */
  final BitSet discarded = new BitSet();

  /** Datagrams that a call is known to have taken. */
  final BitSet received = new BitSet();

  /** SCTP packets whose last TSN was acknowledged. */
  private final BitSet acknowledged = new BitSet();

  /** Where calls begin and end. */
  final CallRows callRows;

  /** Which calls ran from where to where. */
  final CallSpans calls;

  private final Analysis analysis;
  private final Sightings sightings;
  private final Lifelines lifelines;
  private final boolean[] shown;
  private final byte[] states;

  /** The latest arrival at each connection's capture point. */
  private final int[] heard;

  private int steps;
  private boolean lossesTold;

  /** The row after the latest that told of a discarded packet. */
  private int discards = -1;

  private final Needless needless = new Needless(lost);
  private final Resent resent;

  private final Duplicates duplicates;

  /** What became of datagrams, and of packets that came back as errors. */
  final DatagramFates fates = new DatagramFates(lost, received);

  /** Which packets are pieces of one datagram. */
  final Pieces pieces;

  /** Which datagrams ask and which answer. */
  final DatagramPairs pairs;

  /**
   * Scans.
   *
   * @param shown which connections to show, by index
   * @param goOn is told which share of the rows is done; where it says no, this ends
   * @throws CancellationException if it said no
   */
  RowScan(
      Analysis analysis,
      Pieces pieces,
      Sightings sightings,
      Lifelines lifelines,
      SocketLives lives,
      boolean[] shown,
      DoublePredicate goOn) {
    this.analysis = analysis;
    this.pieces = pieces;
    this.sightings = sightings;
    this.flights = new FlightTimes(analysis, sightings);
    this.lifelines = lifelines;
    this.shown = shown;
    this.states = new byte[shown.length];
    this.heard = new int[shown.length];
    this.resent = new Resent(shown.length);
    this.duplicates = new Duplicates(analysis, lost);
    Trace trace = analysis.trace();
    marks = new RowMarks(trace.size());
    callRows = new CallRows(lifelines, lives, marks, fates);
    calls = callRows.spans;
    pairs = new DatagramPairs(trace.size(), shown.length);
    for (int row = 0; row < marks.rows(); row++) {
      if (row % BETWEEN_REPORTS == 0 && !goOn.test((double) row / marks.rows())) {
        throw new CancellationException();
      }
      if (trace.isFrame(row)) {
        packet(row);
      } else {
        event(trace, row);
      }
    }
    calls.seal();
    flights.seal();
  }

  private void packet(int row) {
    int quoted = analysis.quotedConnection(row);
    int connection = quoted >= 0 ? quoted : analysis.connectionOf(row);
    if (connection < 0 && pieces.isShownPiece(row)) {
      piece(row);
    }
    if (connection < 0 || connection >= shown.length || !shown[connection]) {
      return;
    }
    boolean arrives = sightings.isArrival(row);
    boolean departs = sightings.isDeparture(row);
    step(row, arrives ? StepKind.ARRIVAL : departs ? StepKind.DEPARTURE : StepKind.PACKET);
    if (departs && (sightings.isLost(row) || flights.isDamaged(row))) {
      lost.set(row);
    }
    if (row == discards) {
      lost.set(row);
      discarded.set(row);
    }
    if (quoted >= 0) {
      error(row, connection);
      return;
    }
    if (analysis.isSegment(row)) {
      segment(row, connection, analysis.fromClient(row));
    }
    analysis.association(row).ifPresent(facts -> association(row, facts));
    Connection flow = analysis.connections().get(connection);
    if (flow.transport() == Transport.UDP && analysis.packet(row) instanceof UdpDatagram datagram) {
      int to =
          analysis.fromClient(row) ? lifelines.server(connection) : lifelines.client(connection);
      pair(row, flow, datagram);
      int flight = arrives ? sightings.departureOf(row) : row;
      // Only what has arrived can be taken; what only departed can still be refused.
      if (!departs && !lost.get(row)) {
        fates.sent(flight, one(connection), to, datagram.payloadLength());
        callRows.fed(to, row);
      }
    }
  }

  /** One number for a connection and its twin. */
  private int one(int connection) {
    int twin = sightings.twin(connection);
    return twin < 0 ? connection : Math.min(connection, twin);
  }

  /** A piece without a transport header is shown with the one that has it. */
  private void piece(int row) {
    int first = pieces.first(row);
    int connection = analysis.connectionOf(first);
    if (connection >= 0 && shown[connection] && !sightings.isArrival(first)) {
      step(row, StepKind.PACKET);
    }
  }

  private void pair(int row, Connection flow, UdpDatagram datagram) {
    Frame frame = analysis.trace().frame(row);
    boolean numbered =
        Exchanges.areNumbered(flow) && datagram.payloadOffset() + 4 <= frame.length();
    if (numbered) {
      int head = frame.data().getInt(frame.offset() + datagram.payloadOffset());
      // RFC 1035, section 4.1.1: the identifier, then a bit that is set in responses.
      pairs.take(row, flow.index(), (head & 0x8000) == 0, head >>> 16);
    } else if (!Exchanges.goesToMany(datagram)) {
      pairs.take(row, flow, analysis.fromClient(row));
    }
  }

  /** What is known to have become of a row's packet. */
  Fate fateOf(int row) {
    if (fates.refusal(row) >= 0) {
      return Fate.REFUSED;
    }
    if (lost.get(row)) {
      return Fate.LOST;
    }
    if (received.get(row)) {
      return Fate.RECEIVED;
    }
    if (pairs.answer(row) >= 0) {
      return Fate.ANSWERED;
    }
    int flow = analysis.connectionOf(row);
    boolean unanswered = flow >= 0 && pairs.isUnanswered(row, analysis.connections().get(flow));
    return unanswered ? Fate.UNANSWERED : Fate.SENT;
  }

  private void error(int row, int connection) {
    if (!(analysis.packet(row) instanceof IcmpMessage message)) {
      return;
    }
    heard[connection] = row;
    if (analysis.fromClient(row) && IcmpNames.isPortUnreachable(message)) {
      lifelines.refused(connection);
    }
    if (IcmpNames.isUndelivered(message)) {
      int packet = analysis.quotedRow(row);
      int sent =
          packet >= 0 && sightings.isArrival(packet) ? sightings.departureOf(packet) : packet;
      fates.refused(one(connection), sent, row);
    }
  }

  private void segment(int row, int connection, boolean client) {
    TcpState clientState = analysis.clientState(row);
    TcpState serverState = analysis.serverState(row);
    marks.before(row, states[connection]);
    states[connection] = RowMarks.pack(clientState, serverState);
    if (sightings.isArrival(row)) {
      heard[connection] = row;
    }
    // What arrives was already seen as it departed.
    int original = sightings.isArrival(row) ? -1 : resent.see(analysis, row);
    if (original >= 0 && !sameDatagram(original, row)) {
      int sender = client ? lifelines.client(connection) : lifelines.server(connection);
      flights.again(original, row, sender, heard[connection] > original);
      // Where the recording tells what was lost, nothing has to be concluded.
      if (!lossesTold && !sightings.isDeparture(original)) {
        lost.set(original);
        marks.receiverAsAt(original, row, client);
        needless.concluded(original, connection, client, (int) analysis.rawSequence(original));
      }
    }
    if (needless.awaits(connection)
        && analysis.maySelect(row)
        && analysis.packet(row) instanceof TcpSegment segment) {
      needless.answered(connection, client, segment);
    }
    boolean moved =
        client ? marks.serverBefore(row) != serverState : marks.clientBefore(row) != clientState;
    if (!lost.get(row) && !sightings.isDeparture(row) && (analysis.length(row) > 0 || moved)) {
      callRows.fed(client ? lifelines.server(connection) : lifelines.client(connection), row);
    }
    boolean resets = (analysis.flags(row) & TcpFlags.RST) != 0;
    if (resets && !client && marks.clientBefore(row) == TcpState.SYN_SENT) {
      lifelines.refused(connection);
    }
  }

  private void association(int row, AssociationFacts facts) {
    int connection = facts.connection();
    marks.before(row, states[connection]);
    states[connection] = RowMarks.pack(facts.clientState(), facts.serverState());
    // What arrives was already seen as it departed.
    int original = sightings.isArrival(row) ? -1 : facts.sentBefore();
    if (original >= 0 && !acknowledged.get(original) && !sameDatagram(original, row)) {
      lost.set(original);
    }
    if (facts.acknowledgedRow() >= 0) {
      acknowledged.set(facts.acknowledgedRow());
    }
    duplicates.take(row, facts);
    callRows.fed(
        facts.fromClient() ? lifelines.server(connection) : lifelines.client(connection), row);
    boolean refusal =
        !facts.fromClient()
            && marks.associationClientBefore(row) == SctpState.COOKIE_WAIT
            && facts.clientState() == SctpState.CLOSED;
    if (refusal) {
      lifelines.refused(connection);
    }
  }

  // What is sent again gets a new identification (RFC 6864); what is captured twice keeps it.
  private boolean sameDatagram(int earlier, int later) {
    IpHeader first = analysis.packet(earlier).ip();
    IpHeader second = analysis.packet(later).ip();
    return first != null
        && second != null
        && first.identification() != 0
        && first.identification() == second.identification();
  }

  private void event(Trace trace, int row) {
    switch (trace.event(row)) {
      case CallEntered call -> callRows.entered(row, call, steps);
      case CallReturned call -> {
        StepKind kind = callRows.returned(row, call, steps);
        if (kind != null) {
          step(row, kind);
        }
      }
      case LessonStep step -> step(row, StepKind.NARRATION);
      case Discarded discarded -> {
        lossesTold = true;
        discards = row + 1;
      }
      case KernelSample sample -> {}
      case WireVerdict verdict -> {}
      case Note note -> {}
    }
  }

  private void step(int row, StepKind kind) {
    marks.step(row, kind);
    steps++;
  }
}
