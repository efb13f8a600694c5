package wireflight.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.trace.CallReturned;
import wireflight.trace.KernelSample;
import wireflight.trace.Trace;

/**
 * Which rows belong to which connection, and which rows say what the kernel thinks of its ends.
 *
 * <p>Immutable; any thread may read it.
 */
final class RowIndex {
  private final ConnectionRows rows;
  private final Map<Ends, int[]> samples = new HashMap<>();
  private final Map<String, Integer> listening = new HashMap<>();

  /** A socket's own address and the other end's, as {@code ss} prints them. */
  private record Ends(String local, String foreign) {}

  /** Goes through the rows of an analysis. */
  RowIndex(Analysis analysis) {
    Trace trace = analysis.trace();
    int size = trace.size();
    Map<Ends, IntStream.Builder> sampled = new HashMap<>();
    for (int row = 0; row < size; row++) {
      KernelSample sample = trace.event(row, KernelSample.class);
      if (sample != null) {
        Ends ends = new Ends(sample.socket().local(), sample.socket().foreign());
        sampled.computeIfAbsent(ends, _ -> IntStream.builder()).add(row);
      }
      CallReturned call = trace.event(row, CallReturned.class);
      if (call != null && call.name().equals("listen") && call.succeeded()) {
        String local = call.socket().local();
        listening.putIfAbsent(local.substring(local.lastIndexOf(':') + 1), row);
      }
    }
    sampled.forEach((ends, them) -> samples.put(ends, them.build().toArray()));
    rows = new ConnectionRows(analysis);
  }

  /** The row at which a socket began to listen on a port; -1 where the recording has none. */
  int listening(int port) {
    return listening.getOrDefault(String.valueOf(port), -1);
  }

  /** The rows of every connection's packets. */
  ConnectionRows byConnection() {
    return rows;
  }

  /** The rows of a connection's packets, ascending. */
  int[] of(Connection connection) {
    return rows.of(connection.index());
  }

  /** How many packets of a connection there are up to a row. */
  int countOf(Connection connection, int row) {
    return rows.countUpTo(connection.index(), row);
  }

  /** The row of the latest kernel sample of a socket up to a row; -1 where there is none. */
  int sample(String local, String foreign, int row) {
    int[] its = samples.getOrDefault(new Ends(local, foreign), new int[0]);
    int upTo = countUpTo(its, row);
    return upTo == 0 ? -1 : its[upTo - 1];
  }

  /** How many of ascending numbers are not above a limit. */
  static int countUpTo(int[] ascending, int limit) {
    int found = Arrays.binarySearch(ascending, limit);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
