package wireflight.diagram;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.connection.EndState;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.connection.Vantage;
import wireflight.timeline.Moment;
import wireflight.timeline.Socket;
import wireflight.timeline.Timeline;
import wireflight.trace.CallEntered;

/** Which state a socket is in at an instant, and which call is made on it. */
final class MapStates {
  private final Analysis analysis;
  private final Timeline timeline;
  private final ConnectionRows rows;

  MapStates(Subject subject) {
    this.analysis = subject.analysis();
    this.timeline = subject.timeline();
    this.rows = subject.rows();
  }

  /** The state of an end of a connection; UNKNOWN before its first packet. */
  EndState of(int connection, boolean client, Instant instant) {
    Vantage seen = timeline.vantage(connection, client);
    int latest = rows.latest(seen.connection(), instant.row(connection, client));
    if (latest < 0) {
      return TcpState.UNKNOWN;
    }
    boolean sctp = analysis.connections().get(connection).transport() == Transport.SCTP;
    return sctp ? seen.endState(analysis, latest) : seen.state(analysis, latest);
  }

  /** The state of a socket, as people write it; empty where it has none. */
  EndState of(Socket socket, Instant instant) {
    if (socket.connection() >= 0) {
      return of(socket.connection(), socket.client(), instant);
    }
    boolean listens = socket.listening() <= instant.row() && socket.closed() > instant.row();
    return listens ? TcpState.LISTEN : TcpState.UNKNOWN;
  }

  /**
   * Whether a server's end exists: from the arrival of its connection's first segment on; of SCTP
   * once the cookie has come back, before which a server keeps nothing (RFC 9260, section 5.1.3).
   */
  boolean exists(Socket socket, Instant instant) {
    if (socket.opened() > instant.row()) {
      return false;
    }
    Connection connection = analysis.connections().get(socket.connection());
    if (!connection.openingSeen()) {
      return true;
    }
    EndState state = of(socket, instant);
    boolean asked =
        connection.transport() == Transport.SCTP
            && state.isClosed()
            && of(connection.index(), true, instant).phase() == EndState.Phase.OPENING;
    return !state.isUnknown() && !asked;
  }

  /** The calls of an instant, by the name of the socket they are made on and its lifeline. */
  Map<String, Moment.Call> calls(Instant instant) {
    Map<String, Moment.Call> calls = new HashMap<>();
    for (Moment.Call call : instant.calls()) {
      if (analysis.trace().event(call.row()) instanceof CallEntered entered) {
        calls.put(key(call.lifeline(), entered.socket().actor()), call);
      }
    }
    return calls;
  }

  static String key(int lifeline, String actor) {
    return lifeline + " " + actor;
  }

  Moment.@Nullable Call call(Map<String, Moment.Call> calls, Socket socket) {
    return calls.get(key(socket.lifeline(), socket.name()));
  }

  /** What an accepted socket is called that no call names. */
  String number(Socket socket) {
    return analysis.connections().get(socket.connection()).name();
  }

  /** The other end's address of a server's end of a connection. */
  String foreign(Socket socket) {
    Connection connection = analysis.connections().get(socket.connection());
    return (socket.client() ? connection.server() : connection.client()).toString();
  }
}
