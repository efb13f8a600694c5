package wireflight.drawing;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Makes texts with their measured advance, and fits them into a width.
 *
 * <p>Every text passes {@link Visible}. Immutable, and safe for use by several threads.
 *
 * @param fonts to measure with
 */
public record Typesetter(Fonts fonts) {
  private static final String ELLIPSIS = "…";

  /**
   * A line of text.
   *
   * @param x where {@code anchor} lies
   * @param y the baseline
   * @param size of the em, in pixels
   */
  public Item.Text text(
      double x, double y, String text, Face face, double size, Color color, Item.Anchor anchor) {
    String shown = Visible.of(text);
    return new Item.Text(x, y, shown, face, size, color, anchor, fonts.advance(face, size, shown));
  }

  /** A line of text whose capitals are centred on {@code middleY}. */
  public Item.Text centred(
      double x,
      double middleY,
      String text,
      Face face,
      double size,
      Color color,
      Item.Anchor anchor) {
    return text(x, middleY + fonts.capHeight(face, size) / 2, text, face, size, color, anchor);
  }

  /** How wide the text will be. */
  public double width(String text, Face face, double size) {
    return fonts.advance(face, size, Visible.of(text));
  }

  /**
   * The text if it fits, else as much of its beginning as fits with an ellipsis, which is nothing
   * where not even the ellipsis fits. Never cuts a character in two.
   */
  public String ellipsize(String text, Face face, double size, double maxWidth) {
    String shown = Visible.of(text);
    if (fonts.advance(face, size, shown) <= maxWidth) {
      return shown;
    }
    double room = maxWidth - fonts.advance(face, size, ELLIPSIS);
    if (room < 0) {
      return "";
    }
    double width = 0;
    int end = 0;
    while (end < shown.length()) {
      int codePoint = shown.codePointAt(end);
      width += fonts.advance(face, codePoint) * size;
      if (width > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return shown.substring(0, boundary(shown, end)).stripTrailing() + ELLIPSIS;
  }

  /** The end of the last whole character, with its marks, that ends at or before {@code end}. */
  private static int boundary(String text, int end) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters.isBoundary(end) ? end : characters.preceding(end);
  }
}
