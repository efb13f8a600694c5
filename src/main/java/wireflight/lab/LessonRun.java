package wireflight.lab;

import java.util.stream.Stream;
import wireflight.lab.Lesson.Line;
import wireflight.lab.Lesson.Step;
import wireflight.language.Saying;
import wireflight.trace.LessonStep;
import wireflight.trace.OrderedWriter;

/**
 * Runs lessons in a lab, line after line.
 *
 * <p>A line waits until its socket is free, and is then made. The next line follows when nothing
 * more happens by itself: the call has returned, or sleeps in the kernel because what it waits for
 * is still to come, and everything sent is acknowledged. So the order of calls and packets is the
 * lesson's, on a slow machine as on a fast one. One thread uses it.
 */
final class LessonRun {
  private final Lab lab;
  private final Bounds bounds;
  private final OrderedWriter rows;
  private boolean attended;

  /** How long this run's lines have waited while somebody had the wire in hand. */
  private long inHand;

  LessonRun(Lab lab, Bounds bounds, OrderedWriter rows) {
    this.lab = lab;
    this.bounds = bounds;
    this.rows = rows;
  }

  /**
   * Somebody sees from now on what the wire holds, and decides: however long that takes, nothing is
   * given up while something is held.
   */
  void attend() {
    attended = true;
  }

  /**
   * Runs a lesson to its end, or to the line at which it cannot go on.
   *
   * @throws LessonError where a line could not be made
   * @throws InterruptedException if the run was stopped
   */
  void run(Lesson lesson) throws LessonError, InterruptedException {
    String file = lesson.id() + ".md";
    if (onWire(lesson)) {
      prepare(file);
    }
    for (Line line : lines(lesson).toList()) {
      if (line.call() instanceof Call.Socket socket) {
        prepare(file, line, socket.kind());
      }
    }
    long start = System.nanoTime();
    inHand = 0;
    int number = 0;
    for (Step step : lesson.steps()) {
      if (attended && lab.holding() && !step.lines().isEmpty()) {
        // What comes next is told when the packets in hand let it come.
        awaitFree(file, step.lines().getFirst());
      }
      try (OrderedWriter.Hold now = rows.hold()) {
        rows.add(new LessonStep(now.time(), lesson.title(), ++number, step.narration()));
      }
      for (Line line : step.lines()) {
        if (System.nanoTime() - start - inHand > bounds.runTime().toNanos()) {
          throw new LessonError(
              file,
              line.number(),
              0,
              Saying.of(LessonRun.class, "stopped", bounds.runTime().toSeconds()));
        }
        perform(file, line);
      }
    }
  }

  private static Stream<Line> lines(Lesson lesson) {
    return lesson.steps().stream().flatMap(step -> step.lines().stream());
  }

  private static boolean onWire(Lesson lesson) {
    return lines(lesson)
        .anyMatch(
            line ->
                line.call() instanceof Call.OnWire
                    || line.call() instanceof Call.Socket socket && socket.device() > 0);
  }

  // Likewise: a lesson that the kernel cannot hold does not begin.
  private void prepare(String file, Line line, SocketKind kind) throws LessonError {
    try {
      lab.prepare(kind);
    } catch (Refused e) {
      throw new LessonError(file, line.number(), 0, e.saying());
    }
  }

  // Before anything is told: where there can be no wire, the lesson does not begin.
  private void prepare(String file) throws LessonError {
    try {
      lab.prepareWire();
    } catch (Refused e) {
      throw new LessonError(file, 0, 0, e.saying());
    }
  }

  /** Makes one call and waits until nothing more happens by itself. */
  void perform(String file, Line line) throws LessonError, InterruptedException {
    Call call = line.call();
    if (call instanceof Call.Wait wait) {
      lab.pause(wait.duration().toNanos());
      return;
    }
    awaitFree(file, line);
    try {
      lab.begin(call);
    } catch (Refused e) {
      throw new LessonError(file, line.number(), 0, e.saying());
    }
    lab.settle();
  }

  /** Waits until nothing more happens, at most for a while; tells which calls never returned. */
  void finish() throws InterruptedException {
    lab.awaitEnd(bounds.callTime().toNanos());
    while (attended && lab.holding()) {
      while (lab.holding()) {
        lab.awaitChange();
      }
      lab.awaitEnd(bounds.callTime().toNanos());
    }
    for (String call : lab.unreturned()) {
      rows.addRemark(Saying.english(LessonRun.class, "over", call));
    }
  }

  private void awaitFree(String file, Line line) throws LessonError, InterruptedException {
    Call call = line.call();
    long waited = 0;
    String obstacle = lab.obstacle(call);
    while (obstacle != null) {
      if (waited > bounds.callTime().toNanos()) {
        throw new LessonError(
            file, line.number(), 0, Saying.of(LessonRun.class, "stuck", obstacle));
      }
      boolean held = attended && lab.holding();
      long before = System.nanoTime();
      lab.awaitChange();
      long passed = System.nanoTime() - before;
      if (held) {
        inHand += passed;
      } else {
        waited += passed;
      }
      obstacle = lab.obstacle(call);
    }
  }
}
