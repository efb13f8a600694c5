package wireflight.timeline;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  private final Map<Integer, Integer> refusals = new HashMap<>();

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

  /**
   * A packet came back as an ICMP error.
   *
   * @param quoted the packet's row; -1 where only its flow is known
   * @param error the error's row
   */
  void refused(int connection, int quoted, int error) {
    Integer row = quoted >= 0 ? Integer.valueOf(quoted) : latest.get(connection);
    if (row != null) {
      lost.set(row);
      refusals.put(row, error);
    }
  }

  /** The row of the ICMP error that came back for a packet; -1 for none. */
  int refusal(int row) {
    return refusals.getOrDefault(row, -1);
  }

  /** A call on a datagram socket returned; if it received, something was taken off the queue. */
  void taken(CallReturned call, int lifeline) {
    Deque<Waiting> queue = queues.get(lifeline);
    if (queue == null || !call.name().startsWith("recv")) {
      return;
    }
    Waiting first = next(queue);
    String result = call.result();
    // A call with too small a buffer returns less than was sent; then the order alone tells.
    boolean exact =
        first != null
            && (fits(first, result) || queue.stream().anyMatch(waiting -> fits(waiting, result)));
    while (first != null) {
      queue.removeFirst();
      if (!exact || fits(first, result)) {
        received.set(first.row);
        return;
      }
      lost.set(first.row);
      first = next(queue);
    }
  }

  /** The first datagram that did not come back as an error. */
  private @Nullable Waiting next(Deque<Waiting> queue) {
    while (!queue.isEmpty() && lost.get(queue.getFirst().row)) {
      queue.removeFirst();
    }
    return queue.peekFirst();
  }

  private boolean fits(Waiting waiting, String result) {
    return !lost.get(waiting.row) && result.equals(Integer.toString(waiting.length));
  }
}
