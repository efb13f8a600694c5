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

  private Stride stride = Stride.MOMENT;
  private @Nullable Loop loop;
  private boolean still;

  /**
   * Steps that are played again and again.
   *
   * @param from what is shown at first, from 0
   * @param to the last step of them, above {@code from}
   */
  record Loop(int from, int to) {}

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
    return still ? Math.floor(player.position()) : player.position();
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

  /** Plays, or stops playing; where there is nothing, it does nothing. */
  void playOrPause() {
    if (player.playing()) {
      player.pause();
    } else if (timeline.steps() > 0 && !stopped()) {
      Loop again = loop;
      double at = player.position();
      if (again != null && (at < again.from() || at >= again.to())) {
        player.seek(again.from());
      }
      player.play();
    }
    changed.run();
  }

  /** Flies through the next step, or to the next that the stride stops at. */
  void forward() {
    forward(stride);
  }

  /** The same by another stride. */
  void forward(Stride by) {
    int next = by.after(timeline, player.position());
    if (by != Stride.MOMENT && next > 0) {
      player.seek(next - 1);
    }
    if (next > 0 && !stopped()) {
      player.forward();
      if (still) {
        player.seek(next);
      }
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

  /** Takes back a step, or all to the one before that the stride stops at. */
  void back() {
    back(stride);
  }

  /** The same by another stride. */
  void back(Stride by) {
    if (by == Stride.MOMENT) {
      player.back();
    } else {
      player.seek(by.before(timeline, player.position()));
    }
    changed.run();
  }

  /** How far its steps go. */
  Stride stride() {
    return stride;
  }

  /** From now on goes so far with each step. */
  void stride(Stride by) {
    if (by != stride) {
      stride = by;
      changed.run();
    }
  }

  /** What is played again and again; null for nothing. */
  @Nullable Loop loop() {
    return loop;
  }

  /** Plays some steps again and again; nothing if they are none. */
  void loop(int from, int to) {
    int last = Math.min(to, timeline.steps());
    loop = from >= 0 && from < last ? new Loop(from, last) : null;
    changed.run();
  }

  /** Plays again from here on. */
  void loopFrom() {
    int here = (int) Math.floor(player.position());
    loop(here, loop != null && loop.to() > here ? loop.to() : timeline.steps());
  }

  /** Plays again up to here. */
  void loopTo() {
    int here = (int) Math.ceil(player.position());
    loop(loop != null && loop.from() < here ? loop.from() : 0, here);
  }

  /** Plays on to the end as usual. */
  void loopNothing() {
    loop = null;
    changed.run();
  }

  /** Whether steps follow each other without motion. */
  void still(boolean on) {
    still = on;
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
    boolean playing = player.playing();
    player.advance(nanos, timeline);
    Loop again = loop;
    if (again != null && playing && before < again.to() && player.position() >= again.to()) {
      player.seek(again.from());
      player.play();
      return;
    }
    int reached = (int) Math.floor(player.position());
    if (reached > before && gate.closed(reached + 1)) {
      player.seek(reached);
    }
  }

  /** Takes another recording, of which nothing is known yet. */
  void restart() {
    timeline = NO_STEPS;
    loop = null;
    player.restart(0, false);
  }

  /** Plays a recording that grows, from its start on. */
  void follow() {
    player.restart(0, true);
    player.play();
  }

  /**
   * Goes on over what is now known. It stays at its row where the views were narrowed or widened,
   * and where what has become known has moved the step it stood still at.
   */
  void take(@Nullable Showing before, Showing now) {
    int row = row();
    timeline = now.timeline();
    player.grow(timeline.steps(), now.trace().growing());
    boolean elsewhere = !player.moving() && row() != row;
    if (before != null && (before.focus() != now.focus() || elsewhere)) {
      player.seek(Steps.shownBy(timeline, row));
    }
  }
}
