package wireflight.export;

import java.util.List;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Subject;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Moment;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * A ladder on paper: the whole of it as one picture, cut into slides, or a slide for every step.
 *
 * <p>Immutable; any thread may use it. Slides are made when they are asked for.
 */
public final class LadderPages {
  /** More steps than this would make a picture that no program opens with pleasure. */
  public static final int MOST_STEPS = 2000;

  private static final int MOST_LIFELINES = 100;

  /** The highest picture, in CSS pixels: a linear scale can make pauses arbitrarily high. */
  private static final double HIGHEST = 400_000;

  /** Of more steps nobody makes slides that he looks at one by one. */
  private static final int MOST_CLOSE = 5000;

  private static final int ROUNDS = 4;

  /** How far down the playhead stands where there is more above it. */
  private static final double PLAYHEAD = 0.75;

  /** Where pages are turned, and where the playhead then stands, as shares of the height. */
  private static final double LOWEST = 0.88;

  private static final double HIGHEST_AFTER_TURN = 0.35;

  private final Timeline timeline;
  private final LadderStyle style;
  private final SlideFrame frame;
  private final Ladder ladder;
  private final LadderCuts cuts;

  /**
   * Pages of a timeline.
   *
   * @param title what the pages are about; an empty one leaves the heading out
   */
  public LadderPages(Timeline timeline, Fonts fonts, LadderStyle style, String title) {
    this(timeline, new Ladder(timeline, new Typesetter(fonts), style), fonts, style, title);
  }

  /** Pages of a subject, with the numbers of its connection where the style wants them. */
  LadderPages(Subject subject, Fonts fonts, LadderStyle style, String title) {
    this(
        subject.timeline(), new Ladder(subject, new Typesetter(fonts), style), fonts, style, title);
  }

  private LadderPages(
      Timeline timeline, Ladder ladder, Fonts fonts, LadderStyle style, String title) {
    this.timeline = timeline;
    this.style = style;
    this.frame =
        new SlideFrame(
            title,
            "",
            timeline.steps(),
            new Typesetter(fonts),
            style.palette(),
            timeline.language().texts(SlideFrame.class));
    this.ladder = ladder;
    this.cuts = cuts(ladder);
  }

  private LadderCuts cuts(Ladder of) {
    return new LadderCuts(
        of, timeline.steps(), step -> timeline.kindOf(step) == StepKind.NARRATION);
  }

  /** The title of the lesson that a recording is of; else the given words. */
  public static String title(Timeline timeline, String otherwise) {
    for (int step = 1; step <= timeline.steps(); step++) {
      if (timeline.kindOf(step) == StepKind.NARRATION) {
        for (Moment moment : timeline.momentsAt(timeline.rowOf(step))) {
          if (moment instanceof Moment.Narration said && said.title() != null) {
            return said.title();
          }
        }
        break;
      }
    }
    return otherwise;
  }

  /**
   * The steps of a range in one picture, as high as they need.
   *
   * @param width in CSS pixels; more is used where the lifelines need more
   * @throws PictureTooLargeException if there are too many, or the scale of time makes it too high
   */
  public Drawing whole(Range range, double width) throws PictureTooLargeException {
    return picture(range, width).drawing();
  }

  /** As {@link #whole}, with what can be pointed at. */
  Picture picture(Range range, double width) throws PictureTooLargeException {
    return picture(range, range.to(), width);
  }

  /** As {@link #whole}, as far as the playhead has come at a position. */
  public Drawing upTo(Range range, double position, double width) throws PictureTooLargeException {
    return picture(range, position, width).drawing();
  }

  private Picture picture(Range range, double position, double width)
      throws PictureTooLargeException {
    checkLifelines();
    double wide = ladder.contentWidth(width);
    int shown = Math.min(range.to(), (int) Math.ceil(position)) - range.from() + 1;
    double height = cuts.height(range.from(), position, wide);
    if (shown > MOST_STEPS || height > HIGHEST) {
      throw new PictureTooLargeException(
          "The picture would show "
              + shown
              + " steps, too many for one; choose at most "
              + MOST_STEPS
              + " with --from and --to, or one connection with --connection.",
          "tooLarge.steps",
          shown,
          MOST_STEPS);
    }
    return ladder.picture(new Viewport(wide, height, 0, cuts.top(range.from(), wide)), position);
  }

  /** The moment at a position in a picture of fixed height, scrolled to the playhead. */
  public Drawing moment(double position, double width, double height)
      throws PictureTooLargeException {
    checkLifelines();
    return scrolled(position, width, height);
  }

  /** As {@link #moment}, where it is known that there are not too many lifelines. */
  Drawing scrolled(double position, double width, double height) {
    return moment(ladder, position, ladder.contentWidth(width), height).drawing();
  }

  /**
   * As {@link #scrolled}, but turned like pages: while the playhead goes down a page nothing else
   * moves, which is easier to follow, and in an animation far smaller.
   */
  Drawing turned(double position, double width, double height) {
    double wide = ladder.contentWidth(width);
    double below = ladder.y(wide, position) - LOWEST * height;
    double page = (LOWEST - HIGHEST_AFTER_TURN) * height;
    double scroll = page * Math.max(0, Math.ceil(below / page));
    double most = Math.max(0, ladder.contentHeight(wide) - height);
    return ladder
        .picture(new Viewport(wide, height, 0, Math.min(scroll, most)), position)
        .drawing();
  }

  static Picture moment(Ladder ladder, double position, double width, double height) {
    double room = Math.max(0, ladder.y(width, position) - PLAYHEAD * height);
    double most = Math.max(0, ladder.contentHeight(width) - height);
    return ladder.picture(new Viewport(width, height, 0, Math.min(room, most)), position);
  }

  private void checkLifelines() throws PictureTooLargeException {
    checkLifelines(timeline);
  }

  static void checkLifelines(Timeline timeline) throws PictureTooLargeException {
    if (timeline.lifelines().size() > MOST_LIFELINES) {
      throw new PictureTooLargeException(
          "The recording has "
              + timeline.lifelines().size()
              + " sockets, more than fit side by side; choose a connection with --connection.",
          "tooLarge.sockets",
          timeline.lifelines().size());
    }
  }

  /**
   * The slides of a range.
   *
   * @param builds whether what a step brings appears at a click
   * @throws PictureTooLargeException if they would be too many, or too small to be read
   */
  public List<Slide> slides(Range range, Aspect aspect, Layout layout, boolean builds)
      throws PictureTooLargeException {
    return close(range, aspect).of(range, layout, builds);
  }

  /** Slides whose packets stand as close as their labels let them. */
  private LadderSlides close(Range range, Aspect aspect) throws PictureTooLargeException {
    boolean crowded = new Crowd(timeline, ladder, aspect.width()).isOne();
    if (range.size() > (crowded ? MOST_CLOSE / 5 : MOST_CLOSE)) {
      return slides(ladder, aspect);
    }
    Spacing spacing = new Spacing(timeline);
    if (!crowded) {
      double width = ladder.contentWidth(aspect.width());
      double top = cuts.top(range.from(), width);
      double height = ladder.contentHeight(width) - top;
      spacing.read(ladder.picture(new Viewport(width, height, 0, top), range.to()).drawing());
      return slides(spacing.of(ladder), aspect);
    }
    // Of a crowd each slide has lifelines of its own, and so much room for labels; where one needs
    // more lines than was thought, slides are cut anew.
    for (int round = 0; round < ROUNDS; round++) {
      LadderSlides tried = slides(spacing.of(ladder), aspect);
      boolean more = false;
      for (Slide slide : tried.of(range, Layout.SLIDES, false)) {
        more |= spacing.read(slide.picture());
      }
      if (!more) {
        return tried;
      }
    }
    return slides(ladder, aspect);
  }

  private LadderSlides slides(Ladder of, Aspect aspect) {
    return new LadderSlides(timeline, style, frame, of, cuts(of), aspect);
  }
}
