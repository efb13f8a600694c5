package wireflight.ui;

import wireflight.connection.TcpState;

/** Which of the palette's families a TCP state belongs to, as a style class. */
final class StateColors {
  private StateColors() {}

  /** {@code neutral}, {@code opening}, {@code established} or {@code closing}. */
  static String styleClass(TcpState state) {
    return switch (state) {
      case UNKNOWN, CLOSED, LISTEN -> "neutral";
      case SYN_SENT, SYN_RECEIVED -> "opening";
      case ESTABLISHED -> "established";
      case FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> "closing";
    };
  }
}
