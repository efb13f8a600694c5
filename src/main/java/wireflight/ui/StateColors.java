package wireflight.ui;

import wireflight.connection.EndState;

/** Which of the palette's families a state belongs to, as a style class. */
final class StateColors {
  private StateColors() {}

  /** {@code neutral}, {@code opening}, {@code established} or {@code closing}. */
  static String styleClass(EndState state) {
    return switch (state.phase()) {
      case IDLE -> "neutral";
      case OPENING -> "opening";
      case OPEN -> "established";
      case CLOSING -> "closing";
    };
  }
}
