package wireflight.ui;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

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
}
