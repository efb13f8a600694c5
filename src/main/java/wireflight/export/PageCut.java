package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/** What a cut straight across a drawing would cut apart. */
final class PageCut {
  /** Cutting through a text or a small shape is never worth an emptier page. */
  private static final double SHAPE = 1000;

  /** Cutting through an arrow, and through the bar of a call during which packets flow. */
  private static final double ARROW = 3;

  private static final double BAR = 5;

  /** Where many packets are under way, one more that is cut makes no difference. */
  private static final double MOST_OF_ARROWS = 2 * ARROW;

  /** Bars and backgrounds higher than this may be cut: they go on on the next page. */
  private static final double LONG = 48;

  /** Text reaches so far above its baseline and below it, as a share of its size. */
  private static final double ASCENT = 0.95;

  private static final double DESCENT = 0.3;

  /** Cutting through what belongs together, such as one of several graphs. */
  private static final double PART = 20;

  /** A page that ends early, so as to cut nothing apart, is still so full, as a share. */
  private static final double LEAST_FULL = 0.35;

  /** What an empty page costs: more than narrow places cost where wide ones come earlier. */
  private static final double EMPTY = 2;

  private static final double FINE = 2;

  /** Empty places that are higher than this are all alike. */
  private static final double WIDEST_GAP = 48;

  private final List<Extent> extents = new ArrayList<>();

  private final double highestPart;

  private record Extent(double top, double bottom, double cost) {}

  /** What cuts through a drawing whose groups may be cut apart as their shapes may. */
  PageCut(Drawing drawing) {
    this(drawing, 0);
  }

  /**
   * The same where groups are better left whole.
   *
   * @param page how high pages are; what is nearly as high or higher is cut all the same
   */
  PageCut(Drawing drawing, double page) {
    highestPart = page * (1 - LEAST_FULL);
    drawing.items().forEach(this::take);
  }

  private void take(Item item) {
    switch (item) {
      case Item.Group group -> {
        var all = wireflight.diagram.Extent.of(group);
        if (all.height() <= highestPart) {
          extents.add(new Extent(all.top(), all.bottom(), PART));
        }
        group.items().forEach(this::take);
      }
      case Item.Text text ->
          add(text.y() - ASCENT * text.size(), text.y() + DESCENT * text.size(), SHAPE);
      case Item.Rectangle box -> add(box.y(), box.y() + box.height(), SHAPE);
      case Item.Ellipse disc ->
          add(disc.centreY() - disc.radiusY(), disc.centreY() + disc.radiusY(), SHAPE);
      case Item.Line line -> {
        boolean lifeline = line.x1() == line.x2();
        add(Math.min(line.y1(), line.y2()), Math.max(line.y1(), line.y2()), lifeline ? 0 : ARROW);
      }
      case Item.Polygon tip ->
          add(
              tip.points().stream().mapToDouble(Item.Point::y).min().orElse(0),
              tip.points().stream().mapToDouble(Item.Point::y).max().orElse(0),
              SHAPE);
      case Item.Path _ -> {}
    }
  }

  private void add(double top, double bottom, double cost) {
    boolean small = bottom - top <= LONG;
    if (cost > 0) {
      extents.add(new Extent(top, bottom, small || cost < SHAPE ? cost : BAR));
    }
  }

  /** Where the last of all that begins above a height ends; that height if nothing does. */
  double lastAbove(double height) {
    return extents.stream()
        .filter(each -> each.top < height - FINE)
        .mapToDouble(Extent::bottom)
        .max()
        .orElse(height);
  }

  /**
   * Where the page ends that begins at a height: as late as can be where the least is cut apart.
   *
   * @param end where all ends
   * @param most how high a page can be
   */
  double next(double begin, double end, double most) {
    if (end - begin <= most) {
      return end;
    }
    double best = begin + most;
    double least = Double.MAX_VALUE;
    for (double y = begin + most; y > begin + LEAST_FULL * most; y -= FINE) {
      double empty = 1 - (y - begin) / most;
      double cost = cost(y) - gap(y) / WIDEST_GAP + EMPTY * empty;
      if (cost < least) {
        least = cost;
        best = y;
      }
    }
    return best;
  }

  /** How high the empty place around a height is: wider between parts than within them. */
  private double gap(double y) {
    double above = y - WIDEST_GAP;
    double below = y + WIDEST_GAP;
    for (Extent each : extents) {
      if (each.bottom <= y) {
        above = Math.max(above, each.bottom);
      } else if (each.top >= y) {
        below = Math.min(below, each.top);
      }
    }
    return Math.min(WIDEST_GAP, below - above);
  }

  /** How much is cut apart at a height; 0 where nothing is but lines from top to bottom. */
  double cost(double y) {
    double all = 0;
    double arrows = 0;
    for (Extent each : extents) {
      if (each.top < y && y < each.bottom) {
        if (each.cost == ARROW) {
          arrows += ARROW;
        } else {
          all += each.cost;
        }
      }
    }
    return all + Math.min(arrows, MOST_OF_ARROWS);
  }
}
