package wireflight.application;

import java.nio.charset.StandardCharsets;

/** Bytes of the network as text that can be shown: nothing in it moves a cursor or ends a line. */
final class Text {
  private Text() {}

  /** UTF-8 where it is, a replacement character where it is not. */
  static String of(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  /** The text with control characters escaped as in C, cut to at most {@code longest}. */
  static String clean(String text, int longest) {
    if (text.length() <= longest && text.chars().noneMatch(Text::unsafe)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longest) + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String shown = unsafe(c) ? escaped(c) : Character.toString(c);
      if (clean.length() + shown.length() > longest - 1) {
        return clean.append('…').toString();
      }
      clean.append(shown);
    }
    return clean.toString();
  }

  private static boolean unsafe(int c) {
    return c < 0x20
        || c >= 0x7f && c < 0xa0
        || c == 0x2028
        || c == 0x2029
        || Character.getType(c) == Character.FORMAT
        || Character.isSurrogate((char) c);
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> c < 0x100 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
    };
  }

  /** A count with its unit, as in {@code 1 byte} and {@code 2 bytes}. */
  static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
