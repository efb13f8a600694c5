package wireflight.wire;

/** What the wire can be asked to do with a packet that it would otherwise carry. */
public sealed interface Action {
  /** Throw it away. */
  record Drop() implements Action {}

  /**
   * Deliver a second copy.
   *
   * @param afterNanos so much later than the first
   */
  record Duplicate(long afterNanos) implements Action {}

  /**
   * Deliver it later than the link alone would, so that others may overtake it.
   *
   * @param nanos so much later
   */
  record Late(long nanos) implements Action {}

  /** Let the next packet of its direction overtake it. */
  record Swap() implements Action {}

  /** Turn one bit over, behind the port numbers. */
  record Damage() implements Action {}
}
