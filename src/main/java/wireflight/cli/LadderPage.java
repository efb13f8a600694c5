package wireflight.cli;

import org.jspecify.annotations.Nullable;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;

/** A ladder as a page: the whole of it, some steps of it, or one moment. */
final class LadderPage {
  /** More steps than this would make a picture that no program opens with pleasure. */
  private static final int MOST_STEPS = 2000;

  private static final int MOST_LIFELINES = 100;

  /** The highest page, in CSS pixels: a linear scale can make pauses arbitrarily high. */
  private static final double HIGHEST = 400_000;

  private LadderPage() {}

  /**
   * What a person asked for.
   *
   * @param width in CSS pixels; more is used where the lifelines need more
   * @param height of the picture of one moment; null for all up to that moment
   * @param step the moment; null for no playhead
   * @param from the first step to show, from 1
   * @param to the last step to show; null for the last there is
   */
  record Request(
      int width, @Nullable Integer height, @Nullable Double step, int from, @Nullable Integer to) {}

  /** Draws it; what cannot be drawn is a {@link Failure} that says what can. */
  static Drawing draw(Timeline timeline, Fonts fonts, LadderStyle style, Request request) {
    int steps = timeline.steps();
    int last = request.to == null ? steps : Math.min(request.to, steps);
    if (request.from < 1 || request.from > Math.max(1, last)) {
      throw new Failure("--from and --to: the steps go from 1 to " + steps);
    }
    if (request.step != null && !(request.step >= 0 && request.step <= steps)) {
      throw new Failure("--step: the steps go from 0 to " + steps);
    }
    if (timeline.lifelines().size() > MOST_LIFELINES) {
      throw new Failure(
          "The recording has "
              + timeline.lifelines().size()
              + " sockets, more than fit side by side; choose a connection with --connection.");
    }
    Ladder ladder = new Ladder(timeline, new Typesetter(fonts), style);
    double width = ladder.contentWidth(request.width);
    double position = request.step == null ? last : Math.min(request.step, last);
    if (request.height != null && request.step != null) {
      double room = Math.max(0, ladder.y(width, position) - 0.75 * request.height);
      double most = Math.max(0, ladder.contentHeight(width) - request.height);
      Viewport view = new Viewport(width, request.height, 0, Math.min(room, most));
      return ladder.picture(view, position).drawing();
    }
    int shown = Math.min(last, (int) Math.ceil(position)) - request.from + 1;
    double top = ladder.y(width, request.from - 1) - ladder.y(width, 0);
    double below = ladder.contentHeight(width) - ladder.y(width, steps);
    double height = ladder.y(width, position) - top + below;
    if (shown > MOST_STEPS || height > HIGHEST) {
      throw new Failure(
          "The picture would show "
              + shown
              + " steps, too many for one; choose at most "
              + MOST_STEPS
              + " with --from and --to, or one connection with --connection.");
    }
    return ladder.picture(new Viewport(width, height, 0, top), position).drawing();
  }
}
