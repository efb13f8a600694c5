package wireflight.timeline;

import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/** Says what a segment has to do with Explicit Congestion Notification (RFC 3168). */
final class CongestionSentences {
  private CongestionSentences() {}

  /** What there is to say, with a space before it; empty where there is nothing. */
  static String of(TcpSegment segment, String from, String to, Words words) {
    boolean echo = segment.has(TcpFlags.ECE);
    boolean reduced = segment.has(TcpFlags.CWR);
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.SYN)) {
      // RFC 3168, section 6.1.1: a SYN asks with both flags, a SYN-ACK agrees with ECE alone.
      boolean answer = segment.has(TcpFlags.ACK);
      if (!answer && echo && reduced) {
        text.append(' ').append(words.say("congestion.offer"));
      } else if (answer && echo && !reduced) {
        text.append(' ').append(words.say("congestion.agree"));
      }
      return text.toString();
    }
    if (segment.ip().isMarked()) {
      text.append(' ').append(words.say("congestion.marked", to));
    }
    if (echo) {
      text.append(' ').append(words.say("congestion.echo", to));
    }
    if (reduced) {
      text.append(' ').append(words.say("congestion.reduced", from));
    }
    return text.toString();
  }
}
