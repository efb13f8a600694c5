package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;

/**
 * Sets drawings in the fonts that slides are set in, which every machine has: Arial and Courier
 * New, or Liberation Sans and Mono or Arimo and Cousine, which have the same widths.
 *
 * <p>Slide programs do not embed fonts, and another font in the place of a missing one shifts the
 * layout. A text therefore gets the size at which it is as wide in these fonts as in the drawing's;
 * Arial is wider than the drawing's face and has larger letters, so it looks about as large. What
 * is set in them already stays as it is. Immutable.
 */
final class SlideLetters {
  /**
   * Of a point: sizes are multiples of it, to which LibreOffice rounds, so that text is as wide
   * everywhere.
   */
  private static final double FIFTH = 0.2;

  /** Points a CSS pixel. */
  private static final double POINTS = 0.75;

  /** What other fonts than the bundled ones may make of a text that only they can draw. */
  private static final double LEAST = 0.75;

  private static final double MOST = 1.1;

  private final Fonts fonts;
  private final double points;

  /** Sets pictures. */
  SlideLetters(Fonts fonts) {
    this(fonts, POINTS);
  }

  private SlideLetters(Fonts fonts, double points) {
    this.fonts = fonts;
    this.points = points;
  }

  /**
   * The same for slides of another size.
   *
   * @param scale how large a CSS pixel becomes there, in CSS pixels
   */
  SlideLetters at(double scale) {
    return new SlideLetters(fonts, POINTS * scale);
  }

  static String name(Face face) {
    return face.isFixedPitch() ? "Courier New" : "Arial";
  }

  /** The size of type in hundredths of a point, within what slides take. */
  long hundredths(Item.Text set) {
    return Math.clamp(Math.round(points * 100 * set.size()), 100, 400_000);
  }

  Drawing of(Drawing drawing) {
    return drawing.with(of(drawing.items()));
  }

  List<Item> of(List<Item> items) {
    List<Item> set = new ArrayList<>(items.size());
    for (Item item : items) {
      set.add(
          switch (item) {
            case Item.Text text -> of(text);
            case Item.Group group ->
                new Item.Group(group.name(), group.description(), of(group.items()));
            case Item.Line _, Item.Rectangle _, Item.Ellipse _, Item.Polygon _, Item.Path _ -> item;
          });
    }
    return set;
  }

  Item.Text of(Item.Text text) {
    Face face = text.face().onSlides();
    double width = fonts.advance(face, text.size(), text.text());
    double times =
        width > 0 && text.advance() > 0 ? Math.clamp(text.advance() / width, LEAST, MOST) : 1;
    double size = FIFTH * Math.max(1, Math.rint(points * text.size() * times / FIFTH)) / points;
    return new Item.Text(
        text.x(),
        text.y(),
        text.text(),
        face,
        size,
        text.color(),
        text.anchor(),
        fonts.advance(face, size, text.text()));
  }
}
