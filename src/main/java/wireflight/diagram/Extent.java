package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Item;

/**
 * The upright rectangle that items cover, without the width of their strokes.
 *
 * @param left where it begins
 * @param top where it begins from above
 * @param right where it ends
 * @param bottom where it ends below
 */
public record Extent(double left, double top, double right, double bottom) {
  private static final Extent NOTHING =
      new Extent(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  /** Text is taken to reach this far above and below its baseline, in ems. */
  private static final double ABOVE = 0.75;

  private static final double BELOW = 0.25;

  /** What some items cover together. */
  public static Extent of(List<Item> items) {
    Extent all = NOTHING;
    for (Item item : items) {
      all = all.with(of(item));
    }
    return all;
  }

  /** What an item covers. */
  public static Extent of(Item item) {
    return switch (item) {
      case Item.Line line -> around(line.x1(), line.y1()).with(around(line.x2(), line.y2()));
      case Item.Rectangle box ->
          new Extent(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
      case Item.Ellipse ring ->
          new Extent(
              ring.centreX() - ring.radiusX(),
              ring.centreY() - ring.radiusY(),
              ring.centreX() + ring.radiusX(),
              ring.centreY() + ring.radiusY());
      case Item.Polygon polygon -> {
        Extent all = NOTHING;
        for (Item.Point point : polygon.points()) {
          all = all.with(around(point.x(), point.y()));
        }
        yield all;
      }
      case Item.Path path -> {
        Extent all = NOTHING;
        for (Item.Step step : path.steps()) {
          all = all.with(of(step));
        }
        yield all;
      }
      case Item.Text text ->
          new Extent(
              text.left(),
              text.y() - ABOVE * text.size(),
              text.left() + text.advance(),
              text.y() + BELOW * text.size());
      case Item.Group group -> of(group.items());
    };
  }

  private static Extent of(Item.Step step) {
    return switch (step) {
      case Item.Step.Move move -> around(move.x(), move.y());
      case Item.Step.To to -> around(to.x(), to.y());
      case Item.Step.Curve curve ->
          around(curve.x1(), curve.y1())
              .with(around(curve.x2(), curve.y2()))
              .with(around(curve.x(), curve.y()));
      case Item.Step.Close close -> NOTHING;
    };
  }

  private static Extent around(double x, double y) {
    return new Extent(x, y, x, y);
  }

  /** The least that covers this one and another. */
  public Extent with(Extent other) {
    return new Extent(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Whether they have more than an edge in common. */
  public boolean overlaps(Extent other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** The same with some room on every side. */
  public Extent grown(double by) {
    return new Extent(left - by, top - by, right + by, bottom + by);
  }

  /** As much of it as lies within another. */
  public Extent within(Extent other) {
    return new Extent(
        Math.max(left, other.left),
        Math.max(top, other.top),
        Math.min(right, other.right),
        Math.min(bottom, other.bottom));
  }

  /** From left to right. */
  public double width() {
    return right - left;
  }

  /** From top to bottom. */
  public double height() {
    return bottom - top;
  }
}
