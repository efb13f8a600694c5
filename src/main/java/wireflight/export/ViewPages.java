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

  /** How much smaller everything may be so that less is cut apart. */
  private static final double[] SMALLER = {0.92, 0.85, 0.78, COMFORTABLE};

  /** What one more page costs, beside what is cut apart ({@link PageCut}). */
  private static final double PAGE = 4;

  /** What is left free below the last shape, in CSS pixels. */
  private static final double MARGIN = 16;

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
    Cuts best = cuts(position, width, height, 1);
    for (double share : SMALLER) {
      // Only where less is cut apart, or fewer pages are needed.
      Cuts smaller = cuts(position, width, height, share);
      best = smaller.cost() < best.cost() - 1 ? smaller : best;
    }
    Cuts cuts = best;
    Steps.check(cuts.pages());
    return Steps.lazily(
        cuts.pages(),
        page -> {
          double scroll = cuts.at().get(page) - diagram.heading();
          double end = cuts.at().get(page + 1) - scroll + diagram.footing();
          Viewport view = new Viewport(cuts.wide(), end, 0, scroll);
          Drawing drawn = diagram.picture(view, position).drawing();
          List<Item> items = new ArrayList<>(drawn.items());
          double below = height * cuts.wide() / width - end;
          if (below > 0) { // what goes on on the next page
            var cover = new Item.Rectangle(0, end, cuts.wide(), below, 0, drawn.background(), null);
            items.add(cover);
          }
          return placed(drawn, items, width, height);
        });
  }

  /**
   * Where the content is cut.
   *
   * @param wide how wide it is laid out
   * @param at from the top of the first page to the bottom of the last one
   * @param cost of what is cut apart, and of pages
   */
  private record Cuts(double wide, List<Double> at, double cost) {
    int pages() {
      return at.size() - 1;
    }
  }

  private Cuts cuts(double position, double width, double height, double share)
      throws PictureTooLargeException {
    double wide = diagram.contentWidth(width / share);
    double all = diagram.contentHeight(wide);
    if (width / wide < SMALLEST || all > HIGHEST) {
      throw tooSmall();
    }
    double most = height * wide / width - diagram.heading() - diagram.footing();
    PageCut cut = new PageCut(diagram.picture(new Viewport(wide, all), position).drawing(), most);
    double last = cut.lastAbove(all - diagram.footing());
    double bottom = Math.min(all - diagram.footing(), last + MARGIN);
    List<Double> at = new ArrayList<>(List.of(diagram.heading()));
    double cost = 0;
    while (at.getLast() < last) {
      double next = cut.next(at.getLast(), bottom, most);
      at.add(next);
      cost += PAGE + (next < bottom ? cut.cost(next) : 0);
    }
    return new Cuts(wide, at, cost);
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
