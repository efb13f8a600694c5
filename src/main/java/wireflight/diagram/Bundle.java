package wireflight.diagram;

import java.util.Arrays;
import wireflight.connection.Analysis;

/**
 * Packets of one connection, as rows with running counts, so that how many had passed at a row is
 * found by bisection.
 */
final class Bundle {
  private final int[] rows;
  private final int[] fromClient;
  private final long[] clientBytes;
  private final long[] serverBytes;

  /** Counts the packets of some ascending rows. */
  Bundle(Analysis analysis, int[] rows) {
    this.rows = rows;
    fromClient = new int[rows.length + 1];
    clientBytes = new long[rows.length + 1];
    serverBytes = new long[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      boolean client = analysis.fromClient(rows[i]);
      long length = Math.max(0, analysis.length(rows[i]));
      fromClient[i + 1] = fromClient[i] + (client ? 1 : 0);
      clientBytes[i + 1] = clientBytes[i] + (client ? length : 0);
      serverBytes[i + 1] = serverBytes[i] + (client ? 0 : length);
    }
  }

  int firstRow() {
    return rows[0];
  }

  /** How many packets there are up to a row. */
  int count(int row) {
    int at = Arrays.binarySearch(rows, row);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** How many of the first so many packets are from the client, or else from the server. */
  int packets(boolean client, int count) {
    return client ? fromClient[count] : count - fromClient[count];
  }

  /** How many bytes of data the first so many packets carry from the client, or else the server. */
  long bytes(boolean client, int count) {
    return client ? clientBytes[count] : serverBytes[count];
  }
}
