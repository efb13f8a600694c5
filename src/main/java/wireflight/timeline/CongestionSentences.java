package wireflight.timeline;

import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/** Says what a segment has to do with Explicit Congestion Notification (RFC 3168). */
final class CongestionSentences {
  private CongestionSentences() {}

  /** What there is to say, with a space before it; empty where there is nothing. */
  static String of(TcpSegment segment, String from, String to) {
    boolean echo = segment.has(TcpFlags.ECE);
    boolean reduced = segment.has(TcpFlags.CWR);
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.SYN)) {
      // RFC 3168, section 6.1.1: a SYN asks with both flags, a SYN-ACK agrees with ECE alone.
      boolean answer = segment.has(TcpFlags.ACK);
      if (!answer && echo && reduced) {
        text.append(" With ECE and CWR it offers ECN: a congested router may then mark packets")
            .append(" instead of dropping them.");
      } else if (answer && echo && !reduced) {
        text.append(" With ECE it agrees to ECN.");
      }
      return text.toString();
    }
    if (segment.ip().isMarked()) {
      text.append(" A congested router on the way marked it CE instead of dropping it; ")
          .append(to)
          .append(" is to tell that back with ECE.");
    }
    if (echo) {
      text.append(" ECE tells ")
          .append(to)
          .append(" that its packets met congestion: it must slow down.");
    }
    if (reduced) {
      text.append(" CWR says that ").append(from).append(" has slowed down.");
    }
    return text.toString();
  }
}
