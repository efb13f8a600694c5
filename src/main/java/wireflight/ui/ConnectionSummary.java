package wireflight.ui;

import java.util.List;
import wireflight.connection.Connection;
import wireflight.connection.EndState;
import wireflight.connection.TcpState;

/**
 * A connection in few words, as it is at a row.
 *
 * @param name as in {@code TCP 1}
 * @param state in words: the state of both ends, or how many datagrams were sent and lost
 * @param badge the same in one word
 * @param family the style class that says the same in colour
 * @param begun whether its first packet has been seen by then
 */
record ConnectionSummary(String name, String state, String badge, String family, boolean begun) {

  /** How a connection is after a row. */
  static ConnectionSummary at(Showing showing, Connection connection, int row, Texts texts) {
    String name = connection.name();
    if (connection.firstRow() > row) {
      return new ConnectionSummary(
          name, texts.get("connection.notyet"), texts.get("badge.notyet"), "neutral", false);
    }
    return switch (connection.transport()) {
      case TCP -> {
        ConnectionHistory history = showing.history(connection);
        yield states(name, history.state(true, row), history.state(false, row), texts);
      }
      case UDP -> {
        DatagramHistory datagrams = showing.datagrams(connection);
        int sent = datagrams.sent(row);
        int lost = datagrams.lost(row);
        String state =
            lost == 0
                ? texts.get("connection.sent", sent)
                : texts.get("connection.lost", sent, lost);
        yield new ConnectionSummary(name, state, texts.get("badge.datagrams"), "datagram", true);
      }
      case SCTP -> {
        AssociationHistory history = showing.association(connection);
        yield states(name, history.state(true, row), history.state(false, row), texts);
      }
    };
  }

  private static ConnectionSummary states(
      String name, EndState client, EndState server, Texts texts) {
    String text;
    if (client.isUnknown() && server.isUnknown()) {
      text = texts.get("connection.unknown");
    } else if (client.equals(server)) {
      text = client.rfcName();
    } else {
      text = texts.get("connection.states", client.rfcName(), server.rfcName());
    }
    Phase phase = Phase.of(client, server);
    return new ConnectionSummary(name, text, texts.get("badge." + phase.key), phase.family, true);
  }

  /** How far a connection is, by the states of both its ends. */
  private enum Phase {
    UNKNOWN("unknown", "neutral"),
    OPENING("opening", "opening"),
    OPEN("open", "established"),
    CLOSING("closing", "closing"),
    CLOSED("closed", "neutral");

    final String key;
    final String family;

    Phase(String key, String family) {
      this.key = key;
      this.family = family;
    }

    static Phase of(EndState client, EndState server) {
      List<EndState> ends = List.of(client, server);
      if (ends.stream().allMatch(EndState::isUnknown)) {
        return UNKNOWN;
      }
      // In TIME-WAIT and CLOSED nothing more is said on this connection (RFC 9293, section 3.6).
      if (ends.stream().allMatch(end -> end.isClosed() || end == TcpState.TIME_WAIT)) {
        return CLOSED;
      }
      // An SCTP end that is asked stays CLOSED until the cookie comes back.
      boolean opening = ends.stream().anyMatch(end -> end.phase() == EndState.Phase.OPENING);
      if (ends.stream().anyMatch(end -> end.phase() == EndState.Phase.CLOSING)
          || !opening && ends.stream().anyMatch(EndState::isClosed)) {
        return CLOSING;
      }
      return ends.stream().allMatch(end -> end.phase() == EndState.Phase.OPEN) ? OPEN : OPENING;
    }
  }
}
