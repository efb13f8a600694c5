package wireflight.connection;

import wireflight.packet.Scan;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;

/** Which resets their receivers take (RFC 9293, sections 3.5.3 and 3.10.7; RFC 5961, section 3). */
final class Resets {
  private Resets() {}

  /**
   * Whether a reset is taken.
   *
   * @param opening whether its receiver is in SYN-SENT
   * @param from what its sender said, the reset included
   * @param back what its receiver said
   */
  static boolean isTaken(boolean opening, Scan s, Side from, Side back) {
    int number = s.sequenceNumber();
    if (opening) {
      // Section 3.10.7.3: it must acknowledge the SYN, and nothing that was not sent.
      int acknowledged = s.acknowledgmentNumber();
      return (s.flags() & TcpFlags.ACK) != 0
          && SequenceNumber.isAfter(acknowledged, back.base)
          && !SequenceNumber.isAfter(acknowledged, back.next);
    }
    if (!back.lastAckKnown) {
      return true;
    }
    // Section 3.10.7.4: one in the midst of what has come gets a challenge ACK instead. One beyond
    // that may follow what was not captured; then the receiver falls silent.
    boolean midst =
        from.contiguousKnown
            && SequenceNumber.isAfter(number, back.lastAck)
            && SequenceNumber.isBefore(number, from.contiguous);
    return isInWindow(number, back) && !midst;
  }

  /** RFC 9293, section 3.4: within the window, or right at its start where it is closed. */
  private static boolean isInWindow(int number, Side receiver) {
    int window = receiver.lastWindow << (receiver.nonSynSeen ? receiver.shift() : 0);
    return SequenceNumber.relative(number, receiver.lastAck) <= window;
  }
}
