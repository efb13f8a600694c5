package wireflight.ui;

import wireflight.timeline.Timeline;

/**
 * How long each step takes at normal speed, so that people can follow: a packet as long as the eye
 * needs to fly with it, a call less, a paragraph as long as it takes to read.
 */
final class Pace {
  private static final double PACKET_SECONDS = 1.2;
  private static final double CALL_SECONDS = 0.6;
  private static final double LETTERS_A_SECOND = 22;
  private static final double LEAST_READING = 1.5;
  private static final double MOST_READING = 6;

  private Pace() {}

  /** Seconds that a step, 1 to the number of steps, takes. */
  static double seconds(Timeline timeline, int step) {
    return switch (timeline.kindOf(step)) {
      case PACKET -> PACKET_SECONDS;
      case DEPARTURE, ARRIVAL -> PACKET_SECONDS / 2;
      case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING -> CALL_SECONDS;
      case NARRATION ->
          Math.clamp(
              timeline.narration(step).length() / LETTERS_A_SECOND, LEAST_READING, MOST_READING);
    };
  }
}
