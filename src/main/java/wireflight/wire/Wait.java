package wireflight.wire;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import wireflight.capture.Poll;
import wireflight.capture.SystemCall;

/**
 * Waits for a descriptor, a wake-up from another thread or a deadline, whichever comes first; to
 * the microsecond where the machine is idle. One thread waits; any may wake it.
 */
final class Wait implements AutoCloseable {
  private static final int PR_SET_TIMERSLACK = 29;
  // struct sched_attr: size, policy, flags, nice value, priority, time of a turn.
  private static final int SCHED_ATTR_SIZE = 48;
  private static final int SCHED_POLICY = 4;
  private static final int SCHED_PRIORITY = 20;
  private static final int SCHED_RR = 2;
  private static final int SCHED_RUNTIME = 24;

  /** The shortest turn that Linux gives, in nanoseconds. */
  private static final long SHORT_TURN = 100_000;

  private static final short POLLIN = 1;
  // struct pollfd: descriptor, events, results.
  private static final int SIZE = 8;
  private static final int EVENTS = 4;
  private static final int RESULT = 6;
  private static final long SECOND = 1_000_000_000;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment request = arena.allocate(2 * SIZE, Long.BYTES);
  private final MemorySegment timeout = arena.allocate(16, Long.BYTES);
  private final MemorySegment drain = arena.allocate(Long.BYTES, Long.BYTES);
  private final int wakeUp = Poll.newWakeUp();

  Wait(int descriptor) {
    watch(0, descriptor);
    watch(1, wakeUp);
  }

  private void watch(int place, int descriptor) {
    request.set(JAVA_INT, (long) place * SIZE, descriptor);
    request.set(JAVA_SHORT, (long) place * SIZE + EVENTS, POLLIN);
  }

  /**
   * Lets the calling thread's timers be exact, not grouped with others' to save power, and lets it
   * run soon after them where others keep the processors busy: before all ordinary threads, where
   * the machine's root runs this; else it asks for short turns, which Linux gives sooner (from 6.12
   * on; before, asking has no effect) and which needs no rights.
   */
  static void exactly() {
    SystemCall.PRCTL.call(PR_SET_TIMERSLACK, 1, 0, 0, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment first = arena.allocate(SCHED_ATTR_SIZE, Long.BYTES);
      first.set(JAVA_INT, 0, SCHED_ATTR_SIZE);
      first.set(JAVA_INT, SCHED_POLICY, SCHED_RR);
      first.set(JAVA_INT, SCHED_PRIORITY, 1);
      if (SystemCall.SCHED_SETATTR.call(0, first.address(), 0) < 0) {
        // Its policy 0 is SCHED_OTHER.
        MemorySegment soon = arena.allocate(SCHED_ATTR_SIZE, Long.BYTES);
        soon.set(JAVA_INT, 0, SCHED_ATTR_SIZE);
        soon.set(JAVA_LONG, SCHED_RUNTIME, SHORT_TURN);
        SystemCall.SCHED_SETATTR.call(0, soon.address(), 0);
      }
    }
  }

  /**
   * Waits.
   *
   * @param nanos at most so long; negative for ever
   * @return whether the descriptor has something to read
   */
  boolean await(long nanos) {
    if (nanos >= 0) {
      timeout.set(JAVA_LONG, 0, nanos / SECOND);
      timeout.set(JAVA_LONG, 8, nanos % SECOND);
    }
    long result =
        SystemCall.PPOLL.call(request.address(), 2, nanos < 0 ? 0 : timeout.address(), 0, 0);
    if (result <= 0) {
      return false;
    }
    if (request.get(JAVA_SHORT, SIZE + RESULT) != 0) {
      SystemCall.READ.call(wakeUp, drain.address(), Long.BYTES);
    }
    return request.get(JAVA_SHORT, RESULT) != 0;
  }

  /** Ends the wait under way, or the next one. */
  void wake() {
    Poll.wake(wakeUp);
  }

  @Override
  public void close() {
    SystemCall.CLOSE.call(wakeUp);
    arena.close();
  }
}
