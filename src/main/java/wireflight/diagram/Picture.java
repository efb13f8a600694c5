package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Drawing;

/**
 * What a {@link Diagram} shows in a viewport.
 *
 * @param drawing the picture
 * @param regions what can be pointed at, the topmost last
 * @param contentWidth how wide everything would be: more than the viewport's width means that there
 *     is something to scroll to
 * @param contentHeight how high everything would be
 */
public record Picture(
    Drawing drawing, List<Region> regions, double contentWidth, double contentHeight) {
  /** Keeps the regions from changing. */
  public Picture {
    regions = List.copyOf(regions);
  }
}
