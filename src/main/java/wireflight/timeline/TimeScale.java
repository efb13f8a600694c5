package wireflight.timeline;

/**
 * How time becomes height: how much empty height a pause between two steps gets.
 *
 * <p>Every step always keeps the height that its own labels need, so that nothing overlaps; a scale
 * only adds to it.
 */
public sealed interface TimeScale {
  /** The height that a pause adds, never negative. */
  double height(long pauseNanos);

  /** Only the order counts: the choice on loopback, where hardly anything takes time. */
  record Ordinal() implements TimeScale {
    @Override
    public double height(long pauseNanos) {
      return 0;
    }
  }

  /**
   * Height in proportion to time.
   *
   * @param perSecond pixels a second, above 0
   */
  record Linear(double perSecond) implements TimeScale {
    private static final double USUAL = 500;

    /** What a usual flight falls on its way across. */
    private static final double FALL = 120;

    /**
     * A scale on which flights can be seen.
     *
     * @param usualFlight nanoseconds; 0 where none was measured
     */
    public static Linear fitting(long usualFlight) {
      return new Linear(usualFlight <= 0 ? USUAL : FALL * 1e9 / usualFlight);
    }

    @Override
    public double height(long pauseNanos) {
      return Math.max(0, pauseNanos) / 1e9 * perSecond;
    }
  }

  /**
   * The same height for each tenfold pause, so that microseconds and seconds can be seen together.
   *
   * @param perDecade pixels for each power of ten above {@code floorNanos}
   * @param floorNanos pauses up to this add nothing; above 0
   */
  record Logarithmic(double perDecade, long floorNanos) implements TimeScale {
    @Override
    public double height(long pauseNanos) {
      return pauseNanos <= floorNanos
          ? 0
          : Math.log10((double) pauseNanos / floorNanos) * perDecade;
    }
  }
}
