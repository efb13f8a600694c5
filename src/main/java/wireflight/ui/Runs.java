package wireflight.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
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
  private @Nullable Attempt ran;
  private Runner.@Nullable Run run;
  private @Nullable Work starting;
  private @Nullable Work ending;

  /**
   * Something that was asked to run.
   *
   * @param lesson null where a person makes the calls
   * @param problem the text that says that nothing came of it
   */
  private record Attempt(String title, @Nullable Lesson lesson, String problem) {}

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
      start(
          new Attempt(chosen.title(), chosen, "problem.start"),
          () -> runner.start(chosen),
          (_, _) -> {});
    }
  }

  /**
   * Begins a run whose calls a person makes; ends the one that runs, if there is one.
   *
   * @param taken is handed the run and what it records, once it has begun
   */
  void byHand(String title, BiConsumer<Recording, Runner.HandRun> taken) {
    stop();
    tasks.abandon();
    start(new Attempt(title, null, "problem.hand"), runner::byHand, taken);
  }

  /** Tells the wire of what runs something at once; without effect where nothing runs. */
  void tellWire(String line) {
    Runner.Run told = run;
    if (told == null) {
      return;
    }
    try {
      told.now(line);
    } catch (IOException e) {
      // The worker has ended; why is asked of it with the next beat.
      changed.run();
    }
  }

  /** Runs a program of the person's own; ends what runs, if anything does. */
  void program(Dialogs.Program wanted) {
    stop();
    tasks.abandon();
    start(
        new Attempt(wanted.commandLine(), null, "problem.program"),
        () -> runner.program(wanted.commandLine(), wanted.folder()),
        (_, _) -> {});
  }

  /** Whether a run goes on. */
  boolean isRunning(Runner.Run asked) {
    return asked.equals(run);
  }

  private <R extends Runner.Run> void start(
      Attempt attempt, Callable<R> starter, BiConsumer<Recording, R> taken) {
    tasks.tell(null);
    ending = null;
    onShow.replace(null);
    starting =
        tasks.begin(
            texts.get("work.starting", attempt.title),
            self -> {
              R begun = starter.call();
              if (self.isCancelled()) {
                begun.stop();
              }
              return () -> taken.accept(began(attempt, begun), begun);
            },
            failure -> couldNotRun(attempt, Tasks.sentence(failure, texts.language())));
    changed.run();
  }

  private Recording began(Attempt attempt, Runner.Run begun) {
    run = begun;
    ran = attempt;
    Recording recording = Recording.follow(attempt.title);
    onShow.replace(new Source(attempt.title, recording));
    playhead.follow();
    Thread.ofPlatform()
        .daemon()
        .name("recording")
        .start(() -> recording.readFrom(begun.recording()));
    return recording;
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
    Attempt tried = ran;
    ending =
        Work.start(
            "",
            _ -> {
              String why = over.ending();
              return () -> {
                if (!why.isEmpty() && tried != null) {
                  couldNotRun(tried, why);
                }
              };
            },
            failure ->
                tasks.tell(
                    new Notice(
                        Notice.Kind.ERROR,
                        texts.get(
                            "problem.unexpected", Tasks.sentence(failure, texts.language())))));
  }

  /**
   * Says why a run did not come to its end; where nothing came of it, the shipped recording of the
   * lesson plays, if it has one.
   */
  private void couldNotRun(Attempt tried, String why) {
    boolean arrived = onShow.arrived();
    Lesson lacking = arrived ? null : tried.lesson;
    Optional<Recording> shipped =
        lacking == null ? Optional.empty() : ShippedRecordings.of(lacking);
    String problem = arrived ? "problem.run" : tried.problem;
    tasks.tell(
        new Notice(
            Notice.Kind.ERROR,
            texts.get(shipped.isPresent() ? "problem.recordedInstead" : problem, texts.put(why))));
    if (!arrived) {
      onShow.replace(
          shipped
              .map(it -> new Source(texts.get("lesson.recorded", tried.title), it))
              .orElse(null));
    }
  }
}
