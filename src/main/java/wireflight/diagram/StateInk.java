package wireflight.diagram;

import wireflight.connection.EndState;
import wireflight.drawing.Color;
import wireflight.drawing.Palette;

/** The colours of states: what opens, what is open, what closes, what is no connection. */
final class StateInk {
  private StateInk() {}

  /** For text and outlines. */
  static Color strong(EndState state, Palette palette) {
    return switch (state.phase()) {
      case OPENING -> palette.opening();
      case OPEN -> palette.established();
      case CLOSING -> palette.closing();
      case IDLE -> palette.neutral();
    };
  }

  /** Behind text of the strong colour. */
  static Color soft(EndState state, Palette palette) {
    return switch (state.phase()) {
      case OPENING -> palette.openingSoft();
      case OPEN -> palette.establishedSoft();
      case CLOSING -> palette.closingSoft();
      case IDLE -> palette.neutralSoft();
    };
  }
}
