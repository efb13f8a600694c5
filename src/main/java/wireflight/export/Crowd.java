package wireflight.export;

import java.util.BitSet;
import java.util.List;
import wireflight.diagram.Ladder;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * More lifelines than can be read side by side on a slide: each slide then shows only those that
 * take part in its steps. Immutable.
 *
 * @param width of a slide
 */
record Crowd(Timeline timeline, Ladder ladder, double width) {
  /** Smaller than this, as a share of the size that was asked for, and lifelines are too many. */
  private static final double SMALLEST = 0.7;

  /** Whether there are too many. */
  boolean isOne() {
    return ladder.contentWidth(width) * SMALLEST > width;
  }

  /** How many can stand side by side. */
  int most() {
    BitSet some = new BitSet();
    List<Lifeline> all = timeline.lifelines();
    int most = 0;
    while (most < all.size()) {
      some.set(all.get(most).index());
      if (most >= 2 && ladder.only(some).contentWidth(width) * SMALLEST > width) {
        break;
      }
      most++;
    }
    return most;
  }

  /** The lifelines that take part in some steps. */
  BitSet of(Range steps) {
    BitSet active = new BitSet();
    for (Moment moment : timeline.momentsBetween(steps.from(), steps.to())) {
      switch (moment) {
        case Moment.Flight flight -> {
          active.set(flight.from());
          active.set(flight.to());
        }
        case Moment.Call call -> {
          if (happens(call, steps)) {
            active.set(call.lifeline());
          }
        }
        case Moment.StateChange change -> active.set(change.lifeline());
        case Moment.Narration _ -> {}
      }
    }
    return active;
  }

  /** Whether a call is entered or returns in the steps, and does not only wait. */
  private boolean happens(Moment.Call call, Range steps) {
    int entered = timeline.stepOf(call.row());
    int returned = call.returnRow() < 0 ? -1 : timeline.stepOf(call.returnRow());
    return entered >= steps.from() && entered <= steps.to()
        || returned >= steps.from() && returned <= steps.to();
  }
}
