package wireflight.diagram;

/**
 * Where something in a picture can be pointed at.
 *
 * @param name the name of its group in the drawing, as in {@code frame-4}
 * @param row the trace row it stands for; -1 for none
 * @param x its left edge within the picture
 * @param y its upper edge
 * @param width across
 * @param height down
 */
public record Region(String name, int row, double x, double y, double width, double height) {
  /** Whether a point of the picture lies in it. */
  public boolean contains(double atX, double atY) {
    return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
  }
}
