package wireflight.ui;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.connection.Connection;
import wireflight.ui.ConnectionGroups.Group;
import wireflight.ui.ConnectionGroups.Member;
import wireflight.ui.ConnectionGroups.Row;

/** A row in the list of connections: one of them as it is at the playhead, or a port's group. */
final class ConnectionCell extends ListCell<Row> {
  /** The height of a connection's row, of letters as large as usual. */
  static final double ROW = 48;

  private static final double GROUP = 34;

  private final Texts texts;
  private final Supplier<@Nullable Shown> shown;
  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label state = new Label();
  private final HBox row;
  private final Label port = new Label();
  private final Label count = new Label();
  private final FontIcon fold = new FontIcon(Feather.CHEVRON_DOWN);
  private final HBox head;

  ConnectionCell(
      OnShow onShow,
      Texts texts,
      Supplier<@Nullable Shown> shown,
      ObjIntConsumer<ConnectionGroups.Port> turn) {
    this.texts = texts;
    this.shown = shown;
    getStyleClass().add("connection-cell");
    dot.getStyleClass().add("dot");
    // As wide as the list: what tells connections apart stands at both ends of the name.
    setPrefWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.getStyleClass().add("connection-name");
    state.getStyleClass().add("connection-state");
    row = new HBox(dot, new VBox(name, state));
    row.getStyleClass().add("connection-row");
    port.getStyleClass().add("port-name");
    count.getStyleClass().add("connection-state");
    head = new HBox(fold, port, count);
    head.getStyleClass().add("connection-row");
    port.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(port, Priority.ALWAYS);
    count.setMinWidth(USE_PREF_SIZE);
    // A click on the chosen one frees the views again, one on a port opens or closes it.
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (getItem() instanceof Group group) {
            getListView().requestFocus();
            turn.accept(group.port(), getIndex());
            press.consume();
          } else if (isSelected()) {
            onShow.focus(-1);
            press.consume();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Row item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : item instanceof Group ? head : row);
    Shown now = shown.get();
    double letters = now == null ? 1 : now.look().shownLetters();
    Sizes.height(this, USE_COMPUTED_SIZE, letters * (item instanceof Group ? GROUP : ROW));
    if (!ListParts.isOnlyMeasured(this)) {
      refresh();
    }
  }

  void refresh() {
    switch (getItem()) {
      case null -> setAccessibleText(null);
      case Group group -> {
        fold.setIconCode(group.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        port.setText(group.name());
        count.setText(String.valueOf(group.count()));
        setAccessibleText(
            texts.get(
                group.open() ? "connections.open" : "connections.closed",
                port.getText(),
                texts.get("connections.members", group.count())));
      }
      case Member(Connection connection) -> refresh(connection);
    }
  }

  private void refresh(Connection known) {
    Shown now = shown.get();
    Showing showing = now == null ? null : now.showing();
    if (now == null || showing == null) {
      return;
    }
    Connection connection = showing.latest(known);
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
