package wireflight.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;

/** Lists the sockets of a recording: those that calls name, and those that only packets tell of. */
final class SocketList {
  private final Lifelines lines;
  private final List<Lifeline> lifelines;
  private final Map<Integer, List<SocketLife>> ofLine = new HashMap<>();
  private final Map<SocketLife, Connection> connected = new HashMap<>();
  private final List<Socket> sockets = new ArrayList<>();

  private SocketList(Lifelines lines, List<Lifeline> lifelines) {
    this.lines = lines;
    this.lifelines = lifelines;
  }

  /** The sockets, in the order in which they are known to exist. */
  static List<Socket> of(
      List<Connection> connections,
      List<SocketLife> lives,
      Lifelines lines,
      List<Lifeline> lifelines) {
    SocketList list = new SocketList(lines, lifelines);
    for (SocketLife life : lives) {
      list.ofLine.computeIfAbsent(lines.of(life), _ -> new ArrayList<>()).add(life);
    }
    Set<Integer> served = new HashSet<>();
    for (Connection connection : connections) {
      if (connection.transport() == Transport.UDP) {
        list.datagramEnd(lines.client(connection.index()), connection, true, served);
        list.datagramEnd(lines.server(connection.index()), connection, false, served);
      } else {
        list.ends(connection);
      }
    }
    for (SocketLife life : lives) {
      if (!list.connected.containsKey(life)) {
        list.sockets.add(list.unconnected(life));
      }
    }
    list.sockets.sort(
        java.util.Comparator.comparingInt(Socket::opened).thenComparingInt(Socket::lifeline));
    return List.copyOf(list.sockets);
  }

  /** A datagram socket that no call names: one an address, whomever it talks to. */
  private void datagramEnd(int line, Connection flow, boolean client, Set<Integer> served) {
    if (!ofLine.containsKey(line) && served.add(line)) {
      Endpoint end = client ? flow.client() : flow.server();
      int row = flow.firstRow();
      sockets.add(bare(line, flow.transport(), end, -1, client, row, row));
    }
  }

  private void ends(Connection connection) {
    int clientLine = lines.client(connection.index());
    int serverLine = lines.server(connection.index());
    SocketLife client = client(clientLine, connection);
    int row = connection.firstRow();
    sockets.add(
        client == null
            ? bare(
                clientLine,
                connection.transport(),
                connection.client(),
                connection.index(),
                true,
                row,
                row)
            : end(client, clientLine, connection, true));
    if (clientLine == serverLine) {
      return;
    }
    SocketLife server = server(serverLine, connection);
    boolean callsKnown = ofLine.containsKey(serverLine);
    sockets.add(
        server == null
            ? bare(
                serverLine,
                connection.transport(),
                connection.server(),
                connection.index(),
                false,
                row,
                callsKnown ? Socket.NEVER : row)
            : end(server, serverLine, connection, false));
  }

  /** The client's socket: the last made before the connection began that fits it. */
  private @Nullable SocketLife client(int line, Connection connection) {
    SocketLife found = null;
    for (SocketLife life : ofLine.getOrDefault(line, List.of())) {
      boolean made = life.firstRow <= connection.lastRow();
      if (made
          && fits(life, connection.server())
          && (found == null || life.firstRow <= connection.firstRow())) {
        found = life;
      }
    }
    return taken(found, connection);
  }

  /** The server's socket: the first that is left, which may be accepted long after the opening. */
  private @Nullable SocketLife server(int line, Connection connection) {
    for (SocketLife life : ofLine.getOrDefault(line, List.of())) {
      if (fits(life, connection.client())) {
        return taken(life, connection);
      }
    }
    return null;
  }

  private boolean fits(SocketLife life, Endpoint foreign) {
    return !life.listening
        && !connected.containsKey(life)
        && (life.foreign == null || life.foreign.equals(foreign));
  }

  private @Nullable SocketLife taken(@Nullable SocketLife life, Connection connection) {
    if (life != null) {
      connected.put(life, connection);
    }
    return life;
  }

  private Socket end(SocketLife life, int line, Connection connection, boolean client) {
    int first = connection.firstRow();
    return new Socket(
        life.actor,
        life.device,
        life.process,
        life.transport,
        client ? connection.client() : connection.server(),
        line,
        connection.index(),
        client,
        client ? Math.min(life.firstRow, first) : first,
        client ? Math.min(life.addressedRow, first) : first,
        Socket.NEVER,
        client ? Math.min(life.firstRow, first) : Math.max(first, life.acceptedRow),
        false,
        life.closedRow);
  }

  private Socket unconnected(SocketLife life) {
    int line = lines.of(life);
    return new Socket(
        life.actor,
        life.device,
        life.process,
        life.transport,
        life.local,
        line,
        -1,
        !life.listening && !lines.serves(line),
        life.firstRow,
        life.addressedRow,
        life.listeningRow,
        life.firstRow,
        false,
        life.closedRow);
  }

  private Socket bare(
      int line,
      Transport transport,
      Endpoint end,
      int connection,
      boolean client,
      int row,
      int accepted) {
    Lifeline known = lifelines.get(line);
    return new Socket(
        known.name(),
        known.device(),
        known.process(),
        transport,
        end,
        line,
        connection,
        client,
        row,
        row,
        Socket.NEVER,
        accepted,
        connection < 0 && lines.refuses(line),
        Socket.NEVER);
  }
}
