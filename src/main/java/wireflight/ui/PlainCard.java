package wireflight.ui;

import javafx.scene.control.Label;
import wireflight.connection.Connection;

/** The panel of a connection of which only its packets and bytes are known. */
final class PlainCard extends Card {
  private final Texts texts;
  private final CardHead head;
  private final Label bytes = new Label();

  PlainCard(Texts texts) {
    this.texts = texts;
    head = new CardHead(texts);
    bytes.getStyleClass().add("muted");
    getChildren().addAll(head, bytes);
  }

  /** Shows the connection as it is at the playhead. */
  void show(Shown now, Showing showing, Connection connection) {
    head.show(connection, ConnectionSummary.at(showing, connection, now.row(), texts));
    bytes.setText(texts.get("plain.bytes", connection.clientBytes(), connection.serverBytes()));
  }
}
