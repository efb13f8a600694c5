package wireflight.ui;

import wireflight.timeline.TimeScale;

/**
 * How the window looks to the people before it, whatever is on show.
 *
 * @param zoom diagrams are this many times larger than they would be by themselves
 * @param time what height time gets
 * @param gauges whether the numbers of a connection stand beside its ladder
 * @param letters the text of the window is this many times larger than for a reader at a desk
 * @param still whether nothing flies: steps follow each other without motion
 * @param projector whether only the diagram and the words are there, large and in high contrast
 * @param pointer whether a large bright spot follows the mouse
 * @param panels whether the panels stand beside the diagram
 * @param blank whether nothing is to be seen, so that the class looks at the teacher
 * @param keys whether the sheet of shortcuts is open
 */
record Look(
    double zoom,
    Time time,
    boolean gauges,
    double letters,
    boolean still,
    boolean projector,
    boolean pointer,
    Panels panels,
    boolean blank,
    boolean keys) {
  /** At a desk, as the program comes. */
  static final Look USUAL =
      new Look(1, Time.ORDER, false, 1, false, false, false, Panels.FITTING, false, false);

  /** In projector mode letters are at least so large: the smallest then have 14 pixels and more. */
  static final double PROJECTED_LETTERS = 1.3;

  static final double LEAST_ZOOM = 0.5;
  static final double MOST_ZOOM = 4;

  /** What height time gets in the diagrams that have time downwards. */
  enum Time {
    ORDER,
    LINEAR,
    LOGARITHMIC;

    /** Its scale. */
    TimeScale scale() {
      return switch (this) {
        case ORDER -> new TimeScale.Ordinal();
        case LINEAR -> new TimeScale.Linear(500);
        case LOGARITHMIC -> new TimeScale.Logarithmic(24, 10_000);
      };
    }
  }

  /** Whether the panels stand beside the diagram. */
  enum Panels {
    /** Where both have room. */
    FITTING,
    ALWAYS,
    NEVER
  }

  Look withPanels(Panels chosen) {
    return new Look(zoom, time, gauges, letters, still, projector, pointer, chosen, blank, keys);
  }

  Look withZoom(double times) {
    double rounded = Math.round(Math.clamp(times, LEAST_ZOOM, MOST_ZOOM) * 20) / 20.0;
    return new Look(rounded, time, gauges, letters, still, projector, pointer, panels, blank, keys);
  }

  Look withTime(Time chosen) {
    return new Look(zoom, chosen, gauges, letters, still, projector, pointer, panels, blank, keys);
  }

  Look withGauges(boolean on) {
    return new Look(zoom, time, on, letters, still, projector, pointer, panels, blank, keys);
  }

  Look withLetters(double times) {
    return new Look(zoom, time, gauges, times, still, projector, pointer, panels, blank, keys);
  }

  Look withStill(boolean on) {
    return new Look(zoom, time, gauges, letters, on, projector, pointer, panels, blank, keys);
  }

  /** Projector mode brings its pointer along. */
  Look withProjector(boolean on) {
    return new Look(zoom, time, gauges, letters, still, on, on, panels, false, keys);
  }

  Look withPointer(boolean on) {
    return new Look(zoom, time, gauges, letters, still, projector, on, panels, blank, keys);
  }

  Look withBlank(boolean on) {
    return new Look(zoom, time, gauges, letters, still, projector, pointer, panels, on, keys);
  }

  Look withKeys(boolean on) {
    return new Look(zoom, time, gauges, letters, still, projector, pointer, panels, blank, on);
  }

  /** The size of letters in force. */
  double shownLetters() {
    return projector ? Math.max(letters, PROJECTED_LETTERS) : letters;
  }
}
