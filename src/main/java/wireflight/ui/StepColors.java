package wireflight.ui;

import wireflight.drawing.Color;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/** The colour that stands for a step: that of its packet, as in the ladder, or of calls. */
final class StepColors {
  /** The colour of a step, 1 to the number of steps. */
  Color of(Timeline timeline, int step, Palette palette) {
    return switch (timeline.kindOf(step)) {
      case PACKET -> ofPacket(timeline, step, palette);
      case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING -> palette.call();
      case NARRATION -> palette.mutedText();
    };
  }

  /** The colour of a kind of packet. */
  Color of(Moment.Kind kind, Palette palette) {
    return switch (kind) {
      case OPENING -> palette.opening();
      case DATA -> palette.data();
      case ACKNOWLEDGMENT -> palette.acknowledgment();
      case CLOSING -> palette.closing();
      case RESET, ERROR -> palette.error();
      case DATAGRAM -> palette.datagram();
      case OTHER -> palette.neutral();
    };
  }

  private Color ofPacket(Timeline timeline, int step, Palette palette) {
    for (Moment moment : timeline.momentsAt(timeline.rowOf(step))) {
      if (moment instanceof Moment.Flight flight) {
        return flight.lost() ? palette.error() : of(flight.kind(), palette);
      }
    }
    return palette.neutral();
  }
}
