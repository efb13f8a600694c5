package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Item;

/**
 * Cuts items to a strip of a drawing, as wide as that is. Discs and filled shapes with curves are
 * whole or not there.
 */
record Strip(double width, double top, double bottom) {
  /** 1 - 4/3 (sqrt 2 - 1): where the curve of a quarter of a circle bends. */
  private static final double BEND = 0.4477;

  /** What is in the strip; null if nothing is. */
  @Nullable Item of(Item item) {
    return switch (item) {
      case Item.Group(String name, String description, List<Item> items) -> {
        List<Item> parts = new ArrayList<>();
        for (Item each : items) {
          Item part = of(each);
          if (part != null) {
            parts.add(part);
          }
        }
        yield parts.isEmpty() ? null : new Item.Group(name, description, parts);
      }
      case Item.Line line -> cut(line);
      case Item.Rectangle box -> cut(box);
      case Item.Polygon polygon -> cut(polygon);
      case Item.Ellipse ring -> isIn(ring.centreX(), ring.centreY()) ? ring : null;
      case Item.Text text -> isIn(middle(text), text.y() - 0.3 * text.size()) ? text : null;
      case Item.Path path -> cut(path);
    };
  }

  private static double middle(Item.Text text) {
    return text.left() + text.advance() / 2;
  }

  private boolean isIn(double x, double y) {
    return x >= 0 && x <= width && y >= top && y <= bottom;
  }

  private boolean isIn(Item.Step step) {
    Item.Point end = end(step);
    return end != null && isIn(end.x(), end.y());
  }

  /** Whether a step ends neither to the left nor to the right of the strip. */
  private boolean isAcross(Item.Step step) {
    Item.Point end = end(step);
    return end != null && end.x() >= 0 && end.x() <= width;
  }

  private static Item.@Nullable Point end(Item.Step step) {
    return switch (step) {
      case Item.Step.Move(double x, double y) -> new Item.Point(x, y);
      case Item.Step.To(double x, double y) -> new Item.Point(x, y);
      case Item.Step.Curve(double _, double _, double _, double _, double x, double y) ->
          new Item.Point(x, y);
      case Item.Step.Close() -> null;
    };
  }

  private Item.@Nullable Path cut(Item.Path path) {
    if (path.steps().stream().noneMatch(this::isAcross)) {
      return null;
    }
    if (path.fill() == null) {
      return PathStrip.of(path, top, bottom);
    }
    return path.steps().stream().anyMatch(this::isIn) ? path : null;
  }

  private Item.@Nullable Line cut(Item.Line line) {
    double from = 0;
    double to = 1;
    double[][] edges = {
      {line.x1(), line.x2() - line.x1(), 0, width}, {line.y1(), line.y2() - line.y1(), top, bottom}
    };
    for (double[] edge : edges) {
      double start = edge[0];
      double way = edge[1];
      if (way == 0) {
        if (start < edge[2] || start > edge[3]) {
          return null;
        }
        continue;
      }
      double one = (edge[2] - start) / way;
      double other = (edge[3] - start) / way;
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    double length = Math.hypot(line.x2() - line.x1(), line.y2() - line.y1());
    double period = Dashes.period(line.stroke().dash());
    if (from > 0 && period > 0) {
      // Dashes stay where they were if whole periods are left out.
      from = Math.ceil(from * length / period) * period / length;
    }
    return from > to || length == 0
        ? null
        : new Item.Line(
            at(line.x1(), line.x2(), from),
            at(line.y1(), line.y2(), from),
            at(line.x1(), line.x2(), to),
            at(line.y1(), line.y2(), to),
            line.stroke());
  }

  private static double at(double from, double to, double share) {
    return share == 1 ? to : from + share * (to - from);
  }

  /** A rectangle that was cut has neither corners nor an outline at the cut. */
  private @Nullable Item cut(Item.Rectangle box) {
    double left = box.x();
    double right = box.x() + box.width();
    double above = Math.max(top, box.y());
    double below = Math.min(bottom, box.y() + box.height());
    if (above >= below || right <= 0 || left >= width) {
      return null;
    }
    boolean cutAbove = above > box.y();
    boolean cutBelow = below < box.y() + box.height();
    if (!cutAbove && !cutBelow) {
      return box;
    }
    if (box.stroke() == null || cutAbove && cutBelow) {
      return between(box, above, below);
    }
    double radius = Math.min(box.radius(), Math.min(box.width(), below - above) / 2);
    List<Item.Step> steps = new ArrayList<>();
    steps.add(new Item.Step.Move(left, cutAbove ? above : below));
    side(steps, left, right, cutAbove ? below : above, cutAbove ? -radius : radius, radius);
    steps.add(new Item.Step.To(right, cutAbove ? above : below));
    return new Item.Path(steps, box.fill(), box.stroke());
  }

  /** What is left of a bar that goes on on both sides: its two long sides keep their lines. */
  private static Item between(Item.Rectangle box, double above, double below) {
    Item.Rectangle inner =
        new Item.Rectangle(box.x(), above, box.width(), below - above, 0, box.fill(), null);
    Item.Stroke stroke = box.stroke();
    if (stroke == null) {
      return inner;
    }
    double right = box.x() + box.width();
    return new Item.Group(
        "bar",
        "",
        List.of(
            inner,
            new Item.Line(box.x(), above, box.x(), below, stroke),
            new Item.Line(right, above, right, below, stroke)));
  }

  /** From the left side over the corners at a height to the right side. */
  private static void side(
      List<Item.Step> steps, double left, double right, double y, double down, double radius) {
    steps.add(new Item.Step.To(left, y + down));
    steps.add(
        new Item.Step.Curve(left, y + BEND * down, left + BEND * radius, y, left + radius, y));
    steps.add(new Item.Step.To(right - radius, y));
    steps.add(
        new Item.Step.Curve(right - BEND * radius, y, right, y + BEND * down, right, y + down));
  }

  /** By Sutherland and Hodgman, above and below. */
  private Item.@Nullable Polygon cut(Item.Polygon polygon) {
    List<Item.Point> points = half(polygon.points(), top, 1);
    points = half(points, bottom, -1);
    boolean beside = points.stream().allMatch(p -> p.x() < 0 || p.x() > width);
    return points.size() < 3 || beside
        ? null
        : new Item.Polygon(points, polygon.fill(), polygon.stroke());
  }

  private static List<Item.Point> half(List<Item.Point> points, double edge, int sign) {
    List<Item.Point> kept = new ArrayList<>();
    for (int at = 0; at < points.size(); at++) {
      Item.Point one = points.get(at);
      Item.Point other = points.get((at + 1) % points.size());
      boolean in = sign * (one.y() - edge) >= 0;
      if (in) {
        kept.add(one);
      }
      if (in != sign * (other.y() - edge) >= 0) {
        double share = (edge - one.y()) / (other.y() - one.y());
        kept.add(new Item.Point(one.x() + share * (other.x() - one.x()), edge));
      }
    }
    return kept;
  }
}
