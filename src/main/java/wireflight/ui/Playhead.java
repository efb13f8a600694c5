package wireflight.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analyzer;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/**
 * Where on the timeline the window is, and how a person moves there: plays, steps, scrubs.
 *
 * <p>For the JavaFX thread only.
 */
final class Playhead {
  /** The factors that a person can choose from. */
  static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  private static final Timeline NO_STEPS =
      TimelineBuilder.build(Analyzer.analyze(Recording.follow("").snapshot()));

  private final Runnable changed;
  private final Player player = new Player();
  private Gate gate = Gate.OPEN;
  private Timeline timeline = NO_STEPS;

  /** What may keep the playhead from entering a step, so that a class is asked first. */
  interface Gate {
    /** Keeps it from nothing. */
    Gate OPEN =
        new Gate() {
          @Override
          public boolean closed(int step) {
            return false;
          }

          @Override
          public void pass(int step) {}
        };

    /** Whether a step must not be entered yet. */
    boolean closed(int step);

    /** Somebody goes on to a closed step all the same. */
    void pass(int step);
  }

  /** From now on asks a gate. */
  void gate(Gate by) {
    gate = by;
  }

  /** At the start of nothing. */
  Playhead(Runnable changed) {
    this.changed = changed;
  }

  /** The steps it moves over. */
  Timeline timeline() {
    return timeline;
  }

  /** Step n has happened at n, n + 0.5 is half way into the next. */
  double position() {
    return player.position();
  }

  /** The last trace row of the steps shown whole; -1 before the first. */
  int row() {
    int whole = Math.min((int) Math.floor(player.position()), timeline.steps());
    return whole == 0 ? -1 : timeline.rowOf(whole);
  }

  boolean playing() {
    return player.playing();
  }

  double speed() {
    return player.speed();
  }

  /** Plays, or stops playing. */
  void playOrPause() {
    if (player.playing()) {
      player.pause();
    } else if (!stopped()) {
      player.play();
    }
    changed.run();
  }

  /** Flies through the next step. */
  void forward() {
    if (!stopped()) {
      player.forward();
    }
    changed.run();
  }

  /** Whether a closed gate lies ahead; who goes on all the same finds it open the next time. */
  private boolean stopped() {
    int next = (int) Math.floor(player.position()) + 1;
    boolean closed = player.position() == next - 1 && gate.closed(next);
    if (closed) {
      gate.pass(next);
    }
    return closed;
  }

  /** Takes back a step. */
  void back() {
    player.back();
    changed.run();
  }

  void toStart() {
    seek(0);
  }

  void toEnd() {
    seek(timeline.steps());
  }

  /** Shows so many steps. */
  void seek(int step) {
    player.seek(step);
    changed.run();
  }

  /** Plays this many times as fast. */
  void speed(double factor) {
    if (factor != player.speed()) {
      player.speed(factor);
      changed.run();
    }
  }

  // ---- what happens to it

  /** Whether time moves it now. */
  boolean moving() {
    return player.moving();
  }

  /** Lets time pass. */
  void advance(long nanos) {
    double before = Math.floor(player.position());
    player.advance(nanos, timeline);
    int reached = (int) Math.floor(player.position());
    if (reached > before && gate.closed(reached + 1)) {
      player.seek(reached);
    }
  }

  /** Takes another recording, of which nothing is known yet. */
  void restart() {
    timeline = NO_STEPS;
    player.restart(0, false);
  }

  /** Plays a recording that grows, from its start on. */
  void follow() {
    player.restart(0, true);
    player.play();
  }

  /** Goes on over what is now known; stays at its row where the views were narrowed or widened. */
  void take(@Nullable Showing before, Showing now) {
    int row = row();
    timeline = now.timeline();
    player.grow(timeline.steps(), now.trace().growing());
    if (before != null && before.focus() != now.focus()) {
      player.seek(Steps.shownBy(timeline, row));
    }
  }
}
