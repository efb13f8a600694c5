package wireflight.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
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
 * One pass over the rows of an analysis: which rows are steps, which states changed, which calls
 * ran from where to where. What it keeps of a row is a few bytes.
 */
final class RowScan {
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

  final CallSpans calls = new CallSpans();

  /** Rows of returns, ascending, and the calls they belong to. */
  int[] returnRows = new int[16];

  int[] returnCalls = new int[16];
  int returnCount;

  private static final int BETWEEN_REPORTS = 4096;

  private final Analysis analysis;
  private final Sightings sightings;
  private final Lifelines lifelines;
  private final SocketLives lives;
  private final boolean[] shown;
  private final byte[] states;

  /** The latest arrival at each connection's capture point. */
  private final int[] heard;

  private final Map<Long, Integer> running = new HashMap<>();
  private final Map<Integer, BitSet> lanes = new HashMap<>();
  private int[] fed = {};
  private int[] stepsAtEntry = new int[16];
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
    this.lives = lives;
    this.shown = shown;
    this.states = new byte[shown.length];
    this.heard = new int[shown.length];
    this.resent = new Resent(shown.length);
    this.duplicates = new Duplicates(analysis, lost);
    Trace trace = analysis.trace();
    marks = new RowMarks(trace.size());
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
        fed(to, row);
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
      pairs.take(row, flow.index(), analysis.fromClient(row));
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
    return pairs.isUnanswered(row, analysis.connectionOf(row)) ? Fate.UNANSWERED : Fate.SENT;
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
      fed(client ? lifelines.server(connection) : lifelines.client(connection), row);
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
    fed(facts.fromClient() ? lifelines.server(connection) : lifelines.client(connection), row);
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
      case CallEntered call -> entered(row, call);
      case CallReturned call -> returned(row, call);
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

  private void entered(int row, CallEntered call) {
    int line = lifelines.of(lives.of(row));
    if (line < 0) {
      return;
    }
    BitSet taken = lanes.computeIfAbsent(line, absent -> new BitSet());
    int lane = Math.min(taken.nextClearBit(0), Byte.MAX_VALUE);
    taken.set(lane);
    int index = calls.enter(row, line, lane);
    running.put(call.call(), index);
    marks.step(row, StepKind.CALL_ENTERED);
    if (index == stepsAtEntry.length) {
      stepsAtEntry = Arrays.copyOf(stepsAtEntry, 2 * index);
    }
    stepsAtEntry[index] = steps;
  }

  private void returned(int row, CallReturned call) {
    SocketLife life = lives.of(row);
    int line = lifelines.of(life);
    if (line < 0) {
      return;
    }
    Integer index = running.remove(call.call());
    if (index == null) {
      return;
    }
    boolean between = steps > stepsAtEntry[index];
    boolean waited = !call.name().startsWith("recv") || arrivedSince(index, line);
    calls.leave(index, row, between, waited);
    lanes.getOrDefault(line, new BitSet()).clear(calls.lane(index));
    if (!between) {
      marks.noStep(calls.enteredAt(index));
    }
    remember(row, index);
    boolean listens = call.name().equals("listen") && call.succeeded();
    step(row, listens ? StepKind.LISTENING : between ? StepKind.CALL_RETURNED : StepKind.CALL);
    if (life != null && life.transport == Transport.UDP && call.succeeded()) {
      fates.taken(call, line);
    }
  }

  /** Whether anything that a receiving call could return came to a lifeline during a call. */
  private boolean arrivedSince(int index, int line) {
    return line < fed.length && fed[line] > calls.enteredAt(index);
  }

  private void fed(int line, int row) {
    if (line >= fed.length) {
      fed = Arrays.copyOf(fed, line + 16);
    }
    fed[line] = row;
  }

  private void remember(int row, int call) {
    if (returnCount == returnRows.length) {
      returnRows = Arrays.copyOf(returnRows, 2 * returnCount);
      returnCalls = Arrays.copyOf(returnCalls, 2 * returnCount);
    }
    returnRows[returnCount] = row;
    returnCalls[returnCount++] = call;
  }

  private void step(int row, StepKind kind) {
    marks.step(row, kind);
    steps++;
  }
}
