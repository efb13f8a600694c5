package wireflight.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wireflight.trace.ReadProgress;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Analyses a capture while it is being read: this thread reads, another one follows it closely, and
 * while that one is busy this thread tells of what it has found. So a packet is looked at while its
 * bytes still lie at hand.
 */
public final class ReadingAhead implements ReadProgress {
  private final Analyzer analyzer;
  private final ReadProgress progress;
  private final Consumer<Analysis> told;
  private final ExecutorService follower =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("analysis").factory());
  private @Nullable Future<Analysis> underWay;

  private ReadingAhead(Analyzer analyzer, ReadProgress progress, Consumer<Analysis> told) {
    this.analyzer = analyzer;
    this.progress = progress;
    this.told = told;
  }

  /**
   * What was read, and the analyzer that has taken all of it.
   *
   * @param recording the file, as far as it was read
   * @param analyzer goes on from there, if the recording grows
   * @param analysis of the whole recording
   */
  public record Result(Recording recording, Analyzer analyzer, Analysis analysis) {}

  /**
   * Reads and analyses a whole file.
   *
   * @param told is given what is known now and then before the end, on this thread
   * @throws IOException if it cannot be read at all; what else is wrong stands in the trace
   */
  public static Analysis analyze(Path file, Analyzer.Points points, Consumer<Analysis> told)
      throws IOException {
    return read(file, points, ReadProgress.UNHEARD, told).analysis();
  }

  /**
   * The same, for those who want the recording too and may end the reading.
   *
   * @param progress is told how far the reading has come
   * @param told is given what is known now and then before the end, on this thread
   * @throws IOException if it cannot be read at all; what else is wrong stands in the trace
   */
  public static Result read(
      Path file, Analyzer.Points points, ReadProgress progress, Consumer<Analysis> told)
      throws IOException {
    ReadingAhead reading = new ReadingAhead(new Analyzer(points), progress, told);
    try {
      Recording recording = Recording.read(file, reading);
      reading.caughtUp();
      Analysis analysis = reading.analyzer.advance(recording.snapshot());
      return new Result(recording, reading.analyzer, analysis);
    } finally {
      reading.follower.shutdownNow();
    }
  }

  @Override
  public boolean read(long done, long all) {
    return progress.read(done, all);
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
