package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wireflight.diagram.Attention;
import wireflight.diagram.Diagram;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/**
 * Any view of a recording on paper, other than a ladder, which can be cut: the whole content at one
 * position of the playhead.
 *
 * @param diagram the view
 */
record ViewPages(Diagram diagram) {
  /** The highest picture, in CSS pixels. */
  private static final double HIGHEST = 400_000;

  /** Smaller than this, as a share of the size that was asked for, and text cannot be read. */
  private static final double SMALLEST = 0.45;

  /** Smaller than this, and it is rather cut into several pages. */
  private static final double COMFORTABLE = 0.7;

  /** Where what a step changes stands on its page, as a share of the page's height. */
  private static final double ATTENTION = 0.6;

  /** All of it, or what a given height shows; 0 for all. */
  Drawing picture(double position, double width, double height) throws PictureTooLargeException {
    double wide = diagram.contentWidth(width);
    double high = height > 0 ? height : diagram.contentHeight(wide);
    if (high > HIGHEST) {
      throw new PictureTooLargeException(
          "The picture would be too high for any program; choose one connection with"
              + " --connection.",
          "tooLarge.high");
    }
    return diagram.picture(new Viewport(wide, high), position).drawing();
  }

  /**
   * As large as fits into a room, and not larger than for a reader at a desk times the size of the
   * diagram.
   *
   * @throws PictureTooLargeException if it would be too small to be read
   */
  Drawing fitted(double position, double width, double height) throws PictureTooLargeException {
    if (!fits(width, height, SMALLEST)) {
      throw tooSmall();
    }
    return roughly(position, width, height);
  }

  private boolean fits(double width, double height, double smallest) {
    double wide = wide(width, height);
    return diagram.contentHeight(wide) <= height * wide / width && width / wide >= smallest;
  }

  private static PictureTooLargeException tooSmall() {
    return new PictureTooLargeException(
        "This view would be too small to be read on a slide; choose one connection with"
            + " --connection, or write it as .svg, .png or .pdf.",
        "tooLarge.view");
  }

  /**
   * All of it on as many pages as it takes.
   *
   * @throws PictureTooLargeException if lines would be too small to be read, or pages too many
   */
  List<Drawing> pages(double position, double width, double height)
      throws PictureTooLargeException {
    if (fits(width, height, COMFORTABLE)) {
      return List.of(roughly(position, width, height));
    }
    double wide = diagram.contentWidth(width);
    double all = diagram.contentHeight(wide);
    if (width / wide < SMALLEST || all > HIGHEST) {
      throw tooSmall();
    }
    double high = height * wide / width;
    double bottom = all - diagram.footing();
    double most = high - diagram.heading() - diagram.footing();
    PageCut cut = new PageCut(diagram.picture(new Viewport(wide, all), position).drawing());
    List<Double> cuts = new ArrayList<>(List.of(diagram.heading()));
    while (cuts.getLast() < bottom) {
      cuts.add(cut.next(cuts.getLast(), bottom, most));
    }
    Steps.check(cuts.size() - 1);
    return Steps.lazily(
        cuts.size() - 1,
        page -> {
          double scroll = cuts.get(page) - diagram.heading();
          Viewport view = new Viewport(wide, high, 0, scroll);
          Drawing drawn = diagram.picture(view, position).drawing();
          double end = cuts.get(page + 1) - scroll;
          List<Item> items = new ArrayList<>(drawn.items());
          double below = high - diagram.footing() - end;
          if (below > 0) {
            items.add(new Item.Rectangle(0, end, wide, below, 0, drawn.background(), null));
          }
          return placed(drawn, items, width, height);
        });
  }

  /**
   * Fails if not even what a step changes can be shown so that it can be read.
   *
   * @throws PictureTooLargeException if every part of it matters alike, or it is too small
   */
  void checkAround(double position, double width, double height) throws PictureTooLargeException {
    double wide = diagram.contentWidth(width);
    if (!fits(width, height, SMALLEST)
        && (width / wide < SMALLEST || diagram.attention(wide, position).isEmpty())) {
      throw tooSmall();
    }
  }

  /** All of it, or, if that would be too small to be read, what a step changes. */
  Drawing around(double position, double width, double height) {
    double wide = diagram.contentWidth(width);
    double high = height * wide / width;
    Optional<Attention> attention = diagram.attention(wide, position);
    if (attention.isEmpty() || fits(width, height, COMFORTABLE)) {
      return roughly(position, width, height);
    }
    double most = Math.max(0, diagram.contentHeight(wide) - high);
    double scroll = Math.clamp(attention.get().y() - ATTENTION * high, 0, most);
    Drawing drawn = diagram.picture(new Viewport(wide, high, 0, scroll), position).drawing();
    return placed(drawn, drawn.items(), width, height);
  }

  /** Scaled to a page. */
  private static Drawing placed(Drawing drawn, List<Item> items, double width, double height) {
    return new Drawing(
        width,
        height,
        drawn.background(),
        drawn.title(),
        drawn.description(),
        new Placement(width / drawn.width(), 0, 0).of(items));
  }

  /** How wide a picture must be for all of it to be seen in a room of this shape. */
  private double wide(double width, double height) {
    double narrow = 0; // too narrow, if not 0
    double wide = diagram.contentWidth(width);
    // A wider picture is scaled down more and so leaves more height.
    for (int turn = 0; turn < 6 && diagram.contentHeight(wide) > height * wide / width; turn++) {
      narrow = wide;
      wide = diagram.contentWidth(wide * 1.2);
    }
    for (int turn = 0; turn < 4 && narrow > 0; turn++) { // no smaller than it need be
      double between = diagram.contentWidth((narrow + wide) / 2);
      if (diagram.contentHeight(between) > height * between / width) {
        narrow = between;
      } else {
        wide = between;
      }
    }
    return wide;
  }

  /** As {@link #fitted}, however small that is. */
  Drawing roughly(double position, double width, double height) {
    double wide = wide(width, height);
    double high = height * wide / width;
    Drawing drawn = diagram.picture(new Viewport(wide, high), position).drawing();
    return placed(drawn, drawn.items(), width, height);
  }
}
