package wireflight.diagram;

import wireflight.drawing.Palette;
import wireflight.timeline.TimeScale;

/**
 * How a ladder looks.
 *
 * @param palette its colours
 * @param size everything is this many times larger than for a reader at a desk; above 0
 * @param scale what height time gets
 * @param playhead whether to draw the playhead's line and time
 */
public record LadderStyle(Palette palette, double size, TimeScale scale, boolean playhead) {
  /** For a screen: every step alike, with the playhead. */
  public LadderStyle(Palette palette) {
    this(palette, 1, new TimeScale.Ordinal(), true);
  }
}
