package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/** What a cut straight across a drawing would cut apart. */
final class PageCut {
  /** Cutting through a text or a small shape is as bad as through so many lines. */
  private static final double SHAPE = 100;

  /** Bars and backgrounds higher than this may be cut: they go on on the next page. */
  private static final double LONG = 48;

  /** Text reaches so far above its baseline and below it, as a share of its size. */
  private static final double ASCENT = 0.95;

  private static final double DESCENT = 0.3;

  private final List<Extent> extents = new ArrayList<>();

  private record Extent(double top, double bottom, double cost) {}

  PageCut(Drawing drawing) {
    drawing.items().forEach(this::take);
  }

  private void take(Item item) {
    switch (item) {
      case Item.Group group -> group.items().forEach(this::take);
      case Item.Text text ->
          add(text.y() - ASCENT * text.size(), text.y() + DESCENT * text.size(), SHAPE);
      case Item.Rectangle box -> add(box.y(), box.y() + box.height(), SHAPE);
      case Item.Ellipse disc ->
          add(disc.centreY() - disc.radiusY(), disc.centreY() + disc.radiusY(), SHAPE);
      case Item.Line line -> {
        boolean lifeline = line.x1() == line.x2();
        add(Math.min(line.y1(), line.y2()), Math.max(line.y1(), line.y2()), lifeline ? 0 : 1);
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
      extents.add(new Extent(top, bottom, small || cost < SHAPE ? cost : 1));
    }
  }

  /** How much is cut apart at a height; 0 where nothing is but lines from top to bottom. */
  double cost(double y) {
    return extents.stream()
        .filter(each -> each.top < y && y < each.bottom)
        .mapToDouble(Extent::cost)
        .sum();
  }
}
