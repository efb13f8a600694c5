package wireflight.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import wireflight.connection.AssociationFacts;
import wireflight.connection.Connection;

/**
 * The panel of an SCTP association, a column for each end: its states, the chunks of data it has
 * sent, its room, and the verification tag by which packets to it are known.
 */
final class SctpCard extends Card {
  private final Texts texts;
  private final CardHead head;
  private final End client;
  private final End server;

  SctpCard(Texts texts) {
    this.texts = texts;
    head = new CardHead(texts);
    client = new End("end.client");
    server = new End("end.server");
    GridPane ends = new GridPane();
    ends.getStyleClass().add("ends");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    ends.getColumnConstraints().addAll(half, half);
    ends.addColumn(0, client.states, client.numbers);
    ends.addColumn(1, server.states, server.numbers);
    getChildren().addAll(head, ends);
  }

  /** Shows the association as it is at the playhead. */
  void show(Shown now, Showing showing, Connection connection) {
    head.show(connection, ConnectionSummary.at(showing, connection, now.row(), texts));
    AssociationHistory history = showing.association(connection);
    Optional<AssociationFacts> facts = showing.analysis().association(connection.firstRow());
    client.show(history, true, now, facts.map(AssociationFacts::clientTag));
    server.show(history, false, now, facts.map(AssociationFacts::serverTag));
  }

  /** What belongs to one end. */
  private final class End {
    private final String name;
    final StateColumn states = new StateColumn(texts);
    private final Label sent = new Label();
    private final Label acknowledged = new Label();
    private final Label window = new Label();
    private final Label tag = new Label();
    final VBox numbers = new VBox(sent, acknowledged, window, tag);

    End(String key) {
      name = texts.get(key);
      numbers.getStyleClass().add("direction");
      sent.getStyleClass().add("count");
      acknowledged.getStyleClass().add("small");
      window.getStyleClass().add("small");
      tag.getStyleClass().add("small");
    }

    void show(AssociationHistory history, boolean ofClient, Shown now, Optional<Integer> known) {
      states.show(name, history.states(ofClient), now);
      AssociationHistory.Progress at = history.at(ofClient, now.row());
      sent.setText(texts.get("chunks.count", at.sent()));
      acknowledged.setText(texts.get("chunks.acknowledged", at.acknowledged()));
      window.setText(texts.get("chunks.room", at.window()));
      String number = known.map(it -> String.format(Locale.ROOT, "0x%08x", it)).orElse("");
      tag.setText(texts.get("chunks.tag", number));
    }
  }
}
