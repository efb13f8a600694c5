package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.connection.Connection;
import wireflight.ui.ConnectionGroups.Group;
import wireflight.ui.ConnectionGroups.Member;
import wireflight.ui.ConnectionGroups.Row;

/**
 * The connections of the recording, each with its state at the playhead as a dot and in words; a
 * click narrows the views to it, another one widens them again. Many of them can be searched, and
 * stand under the server's port that they went to.
 */
final class ConnectionList extends VBox {
  private static final int LEAST_ROWS = 4;
  private static final int USUAL_ROWS = 8;

  private final OnShow onShow;
  private final Texts texts;
  private final Label title = new Label();
  private final TextField field;
  private final ToggleButton byPort = new ToggleButton();
  private final HBox tools;
  private final ListView<Row> list = new ListView<>();
  private final Label none = new Label();
  private final List<ConnectionCell> cells = new ArrayList<>();
  private final ConnectionGroups groups = new ConnectionGroups();
  private @Nullable Shown shown;
  private List<Connection> connections = List.of();
  private boolean grouped;
  private boolean chosenByHand;

  ConnectionList(OnShow onShow, Texts texts, Runnable release) {
    this.onShow = onShow;
    this.texts = texts;
    getStyleClass().add("section");
    title.setId("connections-title");
    title.getStyleClass().add("section-title");
    title.setLabelFor(list);
    field = ListParts.filter("connection-filter", "connections.filter", texts);
    tools = new HBox(field, byPort);
    tools.getStyleClass().add("connection-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    byPort.setId("by-port");
    byPort.setGraphic(new FontIcon(Feather.LAYERS));
    byPort.getStyleClass().add("button-icon");
    byPort.setAccessibleText(texts.get("connections.group"));
    Tips.on(byPort, texts.get("connections.group"));
    byPort.setOnAction(
        _ -> {
          chosenByHand = true;
          regroup();
        });
    list.setId("connections");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("connections.title"));
    list.setCellFactory(
        _ -> {
          ConnectionCell cell = new ConnectionCell(onShow, texts, () -> shown, this::turn);
          cells.add(cell);
          return cell;
        });
    list.setPlaceholder(ListParts.placeholder(none));
    rows(1, 1);
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.textProperty().subscribe(typed -> onShow.filter(new ConnectionFilter(typed)));
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            field.clear();
            release.run();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, tools, list);
  }

  /** Takes the keys: to look for a connection where there are many, else to choose one. */
  void find() {
    (tools.isVisible() ? field : list).requestFocus();
  }

  /** Shows the connections as they are at the playhead. */
  void show(Shown now) {
    Shown before = shown;
    shown = now;
    Showing showing = now.showing();
    int all = showing == null ? 0 : showing.connections().size();
    boolean many = all > USUAL_ROWS;
    tools.setVisible(many);
    tools.setManaged(many);
    if (!field.getText().equals(now.filter().typed())) {
      field.setText(now.filter().typed());
    }
    if (!chosenByHand) {
      byPort.setSelected(all >= ConnectionGroups.MANY);
    }
    List<Connection> current =
        showing == null ? List.of() : now.filter().of(showing, now.row(), texts);
    title.setText(
        many
            ? texts.get("connections.count", current.size(), all)
            : texts.get("connections.title"));
    none.setText(
        now.filter().isEmpty()
            ? texts.get("connections.none")
            : texts.get("connections.nothing", now.filter().typed().strip()));
    boolean other = before == null || before.focus() != now.focus();
    boolean groupedNow = many && byPort.isSelected();
    boolean larger = before == null || !before.look().equals(now.look());
    if (!current.equals(connections) || groupedNow != grouped || larger) {
      connections = current;
      other |= fill(groupedNow);
    }
    if (larger) {
      // With cells of another height, all of them made anew.
      cells.clear();
      list.refresh();
    }
    if (other) {
      select(now.focus());
    }
    cells.forEach(ConnectionCell::refresh);
  }

  /** Brings the rows up to date; says whether there are others now. */
  private boolean fill(boolean byServerPort) {
    grouped = byServerPort;
    List<Row> wanted = groups.rows(connections, grouped);
    boolean others = !wanted.equals(list.getItems());
    ListRows.bring(list.getItems(), wanted, Row::key);
    Shown now = shown;
    rows(wanted.size(), now == null ? 1 : now.look().shownLetters());
    return others;
  }

  private void regroup() {
    Shown now = shown;
    if (now != null) {
      show(now);
    }
  }

  /** Claims room for a few connections, which the lessons above then leave. */
  private void rows(int count, double letters) {
    double row = ConnectionCell.ROW * letters;
    Sizes.height(
        list, Math.clamp(count, 1, LEAST_ROWS) * row, Math.clamp(count, 1, USUAL_ROWS) * row);
  }

  private void turn(ConnectionGroups.Port port, int place) {
    groups.turn(port);
    fill(grouped);
    Shown now = shown;
    if (now != null) {
      select(now.focus());
    }
    list.getFocusModel().focus(place);
  }

  /** Enter opens and closes a group; the arrows beside it step, as everywhere. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && list.getFocusModel().getFocusedItem() instanceof Group group) {
      turn(group.port(), list.getFocusModel().getFocusedIndex());
      event.consume();
    }
  }

  /** Marks the connection that the views are narrowed to. */
  private void select(int connection) {
    Row chosen = null;
    for (Connection it : connections) {
      if (it.index() == connection) {
        chosen = new Member(it);
      }
    }
    if (chosen == null) {
      list.getSelectionModel().clearSelection();
    } else if (!chosen.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(chosen);
    }
  }

  private void chosen(@Nullable Row row) {
    Shown now = shown;
    if (row instanceof Member(Connection connection)
        && now != null
        && now.focus() != connection.index()) {
      onShow.focus(connection.index());
    }
  }
}
