package wireflight.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;

/** Which socket each call and each end of a connection belongs to. */
final class SocketEnds {
  private final Analysis analysis;
  private final SocketLives lives;
  private final boolean callsKnown;
  private final List<SocketTrack> tracks = new ArrayList<>();
  private final Map<SocketLife, SocketTrack> ofLife = new HashMap<>();
  private final @Nullable SocketTrack[] clients;
  private final @Nullable SocketTrack[] servers;
  private final boolean[] met;

  SocketEnds(Analysis analysis, SocketLives lives) {
    this.analysis = analysis;
    this.lives = lives;
    callsKnown = !lives.all().isEmpty();
    int connections = analysis.connections().size();
    clients = new SocketTrack[connections];
    servers = new SocketTrack[connections];
    met = new boolean[connections];
  }

  /** The sockets in the order in which they came about. */
  List<SocketTrack> tracks() {
    return tracks;
  }

  /** The client's socket of a connection whose packets have begun; null where none is known. */
  @Nullable SocketTrack client(int connection) {
    meet(connection);
    return clients[connection];
  }

  /** The server's socket of a connection whose packets have begun; null where none is known. */
  @Nullable SocketTrack server(int connection) {
    meet(connection);
    return servers[connection];
  }

  /** The socket of calls; a new one if there was none. */
  SocketTrack of(SocketLife life) {
    return ofLife.computeIfAbsent(
        life,
        _ -> {
          SocketTrack track = new SocketTrack(life.transport, callsKnown);
          track.name(life.actor, life.process, life.device);
          tracks.add(track);
          return track;
        });
  }

  /** The socket of calls, if there is one. */
  Optional<SocketTrack> known(SocketLife life) {
    return Optional.ofNullable(ofLife.get(life));
  }

  /** Finds the sockets that a connection's first packet belongs to. */
  private void meet(int index) {
    if (met[index]) {
      return;
    }
    met[index] = true;
    Connection connection = analysis.connections().get(index);
    int at = connection.index();
    clients[at] = end(connection, connection.client(), connection.server());
    if (serves(connection)) {
      servers[at] = end(connection, connection.server(), connection.client());
    }
  }

  // Where nobody listens there is no socket to show.
  private boolean serves(Connection connection) {
    if (connection.transport() == Transport.TCP) {
      return analysis.serverState(connection.firstRow()) != TcpState.CLOSED;
    }
    return !callsKnown || life(connection, connection.server(), connection.client()) != null;
  }

  private SocketTrack end(Connection connection, Endpoint local, Endpoint foreign) {
    SocketLife life = life(connection, local, foreign);
    SocketTrack track = life == null ? null : ofLife.get(life);
    if (track == null) {
      track = new SocketTrack(connection.transport(), callsKnown);
      tracks.add(track);
      if (life != null) {
        track.name(life.actor, life.process, life.device);
        ofLife.put(life, track);
      }
    }
    boolean stream = connection.transport() == Transport.TCP;
    track.local = stream || track.local.isEmpty() ? local.toString() : track.local;
    if (stream || !callsKnown) {
      track.foreign = foreign.toString();
    }
    return track;
  }

  private @Nullable SocketLife life(Connection connection, Endpoint local, Endpoint foreign) {
    SocketLife wanting = null;
    for (SocketLife life : lives.all()) {
      if (life.transport != connection.transport() || life.listening) {
        continue;
      }
      boolean stream = life.transport == Transport.TCP;
      Endpoint own = life.local;
      boolean here =
          own != null
              && own.port() == local.port()
              && (own.address().isUnspecified() || own.address().equals(local.address()));
      if (here && (!stream || foreign.equals(life.foreign))) {
        SocketTrack known = ofLife.get(life);
        if (known == null || !known.gone) {
          return life;
        }
      }
      boolean wants =
          own == null
              && foreign.equals(life.target)
              && connection.firstRow() > life.targetEntered
              && (life.targetReturned < 0 || connection.firstRow() < life.targetReturned);
      if (wants) {
        wanting = life;
      }
    }
    return wanting;
  }
}
