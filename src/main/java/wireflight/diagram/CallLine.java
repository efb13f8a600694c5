package wireflight.diagram;

import wireflight.timeline.Moment;

/**
 * One line of the flow of calls: everything stands in the order in which it happened.
 *
 * <p>{@code row} is the trace row with which the line begins to be seen, {@code top} and {@code
 * bottom} are lengths of the design from the first line's top on.
 */
sealed interface CallLine {
  /** The trace row with which it begins to be seen. */
  int row();

  double top();

  double bottom();

  /** A call is made; its box begins here, and ends here too unless it spans. */
  record Made(int row, double top, double bottom, Moment.Call call) implements CallLine {}

  /** A call that spans returns; its box ends here. */
  record Returned(int row, double top, double bottom, Moment.Call call) implements CallLine {}

  /** A packet. */
  record Packet(int row, double top, double bottom) implements CallLine {}

  /** Many packets of one connection between two events of calls. */
  record Packets(int row, double top, double bottom, Bundle bundle) implements CallLine {}
}
