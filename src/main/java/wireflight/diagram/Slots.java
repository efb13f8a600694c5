package wireflight.diagram;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import wireflight.timeline.StepKind;
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
  /** Above and below a packet whose flight was not measured. */
  private static final double AROUND_PACKET = 10;

  /** The departure or arrival of a packet whose flight was measured. */
  private static final double END_OF_FLIGHT = 38;

  private static final double END_OF_FLIGHT_IN_LOG = 24;

  /** What is left of a pause in which nothing is on its way, where height is time. */
  private static final double BREAK = 30;

  /** So far below the top of its slot an arrow begins whose flight was not measured. */
  private static final double DEPARTURE = 5;

  private static final double CALL = 20;
  private static final double LISTENING = 45;

  private final Timeline timeline;
  private final TimeScale scale;
  private final double size;
  private final IntToDoubleFunction packets;
  private final double[] ends;

  Slots(Timeline timeline, LadderStyle style) {
    this(timeline, style, step -> usual(timeline.kindOf(step), style));
  }

  /**
   * Slots of heights that somebody chose.
   *
   * @param packets how high, at a size of 1, the slot of a step is that is a packet or one end of a
   *     measured flight; where height is nothing but time it is not asked
   */
  Slots(Timeline timeline, LadderStyle style, IntToDoubleFunction packets) {
    this.timeline = timeline;
    this.scale = style.scale();
    this.size = style.size();
    this.packets = packets;
    ends = new double[timeline.steps() + 1];
    for (int step = 1; step < ends.length; step++) {
      ends[step] = ends[step - 1] + (step == 1 ? 0 : pause(step)) + height(step);
    }
  }

  private static double usual(StepKind kind, LadderStyle style) {
    if (kind == StepKind.PACKET) {
      return style.fall() + AROUND_PACKET;
    }
    return style.scale() instanceof TimeScale.Ordinal ? END_OF_FLIGHT : END_OF_FLIGHT_IN_LOG;
  }

  private double pause(int step) {
    double pause = scale.height(timeline.timeOf(step) - timeline.timeOf(step - 1));
    return isTrue() && timeline.isQuiet(step) ? Math.min(pause, BREAK * size) : pause;
  }

  /** Whether height is nothing but time wherever something is on its way. */
  boolean isTrue() {
    return timeline.measured() && scale instanceof TimeScale.Linear;
  }

  /** How far down the arrow of a step goes whose flight was not measured. */
  double fall(int step) {
    return (packets.applyAsDouble(step) - AROUND_PACKET) * size;
  }

  /**
   * Where the arrow of a step begins whose flight was not measured: in its slot, or, where it has
   * none, so that it comes when the packet was captured, as it is one that only its receiver saw.
   */
  double unmeasured(int step) {
    double fall = fall(step);
    return height(step) == 0 && ends[step] > fall
        ? ends[step] - fall
        : top(step) + DEPARTURE * size;
  }

  /** Where a flight departs in the slot of its departure. */
  double departure(int step) {
    return top(step) + 0.3 * height(step);
  }

  /** Where a flight arrives in the slot of its arrival. */
  double arrival(int step) {
    return top(step) + 0.7 * height(step);
  }

  /** How high a moment stands, nanoseconds since the epoch, between the steps around it. */
  double atTime(long time, int from) {
    int step = from;
    while (step + 1 < ends.length && timeline.timeOf(step + 1) <= time) {
      step++;
    }
    long before = timeline.timeOf(step);
    if (step + 1 >= ends.length) {
      return ends[step] + Math.min(scale.height(time - before), 2 * BREAK * size);
    }
    long pause = Math.max(1, timeline.timeOf(step + 1) - before);
    return ends[step] + (double) (time - before) / pause * (ends[step + 1] - ends[step]);
  }

  private double height(int step) {
    if (isTrue() && !timeline.isQuiet(step)) {
      return 0;
    }
    return size
        * switch (timeline.kindOf(step)) {
          case PACKET -> packets.applyAsDouble(step);
          case DEPARTURE, ARRIVAL -> isTrue() ? 0 : packets.applyAsDouble(step);
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
