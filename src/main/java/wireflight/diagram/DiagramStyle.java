package wireflight.diagram;

import wireflight.drawing.Palette;

/**
 * How a diagram looks.
 *
 * @param palette its colours
 * @param size everything is this many times larger than for a reader at a desk; above 0
 */
public record DiagramStyle(Palette palette, double size) {
  /** For a reader at a desk. */
  public DiagramStyle(Palette palette) {
    this(palette, 1);
  }
}
