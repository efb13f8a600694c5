package wireflight.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.diagram.Ladder;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * Packets as close as their labels let them stand, so that a slide holds many of them at a size
 * that can be read from the back row.
 *
 * <p>A label of one line lets the next packet come sooner than one of three. How many lines each
 * has is read off the ladder as it is drawn at the width of the slides. For one thread.
 */
final class Spacing {
  /** The heights of slots of packets whose labels have so many lines, from one. */
  private static final double[] HEIGHTS = {36, 44, 54};

  /** The same of the ends of measured flights, whose labels stand between those of others. */
  private static final double[] ENDS = {28, 38};

  private static final Pattern LABELLED = Pattern.compile("(?:frame|label)-(\\d+)");

  private final Timeline timeline;
  private final Map<Integer, Integer> lines = new HashMap<>();

  /** Packets whose labels have one line each, as far as is known. */
  Spacing(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Reads the labels of a picture; returns whether one has more lines than was known. */
  boolean read(Drawing drawn) {
    boolean more = false;
    for (Item item : drawn.items()) {
      if (item instanceof Item.Group group) {
        Matcher labelled = LABELLED.matcher(group.name());
        if (labelled.matches()) {
          int step = timeline.stepOf(Integer.parseInt(labelled.group(1)) - 1);
          int has = lines(group);
          more |= has > lines.getOrDefault(step, 1);
          lines.merge(step, has, Math::max);
        }
      }
    }
    return more;
  }

  /** A ladder whose packets stand as close as what was read allows. */
  Ladder of(Ladder ladder) {
    Map<Integer, Integer> known = Map.copyOf(lines);
    return ladder.spaced(
        step -> {
          double[] heights = timeline.kindOf(step) == StepKind.PACKET ? HEIGHTS : ENDS;
          return heights[Math.clamp(known.getOrDefault(step, 1), 1, heights.length) - 1];
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
