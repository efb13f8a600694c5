package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The lines that were begun and are not done. Any thread may use it. */
final class Unfinished {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition removed = lock.newCondition();
  private final List<Pending> lines = new ArrayList<>();
  private long removals;

  void add(Pending line) {
    lock.lock();
    try {
      lines.add(line);
    } finally {
      lock.unlock();
    }
  }

  void remove(Pending line) {
    lock.lock();
    try {
      lines.remove(line);
      removals++;
      removed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a line is done, at most so long. */
  void await(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long before = removals;
      long left = nanos;
      while (removals == before && left > 0) {
        left = removed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Which line keeps a socket of this name from being used; null where none does. */
  @Nullable String on(String name) {
    return now().stream()
        .filter(line -> line.concerns(name))
        .map(Pending::toString)
        .findFirst()
        .orElse(null);
  }

  /** Whether every line that is left sleeps in the kernel. */
  boolean still(Stillness stillness) {
    return now().stream().allMatch(line -> line.asleep(stillness));
  }

  /** All lines that are left, as {@code “peer” is still in recv}. */
  List<String> calls() {
    return now().stream().map(Pending::toString).toList();
  }

  private List<Pending> now() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }
}
