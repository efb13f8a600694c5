package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.ReadProgress;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Analyses a capture while it is being read: this thread reads, another one follows it closely, so
 * that a file's pages are in memory once for both.
 */
final class ReadingAhead implements ReadProgress {
  private final Analyzer analyzer;
  private final ExecutorService follower =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("analysis").factory());
  private @Nullable Future<?> underWay;

  private ReadingAhead(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Reads and analyses a whole file. */
  static Analysis analyze(Path file, Analyzer.Points points) throws IOException {
    ReadingAhead reading = new ReadingAhead(new Analyzer(points));
    try {
      Trace whole = Recording.read(file, reading).snapshot();
      reading.catchUp();
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
    catchUp();
    underWay = follower.submit(() -> analyzer.advance(soFar));
  }

  /** Waits until all that was handed over is analysed. */
  private void catchUp() {
    if (underWay != null) {
      try {
        underWay.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the analysis failed", e.getCause());
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
