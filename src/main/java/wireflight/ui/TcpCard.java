package wireflight.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.timeline.Durations;
import wireflight.trace.KernelSample;

/**
 * The panel of a TCP connection, a column for each end: its states, the bytes it has sent, and what
 * the kernel says of it.
 */
final class TcpCard extends Card {
  private final Texts texts;
  private final CardHead head;
  private final End client;
  private final End server;

  TcpCard(Texts texts) {
    this.texts = texts;
    head = new CardHead(texts);
    client = new End("end.client");
    server = new End("end.server");
    GridPane ends = new GridPane();
    ends.getStyleClass().add("ends");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    ends.getColumnConstraints().addAll(half, half);
    ends.addColumn(0, client.states, client.bytes, client.kernel);
    ends.addColumn(1, server.states, server.bytes, server.kernel);
    getChildren().addAll(head, ends);
  }

  /** Shows the connection as it is at the playhead. */
  void show(Shown now, Showing showing, Connection connection) {
    head.show(connection, ConnectionSummary.at(showing, connection, now.row(), texts));
    ConnectionHistory history = showing.history(connection);
    ConnectionHistory.Progress at = history.at(now.row());
    client.states.show(client.name, history.states(true), now);
    server.states.show(server.name, history.states(false), now);
    client.bytes.show(at.clientSent(), at.clientAcknowledged(), at.clientWindow());
    server.bytes.show(at.serverSent(), at.serverAcknowledged(), at.serverWindow());
    client.kernel(now, showing, connection.client(), connection.server());
    server.kernel(now, showing, connection.server(), connection.client());
  }

  /** What belongs to one end. */
  private final class End {
    final String name;
    final StateColumn states = new StateColumn(texts);
    final Direction bytes = new Direction();
    final Label says = new Label();
    final VBox kernel;

    End(String key) {
      name = texts.get(key);
      Label heading = new Label(texts.get("kernel.title"));
      heading.getStyleClass().add("small-heading");
      says.getStyleClass().add("kernel");
      says.setWrapText(true);
      kernel = new VBox(heading, says);
    }

    void kernel(Shown now, Showing showing, Endpoint local, Endpoint foreign) {
      String here = local.toString();
      String there = foreign.toString();
      int row = showing.rows().sample(here, there, now.row());
      if (row >= 0 && showing.trace().event(row) instanceof KernelSample sample) {
        // Of a connection that no process has any more the kernel tells its state alone.
        String key = sample.congestionWindow() == 0 ? "kernel.state" : "kernel.says";
        says.setText(
            texts.get(
                key,
                sample.state(),
                sample.congestionWindow(),
                Durations.ofMicros(sample.roundTripMicros(), texts.locale()),
                Durations.ofMicros(sample.retransmitTimeoutMicros(), texts.locale()),
                sample.retransmits()));
      }
      kernel.setVisible(row >= 0);
      kernel.setManaged(row >= 0);
    }
  }

  /** The bytes of one direction: sent, acknowledged, and in flight against what is allowed. */
  private final class Direction extends VBox {
    private final Label sent = new Label();
    private final Label acknowledged = new Label();
    private final Label flight = new Label();
    private final Meter bar = new Meter();

    Direction() {
      getStyleClass().add("direction");
      sent.getStyleClass().add("count");
      acknowledged.getStyleClass().add("small");
      flight.getStyleClass().add("small");
      getChildren().addAll(sent, acknowledged, bar, flight);
    }

    void show(long bytes, long confirmed, long window) {
      long inFlight = bytes - confirmed;
      sent.setText(texts.get("bytes.count", bytes));
      acknowledged.setText(texts.get("bytes.acknowledged", confirmed));
      String text = texts.get("bytes.inflight", inFlight, window);
      flight.setText(text);
      bar.show(inFlight / (double) Math.max(1, window), text);
    }
  }
}
