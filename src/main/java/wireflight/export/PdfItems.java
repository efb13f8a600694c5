package wireflight.export;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Outliner;

/** The items of one page as PDF operators (ISO 32000-1, 8 and 9). */
final class PdfItems {
  private static final double POINTS = 0.75;

  /** How far the control points of a quarter of a circle lie from its ends, in radii. */
  private static final double ARC = 0.5522847498;

  private static final int OPAQUE = 255;

  private final Fonts fonts;
  private final Outliner outliner;
  private final Map<Face, PdfFont> faces;
  private final Set<Integer> alphas;
  private final StringBuilder out = new StringBuilder();
  private int alpha = OPAQUE;

  /**
   * Writes items of one page.
   *
   * @param alphas gathers the degrees of opacity that the file's resources must hold
   */
  PdfItems(Outliner outliner, Map<Face, PdfFont> faces, Set<Integer> alphas) {
    this.fonts = outliner.fonts();
    this.outliner = outliner;
    this.faces = faces;
    this.alphas = alphas;
    alphas.add(OPAQUE);
  }

  /** The page's content. */
  String page(Drawing drawing) {
    out.append("0.75 0 0 -0.75 0 ").append(SvgNumber.of(POINTS * drawing.height())).append(" cm\n");
    out.append("4 M\n"); // mitres as in SVG
    if (drawing.background().alpha() > 0) {
      write(
          new Item.Rectangle(
              0, 0, drawing.width(), drawing.height(), 0, drawing.background(), null));
    }
    drawing.items().forEach(this::write);
    return out.toString();
  }

  private void write(Item item) {
    switch (item) {
      case Item.Line line ->
          shape(
              "%s m %s l\n".formatted(pair(line.x1(), line.y1()), pair(line.x2(), line.y2())),
              null,
              line.stroke());
      case Item.Rectangle box -> shape(rectangle(box), box.fill(), box.stroke());
      case Item.Ellipse ring ->
          shape(
              round(
                  ring.centreX() - ring.radiusX(),
                  ring.centreY() - ring.radiusY(),
                  2 * ring.radiusX(),
                  2 * ring.radiusY(),
                  ring.radiusX(),
                  ring.radiusY()),
              ring.fill(),
              ring.stroke());
      case Item.Polygon polygon ->
          shape(polygon(polygon.points()), polygon.fill(), polygon.stroke());
      case Item.Path path -> shape(path(path.steps()), path.fill(), path.stroke());
      case Item.Text text -> text(text);
      case Item.Group group -> group.items().forEach(this::write);
    }
  }

  private void shape(String path, @Nullable Color fill, Item.@Nullable Stroke stroke) {
    if (path.isEmpty()) {
      return;
    }
    if (fill != null) {
      color(fill, "rg");
      out.append(path).append("f\n");
    }
    if (stroke != null && stroke.width() > 0) {
      color(stroke.color(), "RG");
      out.append(SvgNumber.of(stroke.width())).append(" w ");
      boolean dashed = !stroke.dash().isEmpty();
      if (dashed) {
        String dash = stroke.dash().stream().map(SvgNumber::of).collect(Collectors.joining(" "));
        out.append('[').append(dash).append("] 0 d ");
      }
      out.append(path).append(dashed ? "S [] 0 d\n" : "S\n");
    }
  }

  private void color(Color color, String operator) {
    if (color.alpha() != alpha) {
      alpha = color.alpha();
      alphas.add(alpha);
      out.append("/A").append(alpha).append(" gs ");
    }
    out.append(channel(color.red())).append(' ').append(channel(color.green())).append(' ');
    out.append(channel(color.blue())).append(' ').append(operator).append(' ');
  }

  /** Four decimals, as hundredths would change the colour. */
  private static String channel(int value) {
    if (value == 0 || value == OPAQUE) {
      return value == 0 ? "0" : "1";
    }
    return "." + String.valueOf(10_000 + Math.round(value * 10_000.0 / OPAQUE)).substring(1);
  }

  private static String rectangle(Item.Rectangle box) {
    double width = Math.max(0, box.width());
    double height = Math.max(0, box.height());
    if (box.radius() > 0) {
      double radiusX = Math.min(box.radius(), width / 2);
      double radiusY = Math.min(box.radius(), height / 2);
      return round(box.x(), box.y(), width, height, radiusX, radiusY);
    }
    return "%s %s re\n".formatted(pair(box.x(), box.y()), pair(width, height));
  }

  /** A rectangle with elliptic corners, which is an ellipse if there is nothing but corners. */
  private static String round(
      double x, double y, double width, double height, double radiusX, double radiusY) {
    double right = x + width;
    double bottom = y + height;
    double inX = (1 - ARC) * radiusX;
    double inY = (1 - ARC) * radiusY;
    return String.join(
        "\n",
        pair(x + radiusX, y) + " m " + pair(right - radiusX, y) + " l",
        curve(right - inX, y, right, y + inY, right, y + radiusY),
        pair(right, bottom - radiusY) + " l",
        curve(right, bottom - inY, right - inX, bottom, right - radiusX, bottom),
        pair(x + radiusX, bottom) + " l",
        curve(x + inX, bottom, x, bottom - inY, x, bottom - radiusY),
        pair(x, y + radiusY) + " l",
        curve(x, y + inY, x + inX, y, x + radiusX, y) + " h\n");
  }

  private static String curve(double x1, double y1, double x2, double y2, double x, double y) {
    return pair(x1, y1) + " " + pair(x2, y2) + " " + pair(x, y) + " c";
  }

  private static String polygon(List<Item.Point> points) {
    StringBuilder path = new StringBuilder();
    for (Item.Point point : points) {
      String operator = path.isEmpty() ? " m " : " l ";
      path.append(pair(point.x(), point.y())).append(operator);
    }
    return path.isEmpty() ? "" : path.append("h\n").toString();
  }

  private static String path(List<Item.Step> steps) {
    StringBuilder path = new StringBuilder();
    for (Item.Step step : steps) {
      path.append(
          switch (step) {
            case Item.Step.Move(double x, double y) -> pair(x, y) + " m\n";
            case Item.Step.To(double x, double y) -> pair(x, y) + " l\n";
            case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                curve(x1, y1, x2, y2, x, y) + "\n";
            case Item.Step.Close() -> "h\n";
          });
    }
    return path.toString();
  }

  private void text(Item.Text text) {
    if (text.text().isEmpty()) {
      return;
    }
    char[] units = text.text().toCharArray();
    boolean drawable =
        text.text().codePoints().allMatch(c -> fonts.faceWith(text.face(), c) != null);
    if (drawable && !Bidi.requiresBidi(units, 0, units.length)) {
      show(text, text.text().codePoints().toArray(), 0);
      return;
    }
    // Scripts that the fonts lack, or that change their direction, are drawn as shapes; the
    // characters lie unseen above them, so that they can be searched and copied.
    Item.Path shapes = outliner.path(text);
    shape(path(shapes.steps()), shapes.fill(), null);
    show(text, visual(text.text()), 3);
  }

  /** Shows characters from left to right, each in the face that has it. */
  private void show(Item.Text text, int[] characters, int mode) {
    double measured = fonts.advance(text.face(), text.size(), text.text());
    double stretch = measured > 0 && text.advance() > 0 ? text.advance() / measured : 1;
    color(text.color(), "rg");
    out.append("BT 1 0 0 -1 ").append(pair(text.left(), text.y())).append(" Tm ");
    out.append(mode).append(" Tr ").append(SvgNumber.of(100 * stretch)).append(" Tz ");
    PdfFont current = null;
    boolean kerned = text.face().isKerned();
    int before = 0;
    for (int character : characters) {
      Face face = fonts.faceWith(text.face(), character);
      PdfFont font = faces.get(face == null ? text.face() : face);
      if (font == null) {
        throw new IllegalStateException("no font was made for " + face);
      }
      if (font != current) {
        out.append(current == null ? "" : kerned ? ">]TJ " : ">Tj ");
        out.append("/F").append(font.number).append(' ');
        out.append(SvgNumber.of(text.size())).append(kerned ? " Tf [<" : " Tf <");
        current = font;
      } else {
        double closer = face == null ? 0 : fonts.kerning(face, before, character);
        if (closer != 0) {
          out.append('>').append(SvgNumber.of(-1000 * closer)).append('<');
        }
      }
      out.append(font.code(character));
      before = character;
    }
    out.append(kerned ? ">]TJ ET\n" : ">Tj ET\n");
  }

  /** The characters in the order in which they stand on the line, as readers expect them. */
  private static int[] visual(String text) {
    int[] characters = text.codePoints().toArray();
    byte[] levels = new byte[characters.length];
    Integer[] order = new Integer[characters.length];
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int unit = 0;
    for (int at = 0; at < characters.length; at++) {
      levels[at] = (byte) bidi.getLevelAt(unit);
      order[at] = characters[at];
      unit += Character.charCount(characters[at]);
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static String pair(double x, double y) {
    return SvgNumber.of(x) + " " + SvgNumber.of(y);
  }

  /** The resource that holds the degrees of opacity. */
  static String alphaStates(Set<Integer> alphas) {
    StringBuilder states = new StringBuilder("<<");
    for (int alpha : new TreeSet<>(alphas)) {
      String share = channel(alpha);
      states.append("/A" + alpha + "<</ca " + share + "/CA " + share + ">>");
    }
    return states.append(">>").toString();
  }
}
