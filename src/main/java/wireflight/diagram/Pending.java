package wireflight.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Segments that are not acknowledged yet, to measure round trips with. */
final class Pending {
  private static final int MOST = 100_000;

  private final Deque<Sent> waiting = new ArrayDeque<>();

  private record Sent(long from, long end, long time) {}

  /** A segment was sent. */
  void sent(long from, long end, long time, boolean again) {
    if (again) {
      // What was sent twice measures nothing (RFC 6298, section 3).
      for (Iterator<Sent> all = waiting.iterator(); all.hasNext(); ) {
        Sent one = all.next();
        if (one.from < end && one.end > from) {
          all.remove();
        }
      }
    } else if (waiting.size() < MOST) {
      waiting.addLast(new Sent(from, end, time));
    }
  }

  /**
   * Everything up to a number was acknowledged.
   *
   * @return nanoseconds since the last byte of it was sent; -1 where that is not known
   */
  long acknowledged(long number, long time) {
    long took = -1;
    while (!waiting.isEmpty() && waiting.getFirst().end <= number) {
      Sent one = waiting.removeFirst();
      took = one.end == number ? time - one.time : took;
    }
    return took;
  }
}
