package wireflight.application;

/**
 * A domain name as it stands in a message, compression followed (RFC 1035, section 4.1.4).
 *
 * <p>Every pointer must point before where its name began, so that following them ends.
 *
 * @param text the labels joined by dots; a single dot for the root; empty where it is malformed
 * @param next where the message goes on after it; -1 where it is malformed
 */
record DnsName(String text, int next) {
  private static final int LONGEST = 255;

  private static final DnsName MALFORMED = new DnsName("", -1);

  /** Reads the name at an offset of a whole message. */
  static DnsName read(byte[] message, int offset) {
    StringBuilder text = new StringBuilder();
    int at = offset;
    int bound = offset;
    int next = -1;
    while (at < message.length) {
      int length = message[at] & 0xff;
      if (length == 0) {
        return new DnsName(text.isEmpty() ? "." : text.toString(), next < 0 ? at + 1 : next);
      }
      if (length >= 0xc0) {
        if (at + 1 >= message.length) {
          return MALFORMED;
        }
        next = next < 0 ? at + 2 : next;
        at = (length & 0x3f) << 8 | message[at + 1] & 0xff;
        if (at >= bound) {
          return MALFORMED;
        }
        bound = at;
      } else if (length > 63 || at + 1 + length > message.length) {
        return MALFORMED;
      } else {
        text.append(text.isEmpty() ? "" : ".").append(Text.of(message, at + 1, length));
        at += 1 + length;
        if (text.length() > LONGEST) {
          return MALFORMED;
        }
      }
    }
    return MALFORMED;
  }

  boolean isMalformed() {
    return next < 0;
  }
}
