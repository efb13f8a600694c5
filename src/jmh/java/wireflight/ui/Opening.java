package wireflight.ui;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wireflight.benchmark.Capture;

/**
 * From a person's wish to open a capture to its first picture, and to all of it, in a window that
 * has just come up: nothing has been compiled yet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Opening {
  /** Packets of the capture. */
  @Param({"1000", "1000000"})
  public int packets;

  private OpenWindow window;
  private Path capture;
  private long used;

  /** Brings up the window. */
  @Setup
  public void start() throws IOException, InterruptedException, ExecutionException {
    capture = Capture.file(packets);
    window = OpenWindow.start();
  }

  /** Opens the capture and waits for its first picture; the rest may be under way. */
  @Benchmark
  public void firstPicture() throws InterruptedException, ExecutionException {
    long before = processorTime();
    window.open(capture);
    used = processorTime() - before;
  }

  /** Opens the capture and waits until all of it is on show. */
  @Benchmark
  public void whole() throws InterruptedException, ExecutionException {
    long before = processorTime();
    window.open(capture);
    window.read();
    used = processorTime() - before;
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Says what the whole process used for it, its compiler too, and what it keeps. */
  @TearDown
  public void tell() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT, "%n%.1f s of processor time, %d MB of heap kept%n", used / 1e9, heap >> 20);
  }
}
