package wireflight.packet;

/** IP addresses to text (RFC 5952) and back (RFC 4291, section 2.2). */
final class IpAddressText {
  private IpAddressText() {}

  static String print(IpAddress address) {
    StringBuilder text = new StringBuilder(39);
    if (address.version() == 4) {
      dotted(text, (int) address.low());
    } else {
      groups(text, address.high(), address.low());
    }
    return text.toString();
  }

  private static void dotted(StringBuilder text, int bits) {
    text.append(bits >>> 24).append('.').append(bits >>> 16 & 0xff).append('.');
    text.append(bits >>> 8 & 0xff).append('.').append(bits & 0xff);
  }

  private static void groups(StringBuilder text, long high, long low) {
    // RFC 5952, section 5: addresses known to embed IPv4 end in dotted form.
    if (high == 0 && (low >>> 32 == 0xffff || low >>> 32 == 0 && low >>> 16 != 0)) {
      text.append(low >>> 32 == 0 ? "::" : "::ffff:");
      dotted(text, (int) low);
      return;
    }
    int start = 8;
    int longest = 1;
    // RFC 5952, section 4.2: the first of the longest runs of at least two zero groups.
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(high, low, i + run) == 0) {
        run++;
      }
      if (run > longest) {
        longest = run;
        start = i;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        if (i > 0 && i != start + longest) {
          text.append(':');
        }
        text.append(Integer.toHexString(group(high, low, i)));
      }
    }
  }

  private static int group(long high, long low, int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> 48 - 16 * (index & 3)) & 0xffff;
  }

  static IpAddress parse(String text) {
    if (text.indexOf(':') < 0) {
      return IpAddress.v4(parseDotted(text, text));
    }
    int gap = text.indexOf("::");
    long[] halves = new long[2];
    if (gap < 0) {
      if (parseGroups(text, true, text, halves) != 8) {
        throw notAnAddress(text);
      }
    } else {
      int before = parseGroups(text.substring(0, gap), false, text, halves);
      long[] tail = new long[2];
      int after = parseGroups(text.substring(gap + 2), true, text, tail);
      if (before + after > 7) {
        throw notAnAddress(text);
      }
      shiftRight(tail, 8 - after);
      halves[0] |= tail[0];
      halves[1] |= tail[1];
    }
    return IpAddress.v6(halves[0], halves[1]);
  }

  private static void shiftRight(long[] halves, int groups) {
    for (int i = 0; i < groups; i++) {
      halves[1] = halves[1] >>> 16 | halves[0] << 48;
      halves[0] >>>= 16;
    }
  }

  /** Puts groups from the left; dotted IPv4 may only be the last thing in an address. */
  private static int parseGroups(String part, boolean last, String text, long[] halves) {
    if (part.isEmpty()) {
      return 0;
    }
    int at = 0;
    String[] pieces = part.split(":", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (last && i == pieces.length - 1 && pieces[i].indexOf('.') >= 0) {
        int bits = parseDotted(pieces[i], text);
        put(halves, at++, bits >>> 16, text);
        put(halves, at++, bits & 0xffff, text);
      } else {
        put(halves, at++, number(pieces[i], 16, 4, text), text);
      }
    }
    return at;
  }

  private static void put(long[] halves, int group, int value, String text) {
    if (group > 7 || value > 0xffff) {
      throw notAnAddress(text);
    }
    halves[group >> 2] |= (long) value << 48 - 16 * (group & 3);
  }

  private static int parseDotted(String part, String text) {
    String[] bytes = part.split("\\.", -1);
    if (bytes.length != 4) {
      throw notAnAddress(text);
    }
    int bits = 0;
    for (String one : bytes) {
      int value = number(one, 10, 3, text);
      if (value > 255) {
        throw notAnAddress(text);
      }
      bits = bits << 8 | value;
    }
    return bits;
  }

  private static int number(String digits, int radix, int most, String text) {
    if (digits.isEmpty() || digits.length() > most) {
      throw notAnAddress(text);
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw notAnAddress(text);
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("\"" + text + "\" is not an IP address.");
  }
}
