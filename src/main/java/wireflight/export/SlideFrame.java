package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.language.Texts;

/**
 * What stands around a picture on a slide: above it the title, and which steps it shows.
 *
 * @param title an empty one leaves the heading out
 * @param page which page of how many it is; empty if that does not matter
 * @param steps how many the recording has
 */
record SlideFrame(
    String title, String page, int steps, Typesetter type, Palette palette, Texts texts) {
  private static final double HEADING = 56;
  private static final double HEADING_TEXT = 24;
  private static final double PLACE_TEXT = 16;
  private static final double MARGIN = 40;
  private static final double BETWEEN = 24;

  /** The same for one of several pages that belong together. */
  SlideFrame page(int number, int pages) {
    return pages == 1
        ? this
        : new SlideFrame(
            title,
            texts.get("slideFrame.page", String.valueOf(number), String.valueOf(pages)),
            steps,
            type,
            palette,
            texts);
  }

  /** How high the picture may be. */
  double room(Aspect aspect) {
    return aspect.height() - top();
  }

  private double top() {
    return title.isEmpty() ? 0 : HEADING;
  }

  /**
   * The slide.
   *
   * @param drawn the picture; it is scaled to the slide's width
   * @param range the steps that it shows
   * @param said what the speaker may say besides the title
   * @param builds what appears at each click
   */
  Slide around(Drawing drawn, Aspect aspect, Range range, String said, List<List<String>> builds) {
    Placement placement = new Placement(aspect.width() / drawn.width(), 0, top());
    List<Item> items = new ArrayList<>(placement.of(drawn.items()));
    String from = String.valueOf(range.from());
    String all = String.valueOf(steps);
    String place =
        range.size() == 1
            ? texts.get("slideFrame.step", from, all)
            : texts.get("slideFrame.steps", from, String.valueOf(range.to()), all);
    Item.@Nullable Text heading = null;
    if (!title.isEmpty()) {
      // What a scrolled picture leaves above its edge.
      items.add(new Item.Rectangle(0, 0, aspect.width(), HEADING, 0, drawn.background(), null));
      Item.Text where =
          text(aspect.width() - MARGIN, place, Face.REGULAR, PLACE_TEXT, Item.Anchor.END);
      items.add(where);
      double room = where.left() - 2 * MARGIN;
      if (!page.isEmpty()) {
        double right = where.left() - BETWEEN;
        Item.Text which = text(right, page, Face.SEMIBOLD, PLACE_TEXT, Item.Anchor.END);
        items.add(which);
        room = which.left() - 2 * MARGIN;
      }
      String shown = type.ellipsize(title, Face.BOLD, HEADING_TEXT, room);
      heading = text(MARGIN, shown, Face.BOLD, HEADING_TEXT, Item.Anchor.START);
    }
    Drawing whole =
        new Drawing(
            aspect.width(),
            aspect.height(),
            drawn.background(),
            drawn.title(),
            drawn.description(),
            items);
    String notes = title.isEmpty() ? said : title + "\n" + said;
    return new Slide(whole, heading, place, notes, builds);
  }

  private Item.Text text(double x, String text, Face face, double size, Item.Anchor anchor) {
    var color = face == Face.BOLD ? palette.text() : palette.mutedText();
    return type.centred(x, HEADING / 2 + 2, text, face, size, color, anchor);
  }
}
