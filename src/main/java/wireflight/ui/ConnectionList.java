package wireflight.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;

/**
 * The connections of the recording, each with its state at the playhead as a dot and in words; a
 * click narrows the views to it, another one widens them again.
 */
final class ConnectionList extends VBox {
  private static final double ROW = 48;
  private static final int LEAST_ROWS = 4;
  private static final int USUAL_ROWS = 8;

  private final OnShow onShow;
  private final Texts texts;
  private final ListView<Connection> list = new ListView<>();
  private @Nullable Shown shown;
  private List<Connection> connections = List.of();

  ConnectionList(OnShow onShow, Texts texts) {
    this.onShow = onShow;
    this.texts = texts;
    getStyleClass().add("section");
    Label title = new Label(texts.get("connections.title"));
    title.getStyleClass().add("section-title");
    title.setLabelFor(list);
    list.setId("connections");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("connections.title"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    Label none = new Label(texts.get("connections.none"));
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    StackPane placeholder = new StackPane(none);
    placeholder.getStyleClass().add("placeholder-box");
    StackPane.setAlignment(none, Pos.TOP_LEFT);
    list.setPlaceholder(placeholder);
    rows(1);
    list.getSelectionModel().selectedIndexProperty().subscribe(index -> chosen(index.intValue()));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
  }

  /** Shows the connections as they are at the playhead. */
  void show(Shown now) {
    shown = now;
    Showing showing = now.showing();
    List<Connection> current = showing == null ? List.of() : showing.connections();
    if (!current.equals(connections)) {
      connections = current;
      list.getItems().setAll(current);
      rows(current.size());
    }
    int place = placeOf(now.focus());
    if (list.getSelectionModel().getSelectedIndex() != place) {
      if (place < 0) {
        list.getSelectionModel().clearSelection();
      } else {
        list.getSelectionModel().select(place);
      }
    }
    for (var node : list.lookupAll(".connection-cell")) {
      ((Cell) node).refresh();
    }
  }

  /** Claims room for a few connections, which the lessons above then leave. */
  private void rows(int count) {
    list.setMinHeight(Math.clamp(count, 1, LEAST_ROWS) * ROW);
    list.setPrefHeight(Math.clamp(count, 1, USUAL_ROWS) * ROW);
  }

  private void chosen(int index) {
    Shown now = shown;
    if (index >= 0 && now != null && placeOf(now.focus()) != index) {
      onShow.focus(connections.get(index).index());
    }
  }

  /** Where in the list a connection stands by its index in the analysis; -1 where it does not. */
  private int placeOf(int connection) {
    for (int place = 0; place < connections.size(); place++) {
      if (connections.get(place).index() == connection) {
        return place;
      }
    }
    return -1;
  }

  private final class Cell extends ListCell<Connection> {
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label state = new Label();
    private final HBox row;

    Cell() {
      getStyleClass().add("connection-cell");
      dot.getStyleClass().add("dot");
      name.getStyleClass().add("connection-name");
      state.getStyleClass().add("connection-state");
      row = new HBox(dot, new VBox(name, state));
      row.getStyleClass().add("connection-row");
      // A click on the chosen one frees the views again.
      setOnMousePressed(
          press -> {
            if (isSelected()) {
              onShow.focus(-1);
              press.consume();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
      super.updateItem(connection, empty);
      setText(null);
      setGraphic(empty ? null : row);
      refresh();
    }

    void refresh() {
      Connection connection = getItem();
      Shown now = shown;
      Showing showing = now == null ? null : now.showing();
      if (connection == null || now == null || showing == null) {
        return;
      }
      ConnectionSummary summary = ConnectionSummary.at(showing, connection, now.row(), texts);
      name.setText(
          texts.get(
              "connection.name",
              summary.name(),
              connection.client(),
              String.valueOf(connection.server().port())));
      state.setText(summary.state());
      List<String> wanted = List.of("dot", summary.family());
      if (!dot.getStyleClass().equals(wanted)) {
        dot.getStyleClass().setAll(wanted);
      }
      row.setOpacity(summary.begun() ? 1 : 0.55);
      setAccessibleText(name.getText() + ", " + summary.state());
    }
  }
}
