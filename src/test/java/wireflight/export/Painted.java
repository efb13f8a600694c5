package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Item;

/**
 * One thing that a file paints, as far as every format can tell: what a drawing asks for and what
 * another program reads out of the file are compared as lists of these.
 *
 * @param kind {@code fill}, {@code stroke} or {@code text}
 * @param color with its alpha
 * @param bounds of the shape without its stroke; of a text its left end, baseline and advance
 * @param detail the width and dash of a stroke, the words of a text
 */
record Painted(String kind, Color color, Rectangle2D bounds, String detail) {
  static Painted fill(Color color, Rectangle2D bounds) {
    return new Painted("fill", color, bounds, "");
  }

  static Painted stroke(Color color, Rectangle2D bounds, double width, List<Double> dash) {
    StringBuilder detail = new StringBuilder(number(width));
    dash.forEach(length -> detail.append(' ').append(number(length)));
    return new Painted("stroke", color, bounds, detail.toString());
  }

  static Painted text(Color color, String text, double left, double baseline, double advance) {
    Rectangle2D place = new Rectangle2D.Double(left, baseline, advance, 0);
    return new Painted("text", color, place, text);
  }

  private static String number(double length) {
    return String.format(Locale.ROOT, "%.1f", length + 0.001);
  }

  /** What the items ask for, in painting order. */
  static List<Painted> of(List<Item> items) {
    List<Painted> painted = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Item.Text text ->
            painted.add(text(text.color(), text.text(), text.left(), text.y(), text.advance()));
        case Item.Group group -> painted.addAll(of(group.items()));
        case Item.Line line ->
            add(
                painted,
                new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()),
                null,
                line.stroke());
        case Item.Rectangle(
                double x,
                double y,
                double width,
                double height,
                double _,
                Color fill,
                Item.Stroke stroke) ->
            add(painted, new Rectangle2D.Double(x, y, width, height), fill, stroke);
        case Item.Ellipse(
                double x,
                double y,
                double rx,
                double ry,
                Color fill,
                Item.Stroke stroke) ->
            add(painted, new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry), fill, stroke);
        case Item.Polygon polygon ->
            add(painted, path(PptxBoxes.steps(polygon)), polygon.fill(), polygon.stroke());
        case Item.Path path -> add(painted, path(path.steps()), path.fill(), path.stroke());
      }
    }
    return painted;
  }

  private static Path2D path(List<Item.Step> steps) {
    Path2D path = new Path2D.Double();
    for (Item.Step step : steps) {
      switch (step) {
        case Item.Step.Move(double x, double y) -> path.moveTo(x, y);
        case Item.Step.To(double x, double y) -> path.lineTo(x, y);
        case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            path.curveTo(x1, y1, x2, y2, x, y);
        case Item.Step.Close() -> path.closePath();
      }
    }
    return path;
  }

  private static void add(
      List<Painted> painted, Shape shape, @Nullable Color fill, Item.@Nullable Stroke stroke) {
    Rectangle2D bounds = shape.getBounds2D();
    if (fill != null) {
      painted.add(fill(fill, bounds));
    }
    if (stroke != null) {
      painted.add(stroke(stroke.color(), bounds, stroke.width(), stroke.dash()));
    }
  }

  /** Compares item by item, places within a tolerance in CSS pixels. */
  static void compare(List<Painted> actual, List<Painted> expected, double tolerance) {
    compare(actual, expected, tolerance, 0);
  }

  /**
   * Compares item by item.
   *
   * @param tolerance of places in CSS pixels
   * @param rounded how much wider or narrower a text may be, as a share, where sizes of type are
   *     rounded
   */
  static void compare(
      List<Painted> actual, List<Painted> expected, double tolerance, double rounded) {
    assertThat(actual.stream().map(p -> p.kind + " " + p.detail).toList())
        .isEqualTo(expected.stream().map(p -> p.kind + " " + p.detail).toList());
    for (int at = 0; at < actual.size(); at++) {
      Painted is = actual.get(at);
      Painted should = expected.get(at);
      assertThat(is.color).as("%s", should).isEqualTo(should.color);
      assertThat(
              new double[] {
                is.bounds.getX(), is.bounds.getY(), is.bounds.getMaxX(), is.bounds.getMaxY()
              })
          .as("%s", should)
          .containsExactly(
              new double[] {
                should.bounds.getX(),
                should.bounds.getY(),
                should.bounds.getMaxX(),
                should.bounds.getMaxY()
              },
              within(
                  tolerance + (is.kind.equals("text") ? rounded * should.bounds.getWidth() : 0)));
    }
  }
}
