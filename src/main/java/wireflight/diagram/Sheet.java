package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.language.Language;
import wireflight.language.Texts;
import wireflight.timeline.Durations;

/**
 * Gathers the items of one picture, in groups that can be pointed at.
 *
 * <p>Used by one thread, for one picture. All lengths are pixels of the picture; {@link #of} makes
 * them of design units.
 */
final class Sheet {
  private static final double STROKE = 4;

  /** The letters of {@link #alone}. */
  private static final double ALONE = 16;

  final Typesetter type;
  final Palette palette;

  /** What the package's diagrams say. */
  final Texts texts;

  private final double size;
  private final List<Item> items = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private List<Item> target = items;
  private double seenTo = Double.MAX_VALUE;

  /**
   * An empty sheet.
   *
   * @param size everything is this many times larger than for a reader at a desk; above 0
   */
  Sheet(Typesetter type, Palette palette, double size, Language language) {
    this.type = type;
    this.palette = palette;
    this.size = size;
    texts = language.texts(Sheet.class);
  }

  List<Item> items() {
    return items;
  }

  List<Region> regions() {
    return regions;
  }

  /**
   * From now on groups are left out that lie wholly to the left of the picture or to the right of
   * where it ends.
   */
  void seenTo(double width) {
    seenTo = width;
  }

  /** A length of the design in pixels. */
  double of(double units) {
    return units * size;
  }

  /** Everything that {@code draw} adds becomes one group, and what it covers a region. */
  void group(String name, int row, String description, Runnable draw) {
    List<Item> members = new ArrayList<>();
    target = members;
    draw.run();
    target = items;
    if (members.isEmpty()) {
      return;
    }
    Extent extent = Extent.of(members);
    // An extent is without the width of strokes.
    if (extent.right() < -of(STROKE) || extent.left() > seenTo + of(STROKE)) {
      return;
    }
    items.add(new Item.Group(name, description, members));
    regions.add(
        new Region(name, row, extent.left(), extent.top(), extent.width(), extent.height()));
  }

  /** A place that can be pointed at beyond what a group covers. */
  void region(String name, double x, double y, double width, double height) {
    regions.add(new Region(name, -1, x, y, width, height));
  }

  void line(double x1, double y1, double x2, double y2, Color color, double width) {
    target.add(new Item.Line(x1, y1, x2, y2, new Stroke(color, of(width))));
  }

  void dashed(
      double x1,
      double y1,
      double x2,
      double y2,
      Color color,
      double width,
      double on,
      double off) {
    Stroke stroke = new Stroke(color, of(width), List.of(of(on), of(off)));
    target.add(new Item.Line(x1, y1, x2, y2, stroke));
  }

  void box(
      double x,
      double y,
      double width,
      double height,
      double radius,
      @Nullable Color fill,
      @Nullable Stroke stroke) {
    target.add(new Item.Rectangle(x, y, width, height, of(radius), fill, stroke));
  }

  void add(Item item) {
    target.add(item);
  }

  /** A span of time for people. */
  String duration(long nanos) {
    return Durations.text(nanos, texts.locale());
  }

  double width(String text, Face face, double units) {
    return type.width(text, face, of(units));
  }

  /** The first of some texts that fits, the longest first; as much of the last as fits if none. */
  String longest(List<String> texts, Face face, double units, double room) {
    for (String text : texts) {
      if (width(text, face, units) <= room) {
        return text;
      }
    }
    return fit(texts.getLast(), face, units, room);
  }

  String fit(String text, Face face, double units, double room) {
    return type.ellipsize(text, face, of(units), room);
  }

  /** A sentence in the middle of a picture that has nothing else to show. */
  void alone(Viewport view, String sentence) {
    String fitted = fit(sentence, Face.REGULAR, ALONE, view.width() - of(24));
    text(
        view.width() / 2,
        view.height() / 2,
        fitted,
        Face.REGULAR,
        ALONE,
        palette.mutedText(),
        Anchor.MIDDLE);
  }

  /** A line of text with its capitals centred on a height. */
  void text(
      double x, double middle, String text, Face face, double units, Color color, Anchor anchor) {
    if (!text.isEmpty()) {
      target.add(type.centred(x, middle, text, face, of(units), color, anchor));
    }
  }

  /** An arrowhead with its tip at the end of a line. */
  void arrowhead(double fromX, double fromY, double tipX, double tipY, Color color) {
    double length = Math.hypot(tipX - fromX, tipY - fromY);
    if (length == 0) {
      return;
    }
    double ux = (tipX - fromX) / length;
    double uy = (tipY - fromY) / length;
    double back = of(11);
    double half = of(4.4);
    double baseX = tipX - ux * back;
    double baseY = tipY - uy * back;
    target.add(
        new Item.Polygon(
            List.of(
                new Item.Point(tipX, tipY),
                new Item.Point(baseX - uy * half, baseY + ux * half),
                new Item.Point(baseX + uy * half, baseY - ux * half)),
            color,
            null));
  }

  /** A rounded pill with a text in its middle, no wider than the room. */
  void pill(
      double centreX,
      double centreY,
      String text,
      double room,
      Color fill,
      Color outline,
      double units) {
    double padding = of(10);
    String shown = fit(text, Face.BOLD, units, room - 2 * padding);
    double width = width(shown, Face.BOLD, units) + 2 * padding;
    double height = of(22);
    Stroke stroke = new Stroke(outline, of(1));
    box(centreX - width / 2, centreY - height / 2, width, height, 11, fill, stroke);
    text(centreX, centreY, shown, Face.BOLD, units, outline, Anchor.MIDDLE);
  }
}
