package wireflight.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;

/**
 * Pairs requests and answers of UDP flows.
 *
 * <p>Where the protocol numbers its exchanges, as DNS does (RFC 1035, section 4.1.1), that number
 * pairs them. Else an answer is the first datagram that comes back after one datagram of the client
 * or several in a row.
 *
 * <p>Many datagrams want no answer: a log entry, a voice, a measurement. One is called unanswered
 * only where an answer is due: the protocol of its port says so, or the server has answered others.
 */
final class DatagramPairs {
  /** So many questions are waited for at once, the oldest forgotten first. */
  private static final int MOST_WAITING = 1 << 15;

  private static final int NONE = -1;

  private record Question(int connection, int number) {}

  /** For a request, the one before it in its row; for an answer, the first request it answers. */
  private int[] partners = {};

  /** For a request, its answer. */
  private int[] answers = {};

  /** Of each flow, the client's latest datagram that waits for an answer. */
  private final int[] latest;

  private final BitSet heard = new BitSet();
  private final Set<Endpoint> answering = new HashSet<>();
  private final BitSet numbered = new BitSet();
  private final BitSet asked = new BitSet();
  private final Map<Question, Integer> waiting = new LinkedHashMap<>();
  private final int rows;

  /** For so many rows and connections. */
  DatagramPairs(int rows, int connections) {
    this.rows = rows;
    latest = new int[connections];
    Arrays.fill(latest, NONE);
  }

  /** Takes a datagram of a flow whose protocol does not number its exchanges. */
  void take(int row, Connection flow, boolean fromClient) {
    begin(row);
    int connection = flow.index();
    if (fromClient) {
      asked.set(row);
      partners[row] = latest[connection];
      latest[connection] = row;
      return;
    }
    heard.set(connection);
    answering.add(flow.server());
    for (int at = latest[connection]; at != NONE; at = partners[at]) {
      answers[at] = row;
      partners[row] = at;
    }
    latest[connection] = NONE;
  }

  /**
   * Takes a datagram of a flow whose protocol numbers its exchanges.
   *
   * @param number of the exchange
   */
  void take(int row, int connection, boolean question, int number) {
    begin(row);
    Question key = new Question(connection, number);
    if (question) {
      asked.set(row);
      numbered.set(row);
      Integer earlier = waiting.put(key, row);
      partners[row] = earlier == null ? NONE : earlier;
      if (waiting.size() > MOST_WAITING) {
        waiting.remove(waiting.keySet().iterator().next());
      }
      return;
    }
    heard.set(connection);
    Integer last = waiting.remove(key);
    for (int at = last == null ? NONE : last; at != NONE; at = partners[at]) {
      answers[at] = row;
      partners[row] = at;
    }
  }

  private void begin(int row) {
    if (partners.length == 0) {
      partners = new int[rows];
      answers = new int[rows];
      Arrays.fill(partners, NONE);
      Arrays.fill(answers, NONE);
    }
    partners[row] = NONE;
  }

  /** The row of the answer to a request; -1 for none. */
  int answer(int row) {
    return answers.length == 0 ? NONE : answers[row];
  }

  /** The row of the first request that an answer answers; -1 for a datagram that is none. */
  int request(int row) {
    return partners.length == 0 || asked.get(row) ? NONE : partners[row];
  }

  /** The row of the same question asked before, or of the request just before; -1 for none. */
  int before(int row) {
    return partners.length == 0 || !asked.get(row) ? NONE : partners[row];
  }

  /** Whether a datagram asks by number, so that the same number again is the same question. */
  boolean isNumbered(int row) {
    return numbered.get(row);
  }

  /**
   * Whether a request was never answered: of a flow without numbers, if nothing came back though an
   * answer is due.
   */
  boolean isUnanswered(int row, Connection flow) {
    if (!asked.get(row) || answer(row) != NONE) {
      return false;
    }
    return numbered.get(row)
        || !heard.get(flow.index())
            && (Exchanges.areAnswered(flow) || answering.contains(flow.server()));
  }
}
