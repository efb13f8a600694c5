package wireflight.ui;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What the threads that draw have used: the window's own and the renderer's.
 *
 * <p>Their processor time says what a frame costs whatever else the machine does meanwhile; the sum
 * of both is the most that a frame takes on a machine that does nothing else.
 *
 * @param nanos of processor time
 * @param bytes allocated
 */
record Used(long nanos, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The threads that draw, as far as they have been started. */
  static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().equals("JavaFX Application Thread")
                    || thread.getName().startsWith("QuantumRenderer"))
        .toList();
  }

  /** By some threads so far. */
  static Used by(List<Thread> threads) {
    long nanos = 0;
    long bytes = 0;
    for (Thread thread : threads) {
      nanos += THREADS.getThreadCpuTime(thread.threadId());
      bytes += THREADS.getThreadAllocatedBytes(thread.threadId());
    }
    return new Used(nanos, bytes);
  }

  /** Since then. */
  Used since(Used then) {
    return new Used(nanos - then.nanos, bytes - then.bytes);
  }

  /** What single frames used, in words. */
  static String told(List<Used> frames) {
    return String.format(
        Locale.ROOT,
        "a frame: %.1f ms median, %.1f ms 99th percentile, %.1f ms at most;"
            + " %.0f kB median, %.0f kB 99th percentile",
        share(frames, 0.5, Used::nanos) / 1e6,
        share(frames, 0.99, Used::nanos) / 1e6,
        share(frames, 1, Used::nanos) / 1e6,
        share(frames, 0.5, Used::bytes) / 1e3,
        share(frames, 0.99, Used::bytes) / 1e3);
  }

  private static double share(List<Used> frames, double part, ToLongFunction<Used> of) {
    long[] sorted = frames.stream().mapToLong(of).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  }
}
