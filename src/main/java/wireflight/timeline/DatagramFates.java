package wireflight.timeline;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import wireflight.trace.CallReturned;

/**
 * Follows datagrams to the calls that take them.
 *
 * <p>A datagram socket's queue keeps its order, so one that is overtaken by a later datagram was
 * lost. What is still in the queue is neither lost nor received.
 */
final class DatagramFates {
  /** More than a socket's buffer holds; older ones are given up as unknown. */
  private static final int WAITING = 4096;

  private record Waiting(int row, int length) {}

  private final BitSet lost;
  private final BitSet received;
  private final Map<Integer, Deque<Waiting>> queues = new HashMap<>();
  private final Map<Integer, Integer> latest = new HashMap<>();

  DatagramFates(BitSet lost, BitSet received) {
    this.lost = lost;
    this.received = received;
  }

  void sent(int row, int connection, int lifeline, int length) {
    Deque<Waiting> queue = queues.computeIfAbsent(lifeline, absent -> new ArrayDeque<>());
    queue.addLast(new Waiting(row, length));
    if (queue.size() > WAITING) {
      queue.removeFirst();
    }
    latest.put(connection, row);
  }

  /** The latest datagram of a flow came back as an ICMP error. */
  void refused(int connection) {
    Integer row = latest.get(connection);
    if (row != null) {
      lost.set(row);
      queues.values().forEach(queue -> queue.removeIf(waiting -> waiting.row == row));
    }
  }

  /** A call on a datagram socket returned; if it received, something was taken off the queue. */
  void taken(CallReturned call, int lifeline) {
    Deque<Waiting> queue = queues.get(lifeline);
    if (queue == null || !call.name().startsWith("recv")) {
      return;
    }
    String result = call.result();
    boolean known = queue.stream().anyMatch(waiting -> result.equals("" + waiting.length));
    Iterator<Waiting> each = queue.iterator();
    while (each.hasNext()) {
      Waiting waiting = each.next();
      each.remove();
      // A call with too small a buffer returns less than was sent; then the order alone tells.
      if (!known || result.equals("" + waiting.length)) {
        received.set(waiting.row);
        return;
      }
      lost.set(waiting.row);
    }
  }
}
