package wireflight.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.connection.Vantage;
import wireflight.packet.IpAddress;

/**
 * Connections that are folded into one row of the map, and what is to be said of them at any row of
 * the trace: found by bisection, so that a moment of a hundred thousand costs as much as one of
 * ten.
 */
final class MapGroup {
  private static final TcpState[] STATES = TcpState.values();

  final Transport transport;

  /** The server's port; -1 where the group has several. */
  final int port;

  private final int[] indices;
  private final int[] firstRows;
  private final int[] clients;
  private final int[] servers;
  private final IpAddress firstClient;
  private final IpAddress firstServer;
  private final int[][][] entered = new int[2][STATES.length][];
  private final int[][][] left = new int[2][STATES.length][];

  /** A group of connections, which are in the order in which they began. */
  MapGroup(Transport transport, int port, List<Connection> connections, Subject subject) {
    this.transport = transport;
    this.port = port;
    indices = connections.stream().mapToInt(Connection::index).toArray();
    firstRows = connections.stream().mapToInt(Connection::firstRow).toArray();
    clients = distinct(connections.stream().map(it -> it.client().address()).toList());
    servers = distinct(connections.stream().map(it -> it.server().address()).toList());
    firstClient = connections.getFirst().client().address();
    firstServer = connections.getFirst().server().address();
    if (transport == Transport.TCP) {
      for (int side = 0; side < 2; side++) {
        follow(side, subject);
      }
    }
  }

  private static int[] distinct(List<IpAddress> addresses) {
    Set<IpAddress> seen = new HashSet<>();
    int[] counts = new int[addresses.size()];
    for (int i = 0; i < counts.length; i++) {
      seen.add(addresses.get(i));
      counts[i] = seen.size();
    }
    return counts;
  }

  private void follow(int side, Subject subject) {
    Analysis analysis = subject.analysis();
    ConnectionRows rows = subject.rows();
    List<List<Integer>> in = new ArrayList<>();
    List<List<Integer>> out = new ArrayList<>();
    for (int state = 0; state < STATES.length; state++) {
      in.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    for (int connection : indices) {
      int before = -1;
      Vantage seen = subject.timeline().vantage(connection, side == 0);
      for (int packet = 0; packet < rows.count(seen.connection()); packet++) {
        int row = rows.row(seen.connection(), packet);
        int now = Arrays.binarySearch(STATES, seen.state(analysis, row));
        if (now != before) {
          in.get(now).add(row);
          if (before >= 0) {
            out.get(before).add(row);
          }
          before = now;
        }
      }
    }
    for (int state = 0; state < STATES.length; state++) {
      entered[side][state] = in.get(state).stream().mapToInt(Integer::intValue).sorted().toArray();
      left[side][state] = out.get(state).stream().mapToInt(Integer::intValue).sorted().toArray();
    }
  }

  /** How many of its connections are in a state at a row. */
  int count(boolean client, TcpState state, int row) {
    int side = client ? 0 : 1;
    int at = Arrays.binarySearch(STATES, state);
    return upTo(entered[side][at], row) - upTo(left[side][at], row);
  }

  /** How many of its connections have begun by a row. */
  int begun(int row) {
    return upTo(firstRows, row);
  }

  /** The row of its first packet. */
  int firstRow() {
    return firstRows[0];
  }

  boolean holds(int connection) {
    return Arrays.binarySearch(indices, connection) >= 0;
  }

  /** From how many addresses its clients have come by a row that is not before the first. */
  int clientAddresses(int row) {
    return clients[Math.max(0, begun(row) - 1)];
  }

  /** To how many addresses they have gone. */
  int serverAddresses(int row) {
    return servers[Math.max(0, begun(row) - 1)];
  }

  IpAddress firstClient() {
    return firstClient;
  }

  IpAddress firstServer() {
    return firstServer;
  }

  private static int upTo(int[] ascending, int limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (ascending[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of some connections, in the order in which they began, have begun by a row. */
  static int begun(List<Connection> connections, int row) {
    int low = 0;
    int high = connections.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (connections.get(middle).firstRow() <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
