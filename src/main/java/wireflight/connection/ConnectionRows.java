package wireflight.connection;

import java.util.Arrays;

/**
 * Which rows of a trace are packets of which connection: every row once, in two plain columns.
 *
 * <p>Immutable; any thread may read it.
 */
public final class ConnectionRows {
  private final int[] starts;
  private final int[] rows;

  /** Goes through the rows of an analysis twice. */
  public ConnectionRows(Analysis analysis) {
    int size = analysis.trace().size();
    starts = new int[analysis.connections().size() + 1];
    for (int row = 0; row < size; row++) {
      int connection = analysis.connectionOf(row);
      if (connection >= 0) {
        starts[connection + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    rows = new int[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int row = 0; row < size; row++) {
      int connection = analysis.connectionOf(row);
      if (connection >= 0) {
        rows[next[connection]++] = row;
      }
    }
  }

  /** How many packets a connection has. */
  public int count(int connection) {
    return starts[connection + 1] - starts[connection];
  }

  /** The row of a connection's packet, counted from 0. */
  public int row(int connection, int packet) {
    return rows[starts[connection] + packet];
  }

  /** How many packets of a connection there are up to a row, that row included. */
  public int countUpTo(int connection, int row) {
    int from = starts[connection];
    int found = Arrays.binarySearch(rows, from, starts[connection + 1], row);
    return (found >= 0 ? found + 1 : -found - 1) - from;
  }

  /** The row of a connection's latest packet up to a row; -1 where it has none yet. */
  public int latest(int connection, int row) {
    int count = countUpTo(connection, row);
    return count == 0 ? -1 : row(connection, count - 1);
  }

  /** The rows of a connection's packets, ascending. */
  public int[] of(int connection) {
    return Arrays.copyOfRange(rows, starts[connection], starts[connection + 1]);
  }
}
