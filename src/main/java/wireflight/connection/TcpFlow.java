package wireflight.connection;

import wireflight.packet.Scan;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;
import wireflight.trace.Trace;

/** The TCP part of a flow: both directions, both states, the initial round trip. */
final class TcpFlow {
  private final Flow flow;
  final Side fromClient = new Side();
  final Side fromServer;
  final StateTracker states;
  boolean openingSeen;

  /** From the latest SYN to the first ACK after it, nanoseconds; -1 while unknown. */
  long initialRoundTrip = -1;

  private long synTime = Trace.NO_TIME;

  TcpFlow(Flow flow) {
    this.flow = flow;
    // A socket that is connected to itself has one stream of bytes, which it sends and receives.
    fromServer = new Side();
    states = new StateTracker(flow.isSelfConnected());
  }

  /** Whether a bare SYN opens another connection between the same two sockets. */
  boolean isReopenedBy(Scan s) {
    if ((s.flags() & (TcpFlags.SYN | TcpFlags.ACK)) != TcpFlags.SYN) {
      return false;
    }
    Side side = flow.isFromClient(s) ? fromClient : fromServer;
    return side.baseKnown && side.base != s.sequenceNumber();
  }

  /** Whether a segment's length is known, so that it has a place among the sequence numbers. */
  static boolean isMeasured(Scan s) {
    return !s.fragmented() && s.headerLength() <= s.reported();
  }

  /**
   * Takes one more segment, whose numbers up to the window are known.
   *
   * @param arrives false where it is known to be lost after it was captured
   */
  void take(Scan s, Outcome out, boolean arrives) {
    boolean client = flow.isFromClient(s);
    Side from = client ? fromClient : fromServer;
    Side back = client ? fromServer : fromClient;
    int flags = s.flags();
    boolean syn = (flags & TcpFlags.SYN) != 0;
    boolean ack = (flags & TcpFlags.ACK) != 0;
    openingSeen |= syn;
    boolean whole = s.readOptions();
    boolean measured = isMeasured(s);
    if (measured) {
      bases(s, from, back, ack, out);
      out.length = s.length();
      SequenceRules.judge(s, from, back, initialRoundTrip, out);
    } else {
      if (isAnotherAnswer(s, from)) {
        from.base = s.sequenceNumber();
      }
      out.length = Outcome.UNKNOWN_LENGTH;
    }
    if (!whole) {
      out.unsay();
    }
    // Where the length is not known, Wireshark leaves all numbers as they stand.
    out.sequence = s.sequenceNumber() - (measured ? from.base : 0);
    // Without the ACK flag the field means nothing and is shown as it stands.
    out.acknowledgment = s.acknowledgmentNumber() - (ack && measured ? back.base : 0);
    out.window = syn || !measured ? s.window() : s.window() << from.shift();
    if (s.headerLength() >= 20) {
      roundTrip(flags, out.time);
    }
    scales(s, from, back, whole);
    states.segment(client, s, from, back, arrives);
    out.states = states.packed();
  }

  /** Whether a SYN-ACK has another initial number: the socket answers for a new connection. */
  private static boolean isAnotherAnswer(Scan s, Side from) {
    int opening = TcpFlags.SYN | TcpFlags.ACK;
    return (s.flags() & opening) == opening && from.baseKnown && s.sequenceNumber() != from.base;
  }

  private static void bases(Scan s, Side from, Side back, boolean ack, Outcome out) {
    int number = s.sequenceNumber();
    if (!from.baseKnown) {
      from.base = (s.flags() & TcpFlags.SYN) != 0 ? number : number - 1;
      from.baseKnown = true;
    } else if (isAnotherAnswer(s, from)) {
      out.say(Verdict.REUSED_PORTS, from.lastRow, Columns.NONE, 0);
      from.base = number;
    }
    if (ack && !back.baseKnown) {
      back.base = s.acknowledgmentNumber() - 1;
      back.baseKnown = true;
    }
  }

  /**
   * RFC 7323, section 2.2: windows are scaled only if both SYNs carry the option. Where the capture
   * ends among a SYN's options, the option counts if it was captured, and nothing follows from its
   * absence. As in Wireshark, the option counts in any segment, and a SYN without it speaks for the
   * other end too while its own sender has not offered it.
   */
  private static void scales(Scan s, Side from, Side back, boolean whole) {
    int scale = s.windowScale();
    int opening = s.flags() & (TcpFlags.SYN | TcpFlags.ACK);
    boolean answer = opening == (TcpFlags.SYN | TcpFlags.ACK);
    boolean declined = answer && back.scale == Side.SCALE_OFF;
    if (declined) {
      from.scale = Side.SCALE_OFF;
    }
    if (scale >= 0 && !(declined && whole)) {
      from.scale = Math.min(scale, 14);
    } else if (whole && (opening & TcpFlags.SYN) != 0 && from.scale == Side.SCALE_UNKNOWN) {
      from.scale = Side.SCALE_OFF;
      back.scale = Side.SCALE_OFF;
    }
  }

  private void roundTrip(int flags, long time) {
    int opening = flags & (TcpFlags.SYN | TcpFlags.ACK);
    if (opening == TcpFlags.SYN) {
      synTime = time;
    } else if (opening == TcpFlags.ACK
        && initialRoundTrip < 0
        && synTime != Trace.NO_TIME
        && synTime != 0
        && time > synTime) {
      // Times of 0 stand for none, as in Wireshark.
      initialRoundTrip = time - synTime;
    }
  }

  /** Whether {@code a} comes at or before {@code b}. */
  static boolean reaches(int a, int b) {
    return !SequenceNumber.isAfter(a, b);
  }
}
