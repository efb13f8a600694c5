package wireflight.wire;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * When packets of one direction come out of the wire: the line they wait for, and the order they
 * keep. Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class Schedule {
  private static final Comparator<Due> ORDER =
      Comparator.comparingLong(Due::at).thenComparingLong(Due::order);

  private final PriorityQueue<Due> waiting = new PriorityQueue<>(ORDER);
  private final Deque<Long> starts = new ArrayDeque<>();
  private long lineFree = Long.MIN_VALUE;
  private long latest = Long.MIN_VALUE;
  private long orders;

  /**
   * A packet that comes out.
   *
   * @param at when
   * @param order among those of the same time
   * @param how what happens to it then
   */
  record Due(long at, long order, Delivery how) {}

  /** Whether the line's queue has no room at a moment. */
  boolean full(long now, int queue) {
    while (!starts.isEmpty() && starts.getFirst() <= now) {
      starts.removeFirst();
    }
    return starts.size() >= queue;
  }

  /** When a packet that comes now leaves the line at the other end, in order. */
  long line(long now, int bytes, Link link, long jitter) {
    long end = now;
    if (link.bitsPerSecond() > 0) {
      long start = Math.max(now, lineFree);
      end = start + bytes * 8_000_000_000L / link.bitsPerSecond();
      lineFree = end;
      starts.addLast(start);
    }
    latest = Math.max(latest, end + link.delayNanos() + jitter);
    return latest;
  }

  void add(long at, Delivery how) {
    waiting.add(new Due(at, orders++, how));
  }

  /** Takes the next packet whose time has come; null where there is none. */
  @Nullable Delivery take(long now) {
    Due due = waiting.peek();
    if (due == null || due.at > now) {
      return null;
    }
    waiting.remove();
    return due.how;
  }

  /** When the next packet's time comes; {@link Long#MAX_VALUE} where none waits. */
  long next() {
    Due due = waiting.peek();
    return due == null ? Long.MAX_VALUE : due.at;
  }

  /** Whether nothing waits but what comes later than the link alone would bring it. */
  boolean isQuiet() {
    return waiting.stream().allMatch(due -> due.how.aside());
  }
}
