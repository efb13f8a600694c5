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
 * @param fall how far down an arrow goes whose flight was not measured, at a size of 1
 * @param gauges whether to draw the numbers of a connection beside it: congestion window, bytes in
 *     flight, round trip
 * @param crowd what becomes of many lifelines
 */
public record LadderStyle(
    Palette palette,
    double size,
    TimeScale scale,
    boolean playhead,
    double fall,
    boolean gauges,
    Crowd crowd) {
  /** On a screen, where a packet can be watched on its way. */
  public static final double STEEP = 72;

  /** On a page, which shall hold many: a label of three lines still has room. */
  public static final double FLAT = 44;

  /**
   * When lifelines share columns.
   *
   * @param most so many at most stand by themselves; where there are more, clients share a column
   *     and the servers of a port another
   * @param room how wide a picture is at a size of 1: there are then no more columns than are seen
   *     at once in it, but three at least
   */
  public record Crowd(int most, double room) {
    /** They never do. */
    public static final Crowd NONE = new Crowd(Integer.MAX_VALUE, Double.MAX_VALUE);
  }

  /** As on a screen. */
  public LadderStyle(Palette palette, double size, TimeScale scale, boolean playhead) {
    this(palette, size, scale, playhead, STEEP, false);
  }

  /** With a line for each socket, however many there are. */
  public LadderStyle(
      Palette palette,
      double size,
      TimeScale scale,
      boolean playhead,
      double fall,
      boolean gauges) {
    this(palette, size, scale, playhead, fall, gauges, Crowd.NONE);
  }

  /** For a screen: every step alike, with the playhead. */
  public LadderStyle(Palette palette) {
    this(palette, 1, new TimeScale.Ordinal(), true);
  }
}
