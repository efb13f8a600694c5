package wireflight.diagram;

import wireflight.drawing.Item;

/**
 * The course of a channel: a curve from one plug to another that leaves both at a right angle.
 *
 * @param x1 where it begins
 * @param c1 how far its first control point lies to the right of that
 * @param x2 where it ends
 * @param c2 how far its second control point lies to the right of that
 */
record Pipe(double x1, double y1, double c1, double x2, double y2, double c2) {
  /**
   * A course between the columns, or from a column back to it.
   *
   * @param right1 whether it begins in the right column
   * @param right2 whether it ends there
   * @param reach how far into the middle one that goes back to its column may come
   */
  static Pipe between(
      double x1, double y1, boolean right1, double x2, double y2, boolean right2, double reach) {
    double bend = right1 == right2 ? reach : 0.5 * Math.abs(x2 - x1);
    return new Pipe(x1, y1, right1 ? -bend : bend, x2, y2, right2 ? -bend : bend);
  }

  /** The same course the other way. */
  Pipe reversed() {
    return new Pipe(x2, y2, c2, x1, y1, c1);
  }

  /** A point of it, from 0 at its beginning to 1 at its end. */
  Item.Point at(double part) {
    double rest = 1 - part;
    double a = rest * rest * rest;
    double b = 3 * rest * rest * part;
    double c = 3 * rest * part * part;
    double d = part * part * part;
    return new Item.Point(
        a * x1 + b * (x1 + c1) + c * (x2 + c2) + d * x2, (a + b) * y1 + (c + d) * y2);
  }

  java.util.List<Item.Step> steps() {
    return java.util.List.of(
        new Item.Step.Move(x1, y1), new Item.Step.Curve(x1 + c1, y1, x2 + c2, y2, x2, y2));
  }
}
