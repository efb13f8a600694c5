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

  /** Takes one more segment, whose numbers up to the window are known. */
  void take(Scan s, Outcome out) {
    boolean client = flow.isFromClient(s);
    Side from = client ? fromClient : fromServer;
    Side back = client ? fromServer : fromClient;
    int flags = s.flags();
    boolean syn = (flags & TcpFlags.SYN) != 0;
    boolean ack = (flags & TcpFlags.ACK) != 0;
    openingSeen |= syn;
    bases(s, from, back, syn, ack);
    boolean whole = s.captured() >= s.headerLength() && s.headerLength() >= 20;
    out.sequence = s.sequenceNumber() - from.base;
    out.acknowledgment = ack ? s.acknowledgmentNumber() - back.base : 0;
    out.window = syn ? s.window() : s.window() << from.shift();
    out.length = s.fragmented() ? Outcome.UNKNOWN_LENGTH : s.length();
    if (!s.fragmented()) {
      SequenceRules.judge(s, from, back, initialRoundTrip, out);
      if (!whole) {
        out.unsay();
      }
    }
    roundTrip(flags, out.time);
    if (syn && whole) {
      scales(s, from, back, ack);
    }
    states.segment(client, s, from, back);
    out.states = states.packed();
  }

  private static void bases(Scan s, Side from, Side back, boolean syn, boolean ack) {
    if (s.fragmented()) {
      return;
    }
    if (!from.baseKnown) {
      from.base = syn ? s.sequenceNumber() : s.sequenceNumber() - 1;
      from.baseKnown = true;
    }
    if (ack && !back.baseKnown) {
      back.base = s.acknowledgmentNumber() - 1;
      back.baseKnown = true;
    }
  }

  /** RFC 7323, section 2.2: windows are scaled only if both SYNs carry the option. */
  private static void scales(Scan s, Side from, Side back, boolean ack) {
    int scale = s.windowScale();
    if (scale >= 0) {
      from.scale = Math.min(scale, 14);
    }
    if (ack && (from.scale == Side.SCALE_UNKNOWN || back.scale == Side.SCALE_UNKNOWN)) {
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
        && time != Trace.NO_TIME) {
      initialRoundTrip = Math.max(0, time - synTime);
    }
  }

  /** Whether {@code a} comes at or before {@code b}. */
  static boolean reaches(int a, int b) {
    return !SequenceNumber.isAfter(a, b);
  }
}
