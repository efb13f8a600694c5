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
    if (text.length() <= longest && text.codePoints().noneMatch(Text::unsafe)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longest) + 8);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      String shown = unsafe(c) ? escaped(c) : Character.toString(c);
      if (clean.length() + shown.length() > longest - 1) {
        return clean.append('…').toString();
      }
      clean.append(shown);
      at += Character.charCount(c);
    }
    return clean.toString();
  }

  private static boolean unsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    };
  }

  /** A count with its unit, as in {@code 1 byte} and {@code 2 bytes}. */
  static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
