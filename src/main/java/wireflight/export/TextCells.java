package wireflight.export;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** A line of characters that each take one cell or two, as terminals show them. */
final class TextCells {
  private static final String CONTINUED = "";

  /** Keeps a text that runs from right to left from turning around what stands beside it. */
  private static final String ISOLATE = "\u2068";

  private static final String END_OF_ISOLATE = "\u2069";

  private final List<String> cells = new ArrayList<>();

  /** How many cells a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextCells::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(character)
            || Character.isEmojiPresentation(character)
            || (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x2e80 && character <= 0xa4cf && character != 0x303f)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xff01 && character <= 0xff60);
    return wide ? 2 : 1;
  }

  /** As much of a text as fits, with an ellipsis if that is not all. */
  static String cut(String text, int cells) {
    if (width(text) <= cells) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      used += width(character);
      if (used > cells - 3) {
        break;
      }
      out.appendCodePoint(character);
    }
    return out + "...";
  }

  /** Writes a text from a cell on, over what stands there. */
  void put(int from, String text) {
    char[] units = text.toCharArray();
    boolean turns = Bidi.requiresBidi(units, 0, units.length);
    int at = Math.max(0, from);
    int first = at;
    for (int character : text.codePoints().toArray()) {
      int width = width(character);
      while (cells.size() < at + width) {
        cells.add(" ");
      }
      if (width == 0 && at > first) {
        int base = cells.get(at - 1).equals(CONTINUED) ? at - 2 : at - 1;
        cells.set(base, cells.get(base) + Character.toString(character));
      }
      for (int cell = 0; cell < width; cell++) {
        cells.set(at++, cell == 0 ? Character.toString(character) : CONTINUED);
      }
    }
    if (turns && at > first) {
      cells.set(first, ISOLATE + cells.get(first));
      cells.set(at - 1, cells.get(at - 1) + END_OF_ISOLATE);
    }
  }

  /** Writes as much of a text as fits, its middle at a cell. */
  void centred(int middle, String text, int most) {
    String shown = cut(text, most);
    put(middle - width(shown) / 2, shown);
  }

  @Override
  public String toString() {
    return String.join("", cells).stripTrailing();
  }
}
