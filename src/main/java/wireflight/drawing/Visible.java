package wireflight.drawing;

import java.util.Locale;

/**
 * Text that can be seen: control characters, bidirectional overrides, line breaks and halves of
 * surrogate pairs written out as escapes.
 *
 * <p>Payloads come off the wire, so a text may hold anything. What has no shape of its own would
 * vanish, break the line, turn its neighbours around or be refused by XML; written as {@code \r} or
 * {@code \u202e} it shows what was sent. Nothing else changes, and doing it twice changes nothing.
 */
public final class Visible {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Visible() {}

  /** The text with everything invisible written out; the same string where there is nothing. */
  public static String of(String text) {
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit >= ' ' && unit <= '~') {
        at++;
        continue;
      }
      int codePoint = text.codePointAt(at);
      if (!hasShape(codePoint)) {
        return escaped(text, at);
      }
      at += Character.charCount(codePoint);
    }
    return text;
  }

  private static String escaped(String text, int start) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, start);
    int codePoint;
    for (int at = start; at < text.length(); at += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(at);
      if (hasShape(codePoint)) {
        out.appendCodePoint(codePoint);
      } else {
        out.append(escape(codePoint));
      }
    }
    return out.toString();
  }

  private static boolean hasShape(int codePoint) {
    // The last two of every plane, and 32 more, are set aside and no text (Unicode 23.7).
    if ((codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // The joiners shape letters and compose emoji.
      case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\0' -> "\\0";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default ->
          String.format(
              Locale.ROOT,
              codePoint < 0x100 ? "\\x%02x" : codePoint < 0x10000 ? "\\u%04x" : "\\u{%x}",
              codePoint);
    };
  }
}
