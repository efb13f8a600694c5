package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Region;
import wireflight.diagram.Viewport;
import wireflight.timeline.Timeline;

/** A ladder cut into slides of one shape. Immutable; slides are made when they are asked for. */
record LadderSlides(
    Timeline timeline,
    LadderStyle style,
    SlideFrame frame,
    Ladder ladder,
    LadderCuts cuts,
    Aspect aspect) {
  /** Smaller than this, as a share of its size at a desk, and text cannot be read. */
  private static final double SMALLEST = 0.45;

  /** Of a crowd, a slide of a step shows those who took part in so many steps before it. */
  private static final int BEFORE = 5;

  /**
   * The slides of a range.
   *
   * @param builds whether what a step brings appears at a click
   * @throws PictureTooLargeException if they would be too many, or too small to be read
   */
  List<Slide> of(Range range, Layout layout, boolean builds) throws PictureTooLargeException {
    Crowd crowd = new Crowd(timeline, ladder, aspect.width());
    return switch (layout) {
      case ONE -> List.of(one(range, builds));
      case SLIDES -> {
        List<Range> parts = cut(range, crowd);
        yield Steps.lazily(parts.size(), at -> slide(parts, at, crowd, builds));
      }
      case STEPS -> {
        int[] steps = Steps.shown(timeline, range);
        Steps.check(steps.length);
        yield Steps.lazily(steps.length, at -> step(steps[at], range, crowd));
      }
    };
  }

  private List<Range> cut(Range range, Crowd crowd) throws PictureTooLargeException {
    boolean crowded = crowd.isOne();
    double width = crowded ? aspect.width() : ladder.contentWidth(aspect.width());
    double room = frame.room(aspect) * width / aspect.width();
    Steps.check(cuts.fewest(range, width, room));
    List<Range> parts =
        crowded
            ? cuts.cut(range, width, room, crowd::of, crowd.most())
            : cuts.cut(range, width, room);
    Steps.check(parts.size());
    return parts;
  }

  /** The ladder of some steps: of a crowd, only those who take part. */
  private Ladder shown(Range steps, Crowd crowd) {
    return crowd.isOne() ? ladder.only(crowd.of(steps)) : ladder;
  }

  private Slide slide(List<Range> parts, int at, Crowd crowd, boolean builds) {
    Range range = parts.get(at);
    int last = parts.getLast().to();
    Ladder part = shown(range, crowd);
    double width = part.contentWidth(aspect.width());
    double height = frame.room(aspect) * width / aspect.width();
    Viewport view = new Viewport(width, height, 0, cuts.top(range.from(), width));
    // What is still under way goes on on the next page, as on paper that was cut.
    double begin = range.from() == 1 ? 0 : part.y(width, range.from() - 1);
    double end = range.to() < last ? part.y(width, range.to()) : Double.MAX_VALUE;
    Picture picture = part.page(view, last, begin, end);
    List<List<String>> clicks = builds ? builds(picture.regions(), range) : List.of();
    String notes = Steps.notes(timeline, range);
    SlideFrame page = frame.page(at + 1, parts.size());
    return page.around(picture.drawing(), aspect, range, notes, clicks);
  }

  private Slide one(Range range, boolean builds) throws PictureTooLargeException {
    LadderPages.checkLifelines(timeline);
    double room = frame.room(aspect);
    double width = ladder.contentWidth(aspect.width());
    // A wider picture is scaled down more and so leaves more height.
    double least = cuts.height(range.from(), range.to(), width) * aspect.width() / room;
    width = Math.max(width, ladder.contentWidth(Math.min(least, aspect.width() / SMALLEST)));
    double height = room * width / aspect.width();
    if (aspect.width() * style.size() / width < SMALLEST
        || cuts.height(range.from(), range.to(), width) > height + 1) {
      throw new PictureTooLargeException(
          "The "
              + range.size()
              + " steps would be too small to be read on one slide; leave --layout to cut them into"
              + " slides, or choose fewer with --from and --to.",
          "tooLarge.slide",
          range.size());
    }
    Viewport view = new Viewport(width, height, 0, cuts.top(range.from(), width));
    Picture picture = ladder.picture(view, range.to());
    List<List<String>> clicks = builds ? builds(picture.regions(), range) : List.of();
    return frame.around(picture.drawing(), aspect, range, Steps.notes(timeline, range), clicks);
  }

  private Slide step(int step, Range range, Crowd crowd) {
    Ladder part = shown(new Range(Math.max(1, step - BEFORE), step), crowd);
    double width = part.contentWidth(aspect.width());
    double height = frame.room(aspect) * width / aspect.width();
    Picture picture = LadderPages.moment(part, step, width, height);
    return frame.around(
        picture.drawing(),
        aspect,
        new Range(step, step),
        Steps.notes(timeline, step, range),
        List.of());
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
}
