package wireflight.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Services;
import wireflight.connection.Transport;

/**
 * The rows of the list of connections: one for each, or under the server's port that they went to,
 * whose groups open and close. For the JavaFX thread only.
 */
final class ConnectionGroups {
  /** So many connections are grouped unasked. */
  static final int MANY = 12;

  /** One row of the list. */
  sealed interface Row {
    /** Tells it from all other rows, also once it has changed. */
    Object key();
  }

  /** A connection by itself: the same one, however far it has come. */
  record Member(Connection connection) implements Row {
    @Override
    public Object key() {
      return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Member(Connection its) && connection.isSame(its);
    }

    @Override
    public int hashCode() {
      return Objects.hash(connection.index(), connection.client(), connection.server());
    }
  }

  /**
   * The connections to one port.
   *
   * @param port with its transport
   * @param count how many there are
   * @param open whether they stand below
   */
  record Group(Port port, int count, boolean open) implements Row {
    @Override
    public Object key() {
      return port;
    }

    /** As in {@code :443 https}. */
    String name() {
      String service = Services.name(port.number(), port.transport());
      return ":" + port.number() + (service.isEmpty() ? "" : " " + service);
    }
  }

  /** What a group is of: one number means another service over another transport. */
  record Port(int number, Transport transport) implements Comparable<Port> {
    @Override
    public int compareTo(Port other) {
      int byNumber = Integer.compare(number, other.number);
      return byNumber != 0 ? byNumber : transport.compareTo(other.transport);
    }
  }

  private final Set<Port> closed = new HashSet<>();

  /** Opens a group, or closes it. */
  void turn(Port port) {
    if (!closed.remove(port)) {
      closed.add(port);
    }
  }

  /** The rows of some connections. */
  List<Row> rows(List<Connection> connections, boolean byPort) {
    List<Row> rows = new ArrayList<>(connections.size());
    if (!byPort) {
      connections.forEach(connection -> rows.add(new Member(connection)));
      return rows;
    }
    Map<Port, List<Connection>> ports = new TreeMap<>();
    for (Connection connection : connections) {
      ports.computeIfAbsent(portOf(connection), _ -> new ArrayList<>()).add(connection);
    }
    ports.forEach(
        (port, members) -> {
          boolean open = !closed.contains(port);
          rows.add(new Group(port, members.size(), open));
          if (open) {
            members.forEach(connection -> rows.add(new Member(connection)));
          }
        });
    return rows;
  }

  private static Port portOf(Connection connection) {
    return new Port(connection.server().port(), connection.transport());
  }
}
