package wireflight.application;

import java.util.LinkedHashMap;
import java.util.Map;

/** The queries that wait for their responses, the oldest forgotten first. */
final class DnsPairs {
  private static final int MOST = 1 << 15;

  private final Map<Query, Integer> waiting = new LinkedHashMap<>();

  private record Query(int connection, int id) {}

  /**
   * Notes a query, or finds the one that a response answers.
   *
   * @return the first row of the query that is answered; -1 where there is none
   */
  int pair(int connection, DnsMessage message, int row) {
    Query query = new Query(connection, message.id());
    if (message.response()) {
      Integer asked = waiting.remove(query);
      return asked == null ? -1 : asked;
    }
    waiting.putIfAbsent(query, row);
    if (waiting.size() > MOST) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    return -1;
  }
}
