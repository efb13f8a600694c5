package wireflight.diagram;

import java.util.Arrays;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

/**
 * How high everything stands: every step has a slot of its own, so that no two steps' labels can
 * overlap.
 *
 * <p>Computed once a timeline as one running sum, so that a view of a million steps finds its own
 * by bisection.
 */
final class Slots {
  private static final double PACKET = 82;
  private static final double CALL = 20;
  private static final double LISTENING = 45;

  private final Timeline timeline;
  private final double size;
  private final double[] ends;

  Slots(Timeline timeline, TimeScale scale, double size) {
    this.timeline = timeline;
    this.size = size;
    ends = new double[timeline.steps() + 1];
    for (int step = 1; step < ends.length; step++) {
      double pause =
          step == 1 ? 0 : scale.height(timeline.timeOf(step) - timeline.timeOf(step - 1));
      ends[step] = ends[step - 1] + pause + height(step);
    }
  }

  private double height(int step) {
    return size
        * switch (timeline.kindOf(step)) {
          case PACKET -> PACKET;
          case CALL, CALL_ENTERED, CALL_RETURNED -> CALL;
          case LISTENING -> LISTENING;
          case NARRATION -> 0;
        };
  }

  /** Where a step's slot begins. */
  double top(int step) {
    return ends[step] - height(step);
  }

  /** Where the last slot ends. */
  double end() {
    return ends[ends.length - 1];
  }

  /** How high the playhead stands at a position. */
  double at(double position) {
    int whole = (int) Math.clamp(Math.floor(position), 0, ends.length - 1);
    double part = position - whole;
    return whole + 1 < ends.length && part > 0
        ? ends[whole] + part * (ends[whole + 1] - ends[whole])
        : ends[whole];
  }

  /** The position whose playhead stands at a height; the reverse of {@link #at}. */
  double position(double y) {
    int step = stepAt(y);
    if (y <= ends[0] || step == 0) {
      return 0;
    }
    double height = ends[step] - ends[step - 1];
    return height == 0 ? step : Math.min(step, step - 1 + (y - ends[step - 1]) / height);
  }

  /** The step whose slot, with the pause before it, holds a height; the nearest one outside. */
  int stepAt(double y) {
    int found = Arrays.binarySearch(ends, y);
    int step = found < 0 ? -found - 1 : found;
    return Math.clamp(step, Math.min(1, ends.length - 1), ends.length - 1);
  }
}
