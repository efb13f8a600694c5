package wireflight.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how the ends of connections met lately were written, for each direction. Not
 * thread-safe.
 */
final class EndsMemo {
  private static final int SLOTS = 1 << 10;

  private final int[] connections = new int[SLOTS];
  private final byte[][] written = new byte[SLOTS][];

  EndsMemo() {
    Arrays.fill(connections, -1);
  }

  /** The bytes that were kept for a direction of a connection; null if there are none. */
  byte @Nullable [] find(int connection, boolean fromClient) {
    int slot = slot(connection, fromClient);
    return connections[slot] == connection ? written[slot] : null;
  }

  void keep(int connection, boolean fromClient, byte[] bytes) {
    int slot = slot(connection, fromClient);
    connections[slot] = connection;
    written[slot] = bytes;
  }

  private static int slot(int connection, boolean fromClient) {
    return (connection << 1 | (fromClient ? 1 : 0)) & SLOTS - 1;
  }
}
