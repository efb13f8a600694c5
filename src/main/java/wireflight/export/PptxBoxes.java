package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Item;

/** Where shapes lie on a slide, in English metric units (914,400 an inch). */
final class PptxBoxes {
  /** Farther out than any slide is large; programs refuse what 32 bits do not hold. */
  private static final double FARTHEST = 1e9;

  /** The height of a line of text, in ems. */
  private static final double LINE = 1.2;

  /**
   * From the middle of a line to its baseline, in ems. Slide programs make lines of every font
   * alike, 1.2 ems high; found in LibreOffice, whose baseline is 0.996 ems below their top.
   */
  private static final double BELOW_MIDDLE = 0.396;

  private final double emu;

  PptxBoxes(double emu) {
    this.emu = emu;
  }

  /** An upright rectangle. */
  record Box(long x, long y, long width, long height) {
    Box with(Box other) {
      long left = Math.min(x, other.x);
      long top = Math.min(y, other.y);
      long right = Math.max(x + width, other.x + other.width);
      long bottom = Math.max(y + height, other.y + other.height);
      return new Box(left, top, right - left, bottom - top);
    }
  }

  /** A length of the drawing; 0 for what is no number. */
  long emu(double length) {
    return Math.round(Math.clamp(length * emu, -FARTHEST, FARTHEST));
  }

  private Box between(double x1, double y1, double x2, double y2) {
    long left = emu(Math.min(x1, x2));
    long top = emu(Math.min(y1, y2));
    return new Box(left, top, emu(Math.max(x1, x2)) - left, emu(Math.max(y1, y2)) - top);
  }

  Box of(Item item) {
    return switch (item) {
      case Item.Line line -> between(line.x1(), line.y1(), line.x2(), line.y2());
      case Item.Rectangle box ->
          between(
              box.x(),
              box.y(),
              box.x() + Math.max(0, box.width()),
              box.y() + Math.max(0, box.height()));
      case Item.Ellipse ring ->
          between(
              ring.centreX() - ring.radiusX(),
              ring.centreY() - ring.radiusY(),
              ring.centreX() + ring.radiusX(),
              ring.centreY() + ring.radiusY());
      case Item.Polygon polygon -> of(steps(polygon));
      case Item.Path path -> of(path.steps());
      case Item.Text text -> {
        double size = text.size();
        double middle = text.y() - BELOW_MIDDLE * size;
        yield between(
            text.left(),
            middle - LINE / 2 * size,
            text.left() + text.advance(),
            middle + LINE / 2 * size);
      }
      case Item.Group group -> {
        Box all = null;
        for (Item member : group.items()) {
          Box box = of(member);
          all = all == null ? box : all.with(box);
        }
        yield all == null ? new Box(0, 0, 0, 0) : all;
      }
    };
  }

  private Box of(List<Item.Step> steps) {
    Box all = null;
    for (Item.Step step : steps) {
      Box box =
          switch (step) {
            case Item.Step.Move(double x, double y) -> between(x, y, x, y);
            case Item.Step.To(double x, double y) -> between(x, y, x, y);
            case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                between(x1, y1, x2, y2).with(between(x, y, x, y));
            case Item.Step.Close() -> null;
          };
      if (box != null) {
        all = all == null ? box : all.with(box);
      }
    }
    return all == null ? new Box(0, 0, 0, 0) : all;
  }

  /** A polygon as a closed path. */
  static List<Item.Step> steps(Item.Polygon polygon) {
    List<Item.Step> steps = new ArrayList<>();
    for (Item.Point point : polygon.points()) {
      steps.add(
          steps.isEmpty()
              ? new Item.Step.Move(point.x(), point.y())
              : new Item.Step.To(point.x(), point.y()));
    }
    if (!steps.isEmpty()) {
      steps.add(new Item.Step.Close());
    }
    return steps;
  }
}
