package wireflight.timeline;

import wireflight.connection.SegmentFacts;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/** Says what a SYN carries besides its number: data, and TCP Fast Open's cookie (RFC 7413). */
final class OpeningSentences {
  private OpeningSentences() {}

  /** What there is to say, with a space before it; empty where there is nothing. */
  static String of(TcpSegment segment, SegmentFacts facts, String from, String to) {
    if (!segment.has(TcpFlags.SYN) || segment.has(TcpFlags.RST)) {
      return "";
    }
    int cookie = segment.options().fastOpenCookie();
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.ACK)) {
      if (cookie > 0) {
        text.append(" It gives a TCP Fast Open cookie of ")
            .append(Words.bytes(cookie))
            .append(", with which ")
            .append(to)
            .append(" may send data on its next SYN.");
      }
      // RFC 7413, section 4.2: it acknowledges the SYN alone, or the data that came with it too.
      if (facts.relativeAcknowledgment() > 1) {
        text.append(" It takes the ")
            .append(Words.bytes(facts.relativeAcknowledgment() - 1))
            .append(" that came with the SYN.");
      }
      return text.toString();
    }
    if (cookie == 0) {
      text.append(" It asks for a TCP Fast Open cookie, to send data on the SYN next time.");
    }
    if (facts.length() > 0) {
      text.append(" The SYN already carries ")
          .append(Words.bytes(facts.length()))
          .append(" of data")
          .append(
              cookie > 0
                  ? ": the TCP Fast Open cookie proves that "
                      + from
                      + " was here before, so they need not wait for the handshake."
                  : ", which " + to + " keeps until the handshake has ended.");
    } else if (cookie > 0) {
      text.append(" It shows its TCP Fast Open cookie, but sends no data yet.");
    }
    return text.toString();
  }
}
