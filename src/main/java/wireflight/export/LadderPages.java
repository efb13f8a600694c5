package wireflight.export;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Region;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
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

  /** More slides than this nobody shows, and slide programs take minutes to open. */
  public static final int MOST_SLIDES = 1000;

  private static final int MOST_LIFELINES = 100;

  /** The highest picture, in CSS pixels: a linear scale can make pauses arbitrarily high. */
  private static final double HIGHEST = 400_000;

  /** How far down the playhead stands where there is more above it. */
  private static final double PLAYHEAD = 0.75;

  /** Smaller than this, as a share of its size at a desk, and text cannot be read. */
  private static final double SMALLEST = 0.45;

  private static final double HAIR = 0.01;

  private static final double HEADING = 56;
  private static final double HEADING_TEXT = 24;
  private static final double PLACE_TEXT = 16;
  private static final double MARGIN = 40;

  private final Timeline timeline;
  private final Typesetter type;
  private final LadderStyle style;
  private final String title;
  private final Ladder ladder;

  /**
   * Pages of a timeline.
   *
   * @param title what the pages are about; an empty one leaves the heading out
   */
  public LadderPages(Timeline timeline, Fonts fonts, LadderStyle style, String title) {
    this.timeline = timeline;
    this.type = new Typesetter(fonts);
    this.style = style;
    this.title = title;
    this.ladder = new Ladder(timeline, type, style);
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
    return upTo(range, range.to(), width);
  }

  /** As {@link #whole}, as far as the playhead has come at a position. */
  public Drawing upTo(Range range, double position, double width) throws PictureTooLargeException {
    checkLifelines();
    double wide = ladder.contentWidth(width);
    int shown = Math.min(range.to(), (int) Math.ceil(position)) - range.from() + 1;
    double height = height(range.from(), position, wide);
    if (shown > MOST_STEPS || height > HIGHEST) {
      throw new PictureTooLargeException(
          "The picture would show "
              + shown
              + " steps, too many for one; choose at most "
              + MOST_STEPS
              + " with --from and --to, or one connection with --connection.");
    }
    return ladder
        .picture(new Viewport(wide, height, 0, top(range.from(), wide)), position)
        .drawing();
  }

  /** The moment at a position in a picture of fixed height, scrolled to the playhead. */
  public Drawing moment(double position, double width, double height)
      throws PictureTooLargeException {
    checkLifelines();
    return moment(ladder, position, ladder.contentWidth(width), height).drawing();
  }

  private static Picture moment(Ladder ladder, double position, double width, double height) {
    double room = Math.max(0, ladder.y(width, position) - PLAYHEAD * height);
    double most = Math.max(0, ladder.contentHeight(width) - height);
    return ladder.picture(new Viewport(width, height, 0, Math.min(room, most)), position);
  }

  private void checkLifelines() throws PictureTooLargeException {
    if (timeline.lifelines().size() > MOST_LIFELINES) {
      throw new PictureTooLargeException(
          "The recording has "
              + timeline.lifelines().size()
              + " sockets, more than fit side by side; choose a connection with --connection.");
    }
  }

  /** How far the content is scrolled if a step is the first to be seen. */
  private double top(int from, double width) {
    // A hair further, as the step before ends where this one begins.
    return from == 1 ? 0 : ladder.y(width, from - 1) - ladder.y(width, 0) + HAIR;
  }

  private double height(int from, double position, double width) {
    double below = ladder.contentHeight(width) - ladder.y(width, timeline.steps());
    return ladder.y(width, position) - top(from, width) + below;
  }

  /**
   * The slides of a range.
   *
   * @param builds whether what a step brings appears at a click
   * @throws PictureTooLargeException if they would be too many, or too small to be read
   */
  public List<Slide> slides(Range range, Aspect aspect, Layout layout, boolean builds)
      throws PictureTooLargeException {
    checkLifelines();
    return switch (layout) {
      case ONE -> List.of(one(range, aspect, builds));
      case SLIDES -> {
        List<Range> cuts = cut(range, aspect);
        check(cuts.size());
        yield new Lazy(cuts.size(), at -> slide(cuts.get(at), aspect, builds));
      }
      case STEPS -> {
        int[] steps =
            IntStream.rangeClosed(range.from(), range.to())
                .filter(step -> timeline.kindOf(step) != StepKind.NARRATION)
                .toArray();
        check(steps.length);
        // Nothing happens in a recording that only talks; its slide shows that.
        yield steps.length == 0
            ? List.of(one(range, aspect, builds))
            : new Lazy(steps.length, at -> step(steps[at], range, aspect));
      }
    };
  }

  private void check(int slides) throws PictureTooLargeException {
    if (slides > MOST_SLIDES) {
      throw new PictureTooLargeException(
          "The deck would have "
              + slides
              + " slides; choose steps that need at most "
              + MOST_SLIDES
              + " with --from and --to, or one connection with --connection.");
    }
  }

  private double room(Aspect aspect) {
    return aspect.height() - (title.isEmpty() ? 0 : HEADING);
  }

  private List<Range> cut(Range range, Aspect aspect) {
    double width = ladder.contentWidth(aspect.width());
    double room = room(aspect) * width / aspect.width();
    List<Range> cuts = new ArrayList<>();
    int from = range.from();
    for (int to = from; to <= range.to(); to++) {
      if (to > from && height(from, to, width) > room) {
        cuts.add(new Range(from, to - 1));
        from = to;
      }
    }
    cuts.add(new Range(from, range.to()));
    return cuts;
  }

  private Slide slide(Range range, Aspect aspect, boolean builds) {
    double width = ladder.contentWidth(aspect.width());
    double height = room(aspect) * width / aspect.width();
    Viewport view = new Viewport(width, height, 0, top(range.from(), width));
    return compose(ladder.picture(view, range.to()), range, aspect, builds, notes(range));
  }

  private Slide one(Range range, Aspect aspect, boolean builds) throws PictureTooLargeException {
    double room = room(aspect);
    double width = ladder.contentWidth(aspect.width());
    // A wider picture is scaled down more and so leaves more height.
    double least = height(range.from(), range.to(), width) * aspect.width() / room;
    width = Math.max(width, ladder.contentWidth(Math.min(least, aspect.width() / SMALLEST)));
    double height = room * width / aspect.width();
    if (aspect.width() * style.size() / width < SMALLEST
        || height(range.from(), range.to(), width) > height + 1) {
      throw new PictureTooLargeException(
          "The "
              + range.size()
              + " steps would be too small to be read on one slide; leave --layout to cut them into"
              + " slides, or choose fewer with --from and --to.");
    }
    Viewport view = new Viewport(width, height, 0, top(range.from(), width));
    return compose(ladder.picture(view, range.to()), range, aspect, builds, notes(range));
  }

  private Slide step(int step, Range range, Aspect aspect) {
    double width = ladder.contentWidth(aspect.width());
    double height = room(aspect) * width / aspect.width();
    Picture picture = moment(ladder, step, width, height);
    int spoken = step;
    while (spoken > range.from() && timeline.kindOf(spoken) != StepKind.NARRATION) {
      spoken--;
    }
    String notes =
        spoken < step && timeline.kindOf(spoken) == StepKind.NARRATION
            ? timeline.sentence(spoken) + "\n" + timeline.sentence(step)
            : timeline.sentence(step);
    return compose(picture, new Range(step, step), aspect, false, notes);
  }

  private String notes(Range range) {
    StringBuilder notes = new StringBuilder();
    for (int step = range.from(); step <= range.to(); step++) {
      notes.append(notes.isEmpty() ? "" : "\n").append(timeline.sentence(step));
    }
    return notes.toString();
  }

  private Slide compose(Picture picture, Range range, Aspect aspect, boolean builds, String notes) {
    Drawing drawn = picture.drawing();
    double top = title.isEmpty() ? 0 : HEADING;
    Placement placement = new Placement(aspect.width() / drawn.width(), 0, top);
    List<Item> items = new ArrayList<>(placement.of(drawn.items()));
    String place = place(range);
    Item.@Nullable Text heading = null;
    if (!title.isEmpty()) {
      // What a scrolled picture leaves above its edge.
      items.add(new Item.Rectangle(0, 0, aspect.width(), HEADING, 0, drawn.background(), null));
      Item.Text where =
          text(aspect.width() - MARGIN, place, Face.REGULAR, PLACE_TEXT, Item.Anchor.END);
      items.add(where);
      double room = where.left() - 2 * MARGIN;
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
    String said = title.isEmpty() ? notes : title + "\n" + notes;
    List<List<String>> clicks = builds ? builds(picture.regions(), range) : List.of();
    return new Slide(whole, heading, place, said, clicks);
  }

  private Item.Text text(double x, String text, Face face, double size, Item.Anchor anchor) {
    var color = face == Face.BOLD ? style.palette().text() : style.palette().mutedText();
    return type.centred(x, HEADING / 2 + 2, text, face, size, color, anchor);
  }

  private String place(Range range) {
    return range.size() == 1
        ? "Step " + range.from() + " of " + timeline.steps()
        : "Steps " + range.from() + " to " + range.to() + " of " + timeline.steps();
  }

  /** What each step of the range brings, by the names of its groups. */
  private List<List<String>> builds(List<Region> regions, Range range) {
    List<List<String>> clicks = new ArrayList<>();
    for (int step = range.from(); step <= range.to(); step++) {
      List<String> names = new ArrayList<>();
      for (Region region : regions) {
        if (region.row() >= 0 && timeline.stepOf(region.row()) == step) {
          names.add(region.name());
        }
      }
      clicks.add(names);
    }
    return clicks;
  }

  /** Slides that are made each time they are asked for, and not kept. */
  private static final class Lazy extends AbstractList<Slide> {
    private final int size;
    private final IntFunction<Slide> slides;

    Lazy(int size, IntFunction<Slide> slides) {
      this.size = size;
      this.slides = slides;
    }

    @Override
    public Slide get(int index) {
      Objects.checkIndex(index, size);
      return slides.apply(index);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Slide> iterator() {
      return IntStream.range(0, size).mapToObj(slides).iterator();
    }
  }
}
