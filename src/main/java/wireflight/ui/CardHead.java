package wireflight.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import wireflight.connection.Connection;

/** The head of a connection's panel: its name, its state as a badge, its two addresses. */
final class CardHead extends VBox {
  private final Texts texts;
  private final Label name = new Label();
  private final Label badge = new Label();
  private final Label addresses = new Label();

  CardHead(Texts texts) {
    this.texts = texts;
    getStyleClass().add("card-head");
    name.getStyleClass().add("card-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    addresses.getStyleClass().add("addresses");
    // Long ones go on below: the port stands at their end.
    addresses.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(name, gap, badge);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setSpacing(8);
    getChildren().addAll(line, addresses);
  }

  void show(Connection connection, ConnectionSummary summary) {
    name.setText(summary.name());
    badge.setText(summary.badge());
    List<String> wanted = List.of("label", "state-badge", summary.family(), "past");
    if (!badge.getStyleClass().equals(wanted)) {
      badge.getStyleClass().setAll(wanted);
    }
    addresses.setText(
        texts.get(
            connection.openingSeen() ? "connection.both" : "connection.either",
            connection.client(),
            connection.server()));
  }
}
