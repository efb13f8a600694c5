package wireflight.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.SegmentFacts;
import wireflight.connection.TcpState;
import wireflight.ui.ConnectionHistory.Progress;
import wireflight.ui.ConnectionHistory.StateEntered;

/**
 * How one TCP connection went as one capture point saw it: the states each end came through, and
 * how far each end was at any row.
 *
 * <p>How far is found from a checkpoint every few hundred segments, so that a jump anywhere in a
 * long connection costs the same. Immutable once made; any thread may read it.
 */
final class PointHistory {
  private static final int STRIDE = 256;

  private final Analysis analysis;
  private final int[] rows;
  private final List<Progress> checkpoints = new ArrayList<>();
  private final List<StateEntered> client = new ArrayList<>();
  private final List<StateEntered> server = new ArrayList<>();

  /**
   * Follows a connection through its rows.
   *
   * @param rows of its packets, ascending
   * @param listening the row at which a socket began to listen at the server's port; -1 where none
   *     did in the recording
   */
  PointHistory(Analysis analysis, Connection connection, int[] rows, int listening) {
    this.analysis = analysis;
    this.rows = rows;
    if (connection.openingSeen()) {
      client.add(new StateEntered(-1, TcpState.CLOSED));
      boolean seen = listening >= 0 && listening < connection.firstRow();
      boolean listens = listens(connection);
      if (seen || !listens) {
        server.add(new StateEntered(-1, TcpState.CLOSED));
      }
      if (listens) {
        server.add(new StateEntered(seen ? listening : -1, TcpState.LISTEN));
      }
    }
    Progress progress = Progress.NONE;
    for (int i = 0; i < rows.length; i++) {
      if (i % STRIDE == 0) {
        checkpoints.add(progress);
      }
      Optional<SegmentFacts> segment = analysis.segment(rows[i]);
      if (segment.isPresent()) {
        enter(client, rows[i], segment.get().clientState());
        enter(server, rows[i], segment.get().serverState());
        progress = after(progress, segment.get());
      }
    }
  }

  /** Whether a socket waited for the first SYN, rather than none, or one that connects itself. */
  private boolean listens(Connection connection) {
    return !connection.client().equals(connection.server())
        && !analysis.serverState(connection.firstRow()).equals(TcpState.CLOSED);
  }

  /** The states of the client, or else of the server, in the order in which it came to them. */
  List<StateEntered> states(boolean ofClient) {
    return Collections.unmodifiableList(ofClient ? client : server);
  }

  /** How far both ends are after a row. */
  Progress at(int row) {
    int upTo = upTo(row);
    if (upTo == 0) {
      return Progress.NONE;
    }
    int checkpoint = (upTo - 1) / STRIDE;
    Progress progress = checkpoints.get(checkpoint);
    for (int i = checkpoint * STRIDE; i < upTo; i++) {
      Optional<SegmentFacts> segment = analysis.segment(rows[i]);
      if (segment.isPresent()) {
        progress = after(progress, segment.get());
      }
    }
    return progress;
  }

  /** How many of the rows are not after the given one. */
  private int upTo(int row) {
    return RowIndex.countUpTo(rows, row);
  }

  private static void enter(List<StateEntered> states, int row, TcpState state) {
    if (state != TcpState.UNKNOWN
        && (states.isEmpty() || !states.getLast().state().equals(state))) {
      states.add(new StateEntered(row, state));
    }
  }

  private static Progress after(Progress was, SegmentFacts segment) {
    // The SYN takes number 0, so the stream's first byte is number 1 (RFC 9293, section 3.4).
    long sent = segment.length() == 0 ? 0 : segment.relativeSequence() + segment.length() - 1;
    long acknowledged = Math.max(0, segment.relativeAcknowledgment() - 1);
    if (segment.fromClient()) {
      long clientSent = Math.max(was.clientSent(), sent);
      return new Progress(
          clientSent,
          was.clientAcknowledged(),
          was.clientWindow(),
          was.serverSent(),
          // A FIN takes a number too, and its acknowledgment is no byte.
          Math.max(was.serverAcknowledged(), Math.min(acknowledged, was.serverSent())),
          segment.window());
    }
    return new Progress(
        was.clientSent(),
        Math.max(was.clientAcknowledged(), Math.min(acknowledged, was.clientSent())),
        segment.window(),
        Math.max(was.serverSent(), sent),
        was.serverAcknowledged(),
        was.serverWindow());
  }
}
