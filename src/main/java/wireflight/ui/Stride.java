package wireflight.ui;

import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/** How far a step of the person goes. */
enum Stride {
  /** To whatever happens next. */
  MOMENT,
  /** To the next packet. */
  PACKET,
  /** To the next call, as it is entered or returns. */
  CALL;

  /** Whether a step of the timeline, from 1, is one of those it stops at. */
  boolean stopsAt(Timeline timeline, int step) {
    StepKind kind = timeline.kindOf(step);
    return switch (this) {
      case MOMENT -> true;
      case PACKET -> kind.showsPacket();
      case CALL ->
          switch (kind) {
            case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING -> true;
            case PACKET, DEPARTURE, ARRIVAL, NARRATION -> false;
          };
    };
  }

  /** The first step after a position that it stops at; 0 if there is none. */
  int after(Timeline timeline, double position) {
    for (int step = (int) Math.floor(position) + 1; step <= timeline.steps(); step++) {
      if (stopsAt(timeline, step)) {
        return step;
      }
    }
    return 0;
  }

  /** The last step before a position that it stops at; 0, the start, if there is none. */
  int before(Timeline timeline, double position) {
    for (int step = (int) Math.ceil(position) - 1; step > 0; step--) {
      if (stopsAt(timeline, step)) {
        return step;
      }
    }
    return 0;
  }
}
