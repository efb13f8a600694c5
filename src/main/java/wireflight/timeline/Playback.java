package wireflight.timeline;

/**
 * Where the playhead stands and how it moves: an immutable, pure function of the time that has
 * passed.
 *
 * <p>Position 3 shows steps 1 to 3 whole; position 3.5 shows step 4 half under way.
 *
 * @param position 0 to {@code end}
 * @param end how many steps there are
 * @param playing whether time moves the playhead
 * @param speed steps take this many times less than {@link #STEP_NANOS}; above 0
 * @param live whether more steps may still come, so that the end is waited at and not stopped at
 */
public record Playback(double position, int end, boolean playing, double speed, boolean live) {
  /** How long a step takes at speed 1. */
  public static final long STEP_NANOS = 1_000_000_000;

  /** Keeps the position between the ends. */
  public Playback {
    if (!(speed > 0) || end < 0) {
      throw new IllegalArgumentException("speed must be above 0 and the end not below it");
    }
    position = Math.clamp(position, 0, end);
  }

  /** Standing before the first of so many steps, at speed 1. */
  public static Playback of(int steps) {
    return new Playback(0, steps, false, 1, false);
  }

  /** The same after so much time; without effect while it does not play. */
  public Playback advance(long nanos) {
    if (!playing || nanos <= 0) {
      return this;
    }
    double next = position + nanos * speed / STEP_NANOS;
    if (next < end) {
      return at(next, true);
    }
    return at(end, live);
  }

  /** To the start of the step under way, or of the one before; playing stops. */
  public Playback stepBack() {
    return at(Math.ceil(position) - 1, false);
  }

  /** To any position; whether it plays stays the same. */
  public Playback seek(double to) {
    return at(to, playing);
  }

  /** Plays; from the start again if it stands at the end and no more will come. */
  public Playback play() {
    return position >= end && !live ? at(0, true) : at(position, true);
  }

  /** Stops where it is. */
  public Playback pause() {
    return at(position, false);
  }

  /** At another speed. */
  public Playback withSpeed(double to) {
    return new Playback(position, end, playing, to, live);
  }

  /** Of a recording that now has so many steps and may have more, or not. */
  public Playback withEnd(int steps, boolean growing) {
    return new Playback(position, steps, playing, speed, growing);
  }

  private Playback at(double to, boolean plays) {
    return new Playback(to, end, plays, speed, live);
  }
}
