package wireflight.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wireflight.benchmark.Capture;

/**
 * What a frame of the whole window costs, in JavaFX's software pipeline without a screen: panels,
 * bars, words and the ladder, as real pulses bring them.
 *
 * <p>Beside JMH's score, which is the time of all frames of an iteration together, each iteration
 * says what single frames used: processor time of the window's and the renderer's thread together,
 * and the bytes that both allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class WindowFrames {
  private static final int FRAMES = 600;
  private static final long IDLE_MILLIS = 20_000;

  /** Packets of the recording. */
  @Param({"1000", "1000000"})
  public int packets;

  private OpenWindow window;
  private int steps;
  private List<Used> used = new ArrayList<>();

  /** Opens the window and the recording. */
  @Setup
  public void open() throws IOException, InterruptedException, ExecutionException {
    window = OpenWindow.start();
    window.open(Capture.file(packets));
    window.read();
    steps = OpenWindow.onScreen(() -> window.session().playhead().timeline().steps());
  }

  /** Ten seconds of playing from the middle on, at the usual speed. */
  @Benchmark
  public void playing() throws InterruptedException, ExecutionException {
    OpenWindow.onScreen(
        () -> {
          window.session().playhead().seek(steps / 2);
          window.session().playhead().playOrPause();
          return true;
        });
    used = window.frames(FRAMES, _ -> {});
    OpenWindow.onScreen(
        () -> {
          window.session().playhead().playOrPause();
          return true;
        });
  }

  /** The thumb of the scrubber dragged from one end to the other, another place each frame. */
  @Benchmark
  public void scrubbing() throws InterruptedException, ExecutionException {
    used =
        window.frames(
            FRAMES,
            frame -> window.session().playhead().seek((int) ((long) steps * (frame + 1) / FRAMES)));
  }

  /** The wheel turned by a notch each frame, which is faster than a hand can. */
  @Benchmark
  public void scrolling() throws InterruptedException, ExecutionException {
    OpenWindow.onScreen(
        () -> {
          window.session().playhead().seek(steps / 2);
          return true;
        });
    used = window.frames(FRAMES, _ -> window.diagram().scroll(0, -40));
  }

  /** Nothing at all: what the process uses while nobody touches the window. */
  @Benchmark
  public void idle() throws InterruptedException {
    com.sun.management.OperatingSystemMXBean process =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = process.getProcessCpuTime();
    Thread.sleep(IDLE_MILLIS);
    double share = (process.getProcessCpuTime() - before) / (IDLE_MILLIS * 1e6);
    System.out.printf(Locale.ROOT, "%nidle: %.2f %% of a core%n", 100 * share);
    used = List.of();
  }

  /** Says what the frames used. */
  @TearDown(Level.Iteration)
  public void tell() {
    if (!used.isEmpty()) {
      System.out.printf("%n%s%n", Used.told(used));
    }
  }
}
