package wireflight.ui;

import wireflight.timeline.Timeline;

/** Where rows are among the steps of a timeline. */
final class Steps {
  private Steps() {}

  /** How many steps are shown whole once a row has happened. */
  static int shownBy(Timeline timeline, int row) {
    if (row < 0 || timeline.steps() == 0) {
      return 0;
    }
    int step = timeline.stepOf(row);
    return timeline.rowOf(step) <= row ? step : step - 1;
  }
}
