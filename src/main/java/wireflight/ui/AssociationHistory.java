package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.connection.EndState;
import wireflight.connection.SctpState;
import wireflight.packet.SctpChunk;
import wireflight.packet.SctpPacket;
import wireflight.trace.Frame;

/**
 * How one SCTP association went: the states each end came through, and how far each end was after
 * each of its packets. Immutable once made; any thread may read it.
 */
final class AssociationHistory {
  private final int[] rows;
  private final Reached client;
  private final Reached server;

  /** How far one end is after each packet. */
  private static final class Reached {
    final List<ConnectionHistory.StateEntered> states = new ArrayList<>();
    final int[] sent;
    final int[] acknowledged;
    final int[] window;

    Reached(int packets) {
      sent = new int[packets];
      acknowledged = new int[packets];
      window = new int[packets];
    }
  }

  /**
   * How far one end is.
   *
   * @param sent how many chunks of data it has sent at least once
   * @param acknowledged how many of them the other end has acknowledged, gaps left out
   * @param window how many bytes it can take
   */
  record Progress(long sent, long acknowledged, long window) {}

  /** Follows an association through the rows of its packets, ascending. */
  AssociationHistory(Analysis analysis, int[] rows) {
    this.rows = rows;
    client = new Reached(rows.length);
    server = new Reached(rows.length);
    for (int at = 0; at < rows.length; at++) {
      if (at > 0) {
        carry(client, at);
        carry(server, at);
      }
      Optional<AssociationFacts> facts = analysis.association(rows[at]);
      if (facts.isPresent() && analysis.packet(rows[at]) instanceof SctpPacket packet) {
        enter(client.states, rows[at], facts.get().clientState());
        enter(server.states, rows[at], facts.get().serverState());
        if (!facts.get().stray()) {
          Frame frame = analysis.trace().frame(rows[at]);
          SctpChunk.of(packet, frame.data(), frame.offset(), frame.length())
              .forEach(chunk -> take(chunk, facts.get(), index(facts.get().row())));
        }
      }
    }
  }

  private static void carry(Reached end, int at) {
    end.sent[at] = end.sent[at - 1];
    end.acknowledged[at] = end.acknowledged[at - 1];
    end.window[at] = end.window[at - 1];
  }

  private static void enter(List<ConnectionHistory.StateEntered> states, int row, EndState state) {
    boolean first = states.isEmpty();
    // Both ends start from CLOSED (RFC 9260, section 4).
    if (first && state.phase() == EndState.Phase.OPENING) {
      states.add(new ConnectionHistory.StateEntered(-1, SctpState.CLOSED));
    }
    if (!state.isUnknown() && (states.isEmpty() || !states.getLast().state().equals(state))) {
      boolean before = first && state.isClosed();
      states.add(new ConnectionHistory.StateEntered(before ? -1 : row, state));
    }
  }

  private void take(SctpChunk chunk, AssociationFacts facts, int at) {
    Reached from = facts.fromClient() ? client : server;
    Reached to = facts.fromClient() ? server : client;
    int number = chunk.transmissionSequenceNumber();
    switch (chunk.type()) {
      case SctpChunk.DATA, SctpChunk.I_DATA ->
          from.sent[at] = Math.max(from.sent[at], (int) facts.relative(number) + 1);
      case SctpChunk.INIT, SctpChunk.INIT_ACK -> from.window[at] = (int) chunk.window();
      case SctpChunk.SACK -> {
        from.window[at] = (int) chunk.window();
        int upTo = (int) facts.relativeAcknowledgment(number) + 1;
        to.acknowledged[at] = Math.max(to.acknowledged[at], Math.min(upTo, to.sent[at]));
      }
      default -> {}
    }
  }

  private int index(int row) {
    return RowIndex.countUpTo(rows, row) - 1;
  }

  /** The states of the client, or else of the server, in the order in which it came to them. */
  List<ConnectionHistory.StateEntered> states(boolean ofClient) {
    return List.copyOf((ofClient ? client : server).states);
  }

  /** The state of the client, or else of the server, after a row. */
  EndState state(boolean ofClient, int row) {
    EndState state = SctpState.UNKNOWN;
    for (ConnectionHistory.StateEntered entered : (ofClient ? client : server).states) {
      state = entered.row() <= row ? entered.state() : state;
    }
    return state;
  }

  /** How far the client, or else the server, is after a row. */
  Progress at(boolean ofClient, int row) {
    int at = index(row);
    Reached end = ofClient ? client : server;
    return at < 0
        ? new Progress(0, 0, 0)
        : new Progress(
            Integer.toUnsignedLong(end.sent[at]),
            Integer.toUnsignedLong(end.acknowledged[at]),
            Integer.toUnsignedLong(end.window[at]));
  }
}
