package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/**
 * A drawing without what is not seen of it.
 *
 * <p>Diagrams that scroll draw more than is in view, and hide it under rectangles in the colour of
 * the background. That is right for a picture; on a slide these rectangles would be in the way of
 * whoever selects a shape, and what lies outside the slide would stand around it in the editor.
 * Here, therefore, shapes end where they would be hidden, and nothing hides them.
 */
final class Uncovered {
  private static final double ROUNDING = 0.01;

  private final Drawing drawing;
  private double top;
  private double bottom;

  private Uncovered(Drawing drawing) {
    this.drawing = drawing;
    this.bottom = drawing.height();
  }

  /** What is seen of a drawing. */
  static Drawing of(Drawing drawing) {
    return drawing.with(new Uncovered(drawing).seen());
  }

  /** From the last item to the first: each hides parts of those before it. */
  private List<Item> seen() {
    List<Item> seen = new ArrayList<>();
    for (Item item : drawing.items().reversed()) {
      if (item instanceof Item.Rectangle cover && isCover(cover)) {
        double end = cover.y() + cover.height();
        if (cover.y() <= top + ROUNDING) {
          top = Math.max(top, end);
          continue;
        }
        if (end >= bottom - ROUNDING) {
          bottom = Math.min(bottom, cover.y());
          continue;
        }
      }
      Item part = new Strip(drawing.width(), top, bottom).of(item);
      if (part != null) {
        seen.add(part);
      }
    }
    return seen.reversed();
  }

  private boolean isCover(Item.Rectangle box) {
    return box.x() <= ROUNDING
        && box.x() + box.width() >= drawing.width() - ROUNDING
        && box.stroke() == null
        && box.radius() == 0
        && drawing.background().alpha() == 255
        && drawing.background().equals(box.fill());
  }
}
