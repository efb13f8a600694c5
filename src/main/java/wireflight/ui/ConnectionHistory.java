package wireflight.ui;

import java.util.List;
import wireflight.connection.EndState;
import wireflight.connection.TcpState;

/**
 * How one TCP connection went: the states each end came through, and how far each end was at any
 * row. Each end is told as its own capture point saw it, where there are two: a segment counts at
 * the server when it has come there, not when the client has sent it.
 *
 * <p>Immutable; any thread may read it.
 */
final class ConnectionHistory {
  private final View client;
  private final View server;

  /**
   * One end.
   *
   * @param seen how the connection went where the end is best seen
   * @param client whether the end is taken for the client there
   */
  record View(PointHistory seen, boolean client) {}

  /**
   * An end of a connection came into a state.
   *
   * @param row after which it is in that state; -1 before the first packet
   */
  record StateEntered(int row, EndState state) {}

  /**
   * How far a connection is.
   *
   * @param clientSent bytes of the client's stream sent at least once
   * @param clientAcknowledged how many of them the server has acknowledged
   * @param clientWindow how many bytes beyond the acknowledged the server lets the client send
   */
  record Progress(
      long clientSent,
      long clientAcknowledged,
      long clientWindow,
      long serverSent,
      long serverAcknowledged,
      long serverWindow) {
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    /** The same, the ends taken for each other. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // the other way round on purpose
    Progress turned() {
      return new Progress(
          serverSent,
          serverAcknowledged,
          serverWindow,
          clientSent,
          clientAcknowledged,
          clientWindow);
    }

    /** The same with what another one says of the server. */
    Progress withServer(Progress other) {
      return new Progress(
          clientSent,
          clientAcknowledged,
          clientWindow,
          other.serverSent,
          other.serverAcknowledged,
          other.serverWindow);
    }
  }

  /** Of both ends. */
  ConnectionHistory(View client, View server) {
    this.client = client;
    this.server = server;
  }

  /** The states of the client, or else of the server, in the order in which it came to them. */
  List<StateEntered> states(boolean ofClient) {
    View end = ofClient ? client : server;
    return end.seen.states(end.client);
  }

  /** The state of the client, or else of the server, after a row. */
  EndState state(boolean ofClient, int row) {
    EndState state = TcpState.UNKNOWN;
    for (StateEntered entered : states(ofClient)) {
      if (entered.row() <= row) {
        state = entered.state();
      }
    }
    return state;
  }

  /** How far both ends are after a row. */
  Progress at(int row) {
    Progress there = client.seen.at(row);
    if (client.seen.equals(server.seen)) {
      return there;
    }
    Progress here = server.seen.at(row);
    return (client.client ? there : there.turned())
        .withServer(server.client ? here.turned() : here);
  }
}
