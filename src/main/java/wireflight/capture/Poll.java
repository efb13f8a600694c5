package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Waits for file descriptors of Linux, and the descriptor with which one thread wakes another. */
public final class Poll {
  private static final short POLLIN = 1;
  private static final int EFD_CLOEXEC_NONBLOCK = 0x80000 | 0x800;
  // struct pollfd
  private static final int SIZE = 8;
  private static final int EVENTS = 4;
  private static final int RESULT = 6;

  private Poll() {}

  /**
   * Sleeps until one of the descriptors has something to read, has failed, or is at its end.
   *
   * @return for each descriptor, whether it is one of these
   */
  public static boolean[] await(int... descriptors) {
    return poll(false, descriptors);
  }

  /** Whether a descriptor has something to read now, has failed, or is at its end. */
  public static boolean isReady(int descriptor) {
    return poll(true, descriptor)[0];
  }

  private static boolean[] poll(boolean atOnce, int... descriptors) {
    try (Arena arena = Arena.ofConfined()) {
      // struct timespec, of no time at all
      long timeout = atOnce ? arena.allocate(2L * Long.BYTES, Long.BYTES).address() : 0;
      MemorySegment request = arena.allocate((long) SIZE * descriptors.length, Long.BYTES);
      for (int i = 0; i < descriptors.length; i++) {
        request.set(JAVA_INT, (long) i * SIZE, descriptors[i]);
        request.set(JAVA_SHORT, (long) i * SIZE + EVENTS, POLLIN);
      }
      long result;
      do {
        result = SystemCall.PPOLL.call(request.address(), descriptors.length, timeout, 0, 0);
      } while (Errno.EINTR.is(result));
      if (result < 0) {
        throw new IllegalStateException("ppoll: " + Errno.describe(result));
      }
      boolean[] ready = new boolean[descriptors.length];
      for (int i = 0; i < descriptors.length; i++) {
        ready[i] = request.get(JAVA_SHORT, (long) i * SIZE + RESULT) != 0;
      }
      return ready;
    }
  }

  /** A new descriptor that has something to read once it was {@linkplain #wake woken}. */
  public static int newWakeUp() {
    long result = SystemCall.EVENTFD2.call(0, EFD_CLOEXEC_NONBLOCK);
    if (result < 0) {
      throw new IllegalStateException("eventfd2: " + Errno.describe(result));
    }
    return (int) result;
  }

  /** Wakes whoever waits for it, now and from now on. */
  public static void wake(int wakeUp) {
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.WRITE.call(wakeUp, arena.allocateFrom(JAVA_INT, 1, 0).address(), Long.BYTES);
    }
  }
}
