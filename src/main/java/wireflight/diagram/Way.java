package wireflight.diagram;

/**
 * The way of a packet in a picture, from the sender's lifeline to the receiver's.
 *
 * @param startX the sender's lifeline
 * @param departs the height at which it leaves
 * @param endX the receiver's lifeline
 * @param arrives the height at which it comes, or would have
 */
record Way(double startX, double departs, double endX, double arrives) {
  /** Where it is after a share of its way. */
  double x(double share) {
    return startX + share * (endX - startX);
  }

  /** How high it stands after a share of its way. */
  double y(double share) {
    return departs + share * (arrives - departs);
  }

  /** From lifeline to lifeline. */
  double width() {
    return Math.abs(endX - startX);
  }

  /** 1 where it goes to the right, else -1. */
  int side() {
    return endX > startX ? 1 : -1;
  }
}
