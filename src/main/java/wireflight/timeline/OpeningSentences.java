package wireflight.timeline;

import wireflight.connection.SegmentFacts;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/** Says what a SYN carries besides its number: data, and TCP Fast Open's cookie (RFC 7413). */
final class OpeningSentences {
  private OpeningSentences() {}

  /** What there is to say, with a space before it; empty where there is nothing. */
  static String of(TcpSegment segment, SegmentFacts facts, String from, String to, Words words) {
    if (!segment.has(TcpFlags.SYN) || segment.has(TcpFlags.RST)) {
      return "";
    }
    int cookie = segment.options().fastOpenCookie();
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.ACK)) {
      if (cookie > 0) {
        text.append(' ').append(words.say("opening.cookie", words.bytes(cookie), to));
      }
      // RFC 7413, section 4.2: it acknowledges the SYN alone, or the data that came with it too.
      if (facts.relativeAcknowledgment() > 1) {
        String taken = words.bytes(facts.relativeAcknowledgment() - 1);
        text.append(' ').append(words.say("opening.taken", taken));
      }
      return text.toString();
    }
    if (cookie == 0) {
      text.append(' ').append(words.say("opening.asks"));
    }
    if (facts.length() > 0) {
      String data = words.bytes(facts.length());
      text.append(' ')
          .append(
              cookie > 0
                  ? words.say("opening.carries.cookie", data, from)
                  : words.say("opening.carries", data, to));
    } else if (cookie > 0) {
      text.append(' ').append(words.say("opening.shows"));
    }
    return text.toString();
  }
}
