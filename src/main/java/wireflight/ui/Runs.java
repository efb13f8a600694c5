package wireflight.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;
import wireflight.trace.Recording;

/**
 * The lessons as they are chosen, run, stopped, and as they end or fail.
 *
 * <p>For the JavaFX thread only.
 */
final class Runs {
  private final Texts texts;
  private final Runner runner;
  private final OnShow onShow;
  private final Playhead playhead;
  private final Tasks tasks;
  private final Runnable changed;
  private @Nullable Lesson lesson;
  private @Nullable Lesson ran;
  private Runner.@Nullable Run run;
  private @Nullable Work starting;
  private @Nullable Work ending;

  /** No lesson chosen, none running. */
  Runs(
      Texts texts, Runner runner, OnShow onShow, Playhead playhead, Tasks tasks, Runnable changed) {
    this.texts = texts;
    this.runner = runner;
    this.onShow = onShow;
    this.playhead = playhead;
    this.tasks = tasks;
    this.changed = changed;
  }

  /** The chosen lesson; null for none. */
  @Nullable Lesson lesson() {
    return lesson;
  }

  /** Whether a recording grows. */
  boolean live() {
    return run != null;
  }

  /** Whether a run has been asked for and nothing has come yet. */
  boolean starting() {
    return starting != null && starting.equals(tasks.work());
  }

  /** Chooses what {@link #run} runs; null for nothing. */
  void choose(@Nullable Lesson chosen) {
    lesson = chosen;
    changed.run();
  }

  /** Runs the chosen lesson from its start; ends the one that runs, if there is one. */
  void run() {
    Lesson chosen = lesson;
    if (run != null) {
      run.stop();
    } else if (chosen != null && tasks.work() == null) {
      tasks.tell(null);
      ending = null;
      onShow.replace(null);
      starting =
          tasks.begin(
              texts.get("work.starting", chosen.title()),
              self -> {
                Runner.Run begun = runner.start(chosen);
                if (self.isCancelled()) {
                  begun.stop();
                }
                return () -> began(chosen, begun);
              },
              failure -> couldNotRun(chosen, "problem.start", Tasks.sentence(failure)));
      changed.run();
    }
  }

  private void began(Lesson chosen, Runner.Run begun) {
    run = begun;
    ran = chosen;
    Recording recording = Recording.follow(chosen.title());
    onShow.replace(new Source(chosen.title(), recording));
    playhead.follow();
    Thread.ofPlatform()
        .daemon()
        .name("recording")
        .start(() -> recording.readFrom(begun.recording()));
  }

  /** Ends what runs, without showing it. */
  void stop() {
    if (run != null) {
      run.stop();
      run = null;
    }
  }

  /** Ends what runs; no more can be run. */
  void close() {
    stop();
    runner.close();
  }

  /** Whether the reason of an end is awaited. */
  boolean waiting() {
    return ending != null;
  }

  /** Looks whether the run has ended, and why; says whether something has changed. */
  boolean beat() {
    boolean told = finishEnding();
    Runner.Run over = run;
    if (over != null && onShow.source() != null && !onShow.pending()) {
      ended(over);
      return true;
    }
    return told;
  }

  private boolean finishEnding() {
    Work asked = ending;
    if (asked == null || !asked.isDone()) {
      return false;
    }
    ending = null;
    asked.finish();
    return true;
  }

  /** The recording of the run has ended: asks why, without keeping the next run waiting. */
  private void ended(Runner.Run over) {
    run = null;
    Lesson tried = ran;
    ending =
        Work.start(
            "",
            _ -> {
              String why = over.ending();
              return () -> {
                if (!why.isEmpty() && tried != null) {
                  couldNotRun(tried, "problem.run", why);
                }
              };
            },
            failure ->
                tasks.tell(
                    new Notice(
                        Notice.Kind.ERROR,
                        texts.get("problem.unexpected", Tasks.sentence(failure)))));
  }

  /** Says why a lesson could not be run; where nothing came of it, its shipped recording plays. */
  private void couldNotRun(Lesson tried, String problem, String why) {
    Optional<Recording> shipped = onShow.arrived() ? Optional.empty() : ShippedRecordings.of(tried);
    tasks.tell(
        new Notice(
            Notice.Kind.ERROR,
            texts.get(shipped.isPresent() ? "problem.recordedInstead" : problem, why)));
    shipped.ifPresent(
        recording ->
            onShow.replace(new Source(texts.get("lesson.recorded", tried.title()), recording)));
  }
}
