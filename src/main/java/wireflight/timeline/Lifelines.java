package wireflight.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;

/**
 * Gathers the lifelines: one an endpoint of a connection, and one a socket that has none yet.
 *
 * <p>Sockets find the endpoint that they are by their local address. A listening socket and the
 * sockets accepted from it have one local address, so they share a lifeline.
 */
final class Lifelines {
  private final Map<Key, LifelineDraft> byEndpoint = new LinkedHashMap<>();
  private final Map<Port, LifelineDraft> byPort = new HashMap<>();
  private final Map<SocketLife, LifelineDraft> ofLife = new HashMap<>();
  private final List<LifelineDraft> drafts = new ArrayList<>();
  private final List<LifelineDraft> ordered;
  private final int[] ends;
  private final int[] peers;
  private final boolean socketsKnown;

  private record Key(Transport transport, Endpoint endpoint) {
    Port port() {
      return new Port(transport, endpoint.port());
    }
  }

  private record Port(Transport transport, int number) {}

  /**
   * Gathers.
   *
   * @param connections those to show
   * @param all how many connections the analysis has
   * @param lives the sockets to show
   * @param leading which of a connection's two sightings tells who is its server
   */
  Lifelines(List<Connection> connections, int all, List<SocketLife> lives, IntPredicate leading) {
    ends = new int[2 * all];
    int[] pairs = new int[2 * connections.size()];
    int filled = 0;
    for (Connection connection : connections) {
      LifelineDraft server = end(connection, connection.server());
      LifelineDraft client = end(connection, connection.client());
      server.server |= leading.test(connection.index());
      ends[2 * connection.index()] = client.place;
      ends[2 * connection.index() + 1] = server.place;
      pairs[filled++] = client.place;
      pairs[filled++] = server.place;
    }
    ByServer byServer = new ByServer(lives.isEmpty() ? List.of() : connections);
    for (SocketLife life : lives) {
      settle(life, byServer);
    }
    ordered = LifelineOrder.of(drafts, pairs);
    for (int i = 0; i < ordered.size(); i++) {
      ordered.get(i).index = i;
    }
    peers = new int[drafts.size()];
    Arrays.fill(peers, -1);
    for (Connection connection : connections) {
      int at = 2 * connection.index();
      int client = drafts.get(ends[at]).index;
      int server = drafts.get(ends[at + 1]).index;
      ends[at] = client;
      ends[at + 1] = server;
      peers[client] = peers[client] < 0 ? server : peers[client];
      peers[server] = peers[server] < 0 ? client : peers[server];
    }
    socketsKnown = !lives.isEmpty();
  }

  /** The lifeline of a connection's client. */
  int client(int connection) {
    return ends[2 * connection];
  }

  /** The lifeline of a connection's server. */
  int server(int connection) {
    return ends[2 * connection + 1];
  }

  /** The lifeline of the other end of a lifeline's first connection; -1 where it has none. */
  int peer(int lifeline) {
    return peers[lifeline];
  }

  /** The lifeline of a socket; -1 if it is not shown. */
  int of(@Nullable SocketLife life) {
    LifelineDraft draft = life == null ? null : ofLife.get(life);
    return draft == null ? -1 : draft.index;
  }

  /** Whether a lifeline is the server of some connection. */
  boolean serves(int lifeline) {
    return ordered.get(lifeline).server;
  }

  /** Whether what was sent to a lifeline was refused, so that no socket is there. */
  boolean refuses(int lifeline) {
    return ordered.get(lifeline).refused;
  }

  /** Whether calls on this socket need its name said, since the lifeline has another's. */
  boolean needsName(SocketLife life) {
    LifelineDraft draft = ofLife.get(life);
    return draft != null && draft.principal() != life;
  }

  /** Says that a connection's server end was found to be no socket at all. */
  void refused(int connection) {
    ordered.get(server(connection)).refused = true;
  }

  /** The lifelines in order, their names in a language. */
  List<Lifeline> finished(Words words) {
    return LifelineNames.named(ordered, socketsKnown, words);
  }

  private LifelineDraft end(Connection connection, Endpoint endpoint) {
    LifelineDraft draft = at(new Key(connection.transport(), endpoint), connection.firstRow());
    draft.firstRow = Math.min(draft.firstRow, connection.firstRow());
    return draft;
  }

  private LifelineDraft at(Key key, int row) {
    return byEndpoint.computeIfAbsent(
        key,
        absent -> {
          LifelineDraft made = draft(key.transport(), key.endpoint(), row);
          byPort.putIfAbsent(key.port(), made);
          return made;
        });
  }

  private LifelineDraft draft(Transport transport, @Nullable Endpoint endpoint, int row) {
    LifelineDraft draft = new LifelineDraft(drafts.size(), transport, endpoint, row);
    drafts.add(draft);
    return draft;
  }

  private void settle(SocketLife life, ByServer connections) {
    LifelineDraft draft = null;
    if (life.local != null) {
      Key key = new Key(life.transport, life.local);
      draft = byEndpoint.get(key);
      if (draft == null && life.local.address().isUnspecified()) {
        // 0.0.0.0 means every address: the packets tell which one was used.
        draft = byPort.get(key.port());
      }
      if (draft == null) {
        draft = at(key, life.firstRow);
      }
    } else if (life.target != null) {
      draft = byTarget(life, connections);
    }
    if (draft == null) {
      draft = draft(life.transport, null, life.firstRow);
    }
    draft.add(life);
    ofLife.put(life, draft);
  }

  // A connect that failed or still waits may leave no trace of its local address but its packets.
  private @Nullable LifelineDraft byTarget(SocketLife life, ByServer connections) {
    Endpoint target = life.target;
    if (target == null) {
      return null;
    }
    for (Connection connection :
        connections.begunBetween(life.transport, target, life.targetEntered, life.targetReturned)) {
      LifelineDraft client = drafts.get(ends[2 * connection.index()]);
      if (client.lives.isEmpty()) {
        return client;
      }
    }
    return null;
  }

  /** Connections by their server, each server's in the order in which they began. */
  private static final class ByServer {
    private final Map<Key, List<Connection>> them = new HashMap<>();

    ByServer(List<Connection> connections) {
      for (Connection connection : connections) {
        them.computeIfAbsent(
                new Key(connection.transport(), connection.server()), absent -> new ArrayList<>())
            .add(connection);
      }
    }

    /** Those to a server whose first packet comes after a row and, if that is known, before one. */
    List<Connection> begunBetween(Transport transport, Endpoint server, int after, int before) {
      List<Connection> all = them.getOrDefault(new Key(transport, server), List.of());
      int from = countUpTo(all, after);
      return all.subList(
          from, before < 0 ? all.size() : Math.max(from, countUpTo(all, before - 1)));
    }

    private static int countUpTo(List<Connection> ordered, int row) {
      int low = 0;
      int high = ordered.size();
      while (low < high) {
        int middle = low + high >>> 1;
        if (ordered.get(middle).firstRow() <= row) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
