package wireflight.export;

import wireflight.diagram.Diagram;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;

/**
 * Any view of a recording on paper, other than a ladder, which can be cut: the whole content at one
 * position of the playhead.
 *
 * @param diagram the view
 */
record ViewPages(Diagram diagram) {
  /** The highest picture, in CSS pixels. */
  private static final double HIGHEST = 400_000;

  /** Smaller than this, as a share of its size at a desk, and text cannot be read. */
  private static final double SMALLEST = 0.45;

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
    double wide = wide(width, height);
    if (diagram.contentHeight(wide) > height * wide / width || width / wide < SMALLEST) {
      throw new PictureTooLargeException(
          "This view would be too small to be read on a slide; choose one connection with"
              + " --connection, or write it as .svg, .png or .pdf.",
          "tooLarge.view");
    }
    return roughly(position, width, height);
  }

  /** How wide a picture must be for all of it to be seen in a room of this shape. */
  private double wide(double width, double height) {
    double wide = diagram.contentWidth(width);
    // A wider picture is scaled down more and so leaves more height.
    for (int turn = 0; turn < 6 && diagram.contentHeight(wide) > height * wide / width; turn++) {
      wide = diagram.contentWidth(wide * 1.2);
    }
    return wide;
  }

  /** As {@link #fitted}, however small that is. */
  Drawing roughly(double position, double width, double height) {
    double wide = wide(width, height);
    double high = height * wide / width;
    Drawing drawn = diagram.picture(new Viewport(wide, high), position).drawing();
    return new Drawing(
        width,
        height,
        drawn.background(),
        drawn.title(),
        drawn.description(),
        new Placement(width / wide, 0, 0).of(drawn.items()));
  }
}
