package wireflight.ui;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a while, done on a thread of its own.
 *
 * <p>The window asks at each pulse whether it is done; then {@link #finish} hands the result over
 * on the thread of the window. So nothing else ever crosses from one thread to the other.
 */
final class Work {
  private final String title;
  private final FutureTask<Runnable> task;
  private final Consumer<Throwable> failed;
  private final AtomicReference<@Nullable Offer> offered = new AtomicReference<>();
  private volatile double progress = -1;

  /** What is done on the other thread. */
  interface Body {
    /**
     * Does the work.
     *
     * @param self to say how far it is, and to ask whether it is still wanted
     * @return what to do with the result on the window's thread
     */
    Runnable run(Work self) throws Exception;
  }

  /**
   * What work has to show before it is done.
   *
   * @param show shows it, on the window's thread
   * @param left what to say if the work is then cancelled and this is all that remains
   */
  record Offer(Runnable show, Notice left) {}

  private Work(String title, Body body, Consumer<Throwable> failed) {
    this.title = title;
    this.failed = failed;
    task = new FutureTask<>(() -> body.run(this));
  }

  /**
   * Starts something, under a title for people.
   *
   * @param failed is told on the window's thread what went wrong
   */
  static Work start(String title, Body body, Consumer<Throwable> failed) {
    Work work = new Work(title, body, failed);
    Thread.ofPlatform().daemon().name("work").start(work.task);
    return work;
  }

  String title() {
    return title;
  }

  /** How far it is, 0 to 1; below 0 while unknown. */
  double progress() {
    return progress;
  }

  /** Says how far it is; from the other thread. */
  void progress(double part) {
    progress = part;
  }

  /** Has something to show before the end; from the other thread. */
  void offer(Offer early) {
    offered.set(early);
  }

  /** What it has to show already and was not asked for before; null for nothing. */
  @Nullable Offer offered() {
    return offered.getAndSet(null);
  }

  /** Whether it has ended, in whatever way. */
  boolean isDone() {
    return task.isDone();
  }

  /** Interrupts it and forgets its result. */
  void cancel() {
    task.cancel(true);
  }

  boolean isCancelled() {
    return task.isCancelled();
  }

  /** Uses the result, or tells what went wrong; only when done. */
  void finish() {
    switch (task.state()) {
      case SUCCESS -> task.resultNow().run();
      case FAILED -> failed.accept(task.exceptionNow());
      case CANCELLED -> {}
      case RUNNING -> throw new IllegalStateException("the work is not done");
    }
  }
}
