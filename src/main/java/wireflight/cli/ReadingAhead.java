package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.ReadProgress;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Analyses a capture while it is being read: this thread reads, another one follows it closely, and
 * while that one is busy this thread tells of what it has found.
 */
final class ReadingAhead implements ReadProgress {
  private final Analyzer analyzer;
  private final Consumer<Analysis> told;
  private final ExecutorService follower =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("analysis").factory());
  private @Nullable Future<Analysis> underWay;

  private ReadingAhead(Analyzer analyzer, Consumer<Analysis> told) {
    this.analyzer = analyzer;
    this.told = told;
  }

  /**
   * Reads and analyses a whole file.
   *
   * @param told is given what is known now and then before the end, on this thread
   */
  static Analysis analyze(Path file, Analyzer.Points points, Consumer<Analysis> told)
      throws IOException {
    ReadingAhead reading = new ReadingAhead(new Analyzer(points), told);
    try {
      Trace whole = Recording.read(file, reading).snapshot();
      reading.caughtUp();
      return reading.analyzer.advance(whole);
    } finally {
      reading.follower.shutdownNow();
    }
  }

  @Override
  public boolean read(long done, long all) {
    return true;
  }

  @Override
  public void rows(Trace soFar) {
    Analysis before = caughtUp();
    underWay = follower.submit(() -> analyzer.advance(soFar));
    if (before != null) {
      told.accept(before);
    }
  }

  /** Waits until all that was handed over is analysed; null if nothing was. */
  private @Nullable Analysis caughtUp() {
    try {
      return underWay == null ? null : underWay.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the analysis failed", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
