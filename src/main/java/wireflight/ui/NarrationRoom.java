package wireflight.ui;

import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * How much height the words of a recording's steps need at a width, so that it can be kept free and
 * nothing jumps from one step to the next.
 *
 * <p>Looks at the first steps of a long recording only; those of a lesson are all among them.
 */
final class NarrationRoom {
  private static final int MOST_STEPS = 400;

  /** Sizes and heights of lines as the style sheet has them, in pixels. */
  private static final double LARGE = 21;

  private static final double LARGE_LINE = 27;
  private static final double SMALL = 18;
  private static final double SMALL_LINE = 23;

  /** Words are wider where they are strong, and lines end before the edge. */
  private static final double RAGGED = 1.06;

  private final Fonts fonts;
  private int measured;
  private double needed;

  NarrationRoom(Fonts fonts) {
    this.fonts = fonts;
  }

  /** Forgets everything, for another recording or width. */
  void clear() {
    measured = 0;
    needed = 0;
  }

  /**
   * The height for all steps there are, some of which may have come since it was asked last.
   *
   * @param width of a line, in pixels
   * @param letters how many times larger than usual letters are
   */
  double needed(Timeline steps, double width, double letters) {
    int until = Math.min(steps.steps(), MOST_STEPS);
    for (int step = measured + 1; step <= until; step++) {
      String told = steps.narration(step);
      double height =
          steps.kindOf(step) == StepKind.NARRATION
              ? lines(told, LARGE * letters, width) * LARGE_LINE
              : lines(steps.sentence(step), LARGE * letters, width) * LARGE_LINE
                  + lines(told, SMALL * letters, width) * SMALL_LINE;
      needed = Math.max(needed, Math.ceil(height * letters));
    }
    measured = Math.max(measured, until);
    return needed;
  }

  private double lines(String text, double size, double width) {
    return Math.ceil(fonts.advance(Face.REGULAR, size, text) * RAGGED / width);
  }
}
