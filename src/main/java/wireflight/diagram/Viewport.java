package wireflight.diagram;

/**
 * The part of a diagram that is looked at.
 *
 * @param width of the picture, in CSS pixels
 * @param height of the picture
 * @param scrollX how far the content is moved to the left, at least 0
 * @param scrollY how far it is moved up, at least 0
 */
public record Viewport(double width, double height, double scrollX, double scrollY) {
  /** The upper left part. */
  public Viewport(double width, double height) {
    this(width, height, 0, 0);
  }
}
