package wireflight.packet;

import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Saying;

/**
 * A frame, or the rest of one, that Wireflight does not decode.
 *
 * @param ip the last IP header found on the way; null where there was none
 * @param why what stood there and why decoding ended
 */
public record Undecoded(@Nullable IpHeader ip, Saying why) implements Packet {
  /** What is given for a row of a recording that is an event. */
  public static Undecoded event() {
    return new Undecoded(null, Saying.of(Undecoded.class, "undecoded.event"));
  }

  /** The reason as one sentence in English. */
  public String reason() {
    return reason(Language.ENGLISH);
  }

  /** The reason as one sentence. */
  public String reason(Language language) {
    return why.in(language);
  }
}
