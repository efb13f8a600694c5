package wireflight.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.diagram.Ladder;
import wireflight.diagram.Viewport;
import wireflight.drawing.Item;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * Packets as close as their labels let them stand, so that a slide holds many of them at a size
 * that can be read from the back row.
 *
 * <p>A label of one line lets the next packet come sooner than one of three. How many lines each
 * has is read off the ladder as it is drawn at the width of the slides.
 */
final class Spacing {
  /** Of more steps nobody makes slides that he looks at one by one. */
  private static final int MOST_STEPS = 5000;

  /** The heights of slots of packets whose labels have so many lines, from one. */
  private static final double[] HEIGHTS = {36, 44, 54};

  /** The same of the ends of measured flights, whose labels stand between those of others. */
  private static final double[] ENDS = {28, 38};

  private static final Pattern LABELLED = Pattern.compile("(?:frame|label)-(\\d+)");

  private Spacing() {}

  /**
   * A ladder whose packets stand close.
   *
   * @param range the steps that will be shown
   * @param width of the content
   */
  static Ladder close(Ladder ladder, Timeline timeline, Range range, double width) {
    if (range.size() > MOST_STEPS) {
      return ladder;
    }
    double top = range.from() == 1 ? 0 : ladder.y(width, range.from() - 1) - ladder.y(width, 0);
    double height = ladder.contentHeight(width) - top;
    var drawn = ladder.picture(new Viewport(width, height, 0, top), range.to()).drawing();
    Map<Integer, Integer> lines = new HashMap<>();
    for (Item item : drawn.items()) {
      if (item instanceof Item.Group group) {
        Matcher labelled = LABELLED.matcher(group.name());
        if (labelled.matches()) {
          int row = Integer.parseInt(labelled.group(1)) - 1;
          lines.merge(timeline.stepOf(row), lines(group), Math::max);
        }
      }
    }
    return ladder.spaced(
        step -> {
          double[] heights = timeline.kindOf(step) == StepKind.PACKET ? HEIGHTS : ENDS;
          int count = lines.getOrDefault(step, 1);
          return heights[Math.clamp(count, 1, heights.length) - 1];
        });
  }

  private static int lines(Item.Group group) {
    Set<Double> baselines = new HashSet<>();
    for (Item item : group.items()) {
      if (item instanceof Item.Text text && !text.text().isEmpty()) {
        baselines.add(text.y());
      }
    }
    return baselines.size();
  }
}
