package wireflight.capture;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How many packets a capture's thread has dealt with, and the wait for it to catch up. */
final class Progress {
  /** A packet on the loopback interface is counted at most so long after it was sent. */
  private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long delivered;
  private boolean ended;

  /** More packets were delivered. */
  void advance(long packets) {
    lock.lock();
    try {
      delivered += packets;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** No packet will be delivered any more. */
  void end() {
    lock.lock();
    try {
      ended = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until as many packets were delivered as the kernel had taken when this was called.
   *
   * @param taken the kernel's count of packets put into the buffer so far
   */
  boolean await(LongSupplier taken, long timeoutNanos) throws InterruptedException {
    long start = System.nanoTime();
    lock.lock();
    try {
      // The kernel gives no notice when a packet on its way is counted, so this much is a wait.
      long settling = Math.min(SETTLED_NANOS, timeoutNanos);
      while (settling > 0) {
        moved.awaitNanos(settling);
        settling = Math.min(SETTLED_NANOS, timeoutNanos) - (System.nanoTime() - start);
      }
      long goal = taken.getAsLong();
      while (delivered < goal) {
        long left = timeoutNanos - (System.nanoTime() - start);
        if (ended || left <= 0) {
          return false;
        }
        moved.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a thread that has been told to end; an interrupt is kept for later. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
