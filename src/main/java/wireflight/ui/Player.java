package wireflight.ui;

import wireflight.timeline.Playback;
import wireflight.timeline.Timeline;

/**
 * Moves the playhead over a timeline as a person asks for: plays, or flies through one step and
 * stops.
 *
 * <p>Time is given to it. For the JavaFX thread only.
 */
final class Player {
  private static final double NOWHERE = -1;

  private Playback playback = Playback.of(0);
  private double stopAt = NOWHERE;

  double position() {
    return playback.position();
  }

  double speed() {
    return playback.speed();
  }

  /** Whether it plays on, rather than through a single step. */
  boolean playing() {
    return playback.playing() && stopAt == NOWHERE;
  }

  /** Whether time moves it now. */
  boolean moving() {
    return playback.playing() && (playback.position() < playback.end() || stopAt != NOWHERE);
  }

  /** Takes another recording, at its start. */
  void restart(int steps, boolean live) {
    stopAt = NOWHERE;
    playback = Playback.of(steps).withSpeed(playback.speed()).withEnd(steps, live);
  }

  /** The recording has grown, or has come to its end. */
  void grow(int steps, boolean live) {
    playback = playback.withEnd(steps, live);
    if (!live && playback.playing() && playback.position() >= steps) {
      playback = playback.pause();
    }
  }

  void play() {
    stopAt = NOWHERE;
    playback = playback.play();
  }

  void pause() {
    stopAt = NOWHERE;
    playback = playback.pause();
  }

  /**
   * Flies through the next step; asked again meanwhile, it finishes that one and takes the next.
   */
  void forward() {
    if (stopAt != NOWHERE) {
      playback = playback.seek(stopAt);
    }
    double next = Math.floor(playback.position()) + 1;
    if (next <= playback.end()) {
      playback = playback.play();
      stopAt = next;
    } else {
      pause();
    }
  }

  /** To the start of the step under way, or of the one before. */
  void back() {
    stopAt = NOWHERE;
    playback = playback.stepBack();
  }

  /** To a place, and stays there. */
  void seek(double to) {
    stopAt = NOWHERE;
    playback = playback.seek(to).pause();
  }

  void speed(double factor) {
    playback = playback.withSpeed(factor);
  }

  /** Lets time pass, as long as each step of the timeline deserves. */
  void advance(long nanos, Timeline timeline) {
    if (!playback.playing() || playback.position() >= playback.end()) {
      return;
    }
    int underWay = (int) Math.floor(playback.position()) + 1;
    double seconds = Pace.seconds(timeline, underWay);
    playback = playback.advance(Math.round(nanos / seconds));
    if (stopAt != NOWHERE && playback.position() >= stopAt) {
      seek(stopAt);
    }
  }
}
