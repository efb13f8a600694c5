package wireflight.ui;

import javafx.animation.AnimationTimer;

/**
 * The window's heartbeat, and the only hop from other threads to its own: at each beat the session
 * looks what has arrived and moves the playhead.
 *
 * <p>It beats only while there is something to wait for, so that an idle window costs nothing.
 */
final class Pulse extends AnimationTimer {
  private final Beat beat;
  private boolean beating;

  /** What is done at each beat. */
  interface Beat {
    /** Does it, and says whether another beat is needed. */
    boolean go();
  }

  Pulse(Beat beat) {
    this.beat = beat;
  }

  /** Makes sure that there will be a beat soon. */
  void wake() {
    if (!beating) {
      beating = true;
      start();
    }
  }

  /** Whether it waits for something. */
  boolean beating() {
    return beating;
  }

  @Override
  public void handle(long now) {
    if (!beat.go()) {
      beating = false;
      stop();
    }
  }
}
