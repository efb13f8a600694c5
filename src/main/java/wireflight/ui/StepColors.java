package wireflight.ui;

import wireflight.diagram.PacketColors;
import wireflight.drawing.Color;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/** The colour that stands for a step: that of its packet, as in the ladder, or of calls. */
final class StepColors {
  /** The colour of a step, 1 to the number of steps. */
  Color of(Timeline timeline, int step, Palette palette) {
    return switch (timeline.kindOf(step)) {
      case PACKET, DEPARTURE, ARRIVAL -> ofPacket(timeline, step, palette);
      case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING -> palette.call();
      case NARRATION -> palette.mutedText();
    };
  }

  private Color ofPacket(Timeline timeline, int step, Palette palette) {
    for (Moment moment : timeline.momentsAt(timeline.rowOf(step))) {
      if (moment instanceof Moment.Flight flight) {
        return flight.lost() ? palette.error() : PacketColors.of(flight.kind(), palette);
      }
    }
    return palette.neutral();
  }
}
