package wireflight.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;

/**
 * A panel for every connection; only those in view exist, so hundreds of connections cost no more
 * than a few.
 */
final class ConnectionCards extends ListView<Connection> {
  /** The cells' padding, and the scroll bar. */
  private static final double ROOM_BESIDE = 33;

  private final Session session;
  private final Texts texts;
  private final Set<Cell> cells = new HashSet<>();
  private @Nullable Shown shown;
  private List<Connection> connections = List.of();
  private int revealed = -1;

  ConnectionCards(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    setId("cards");
    getStyleClass().addAll("cards", "plain-list");
    setAccessibleText(texts.get("cards.title"));
    setCellFactory(_ -> new Cell());
    setFocusTraversable(false);
    widthProperty().subscribe(_ -> cells.forEach(Cell::refresh));
  }

  /**
   * Shows the connections as they are at the playhead, the focused one alone where there is one.
   */
  void show(Shown now) {
    shown = now;
    Showing showing = now.showing();
    List<Connection> all = showing == null ? List.of() : showing.analysis().connections();
    List<Connection> wanted =
        now.focus() >= 0 && now.focus() < all.size() ? List.of(all.get(now.focus())) : all;
    if (!wanted.equals(connections)) {
      // Cells of connections that stay keep their nodes: items are replaced one by one.
      for (int i = 0; i < wanted.size(); i++) {
        if (i >= getItems().size()) {
          getItems().add(wanted.get(i));
        } else if (!getItems().get(i).equals(wanted.get(i))) {
          getItems().set(i, wanted.get(i));
        }
      }
      getItems().remove(wanted.size(), getItems().size());
      connections = wanted;
    }
    cells.forEach(Cell::refresh);
    if (showing != null && now.focus() < 0 && now.headerRow() >= 0) {
      reveal(showing.analysis().connectionOf(now.headerRow()));
    }
  }

  /** Brings the panel of a connection into view. */
  private void reveal(int connection) {
    if (connection != revealed) {
      revealed = connection;
      if (connection >= 0 && connection < getItems().size()) {
        scrollTo(connection);
      }
    }
  }

  private final class Cell extends ListCell<Connection> {
    private @Nullable TcpCard tcp;
    private @Nullable UdpCard udp;
    private @Nullable PlainCard plain;

    Cell() {
      getStyleClass().add("card-cell");
      // As wide as the list, so that long texts wrap instead of making it scroll sideways.
      setPrefWidth(0);
      cells.add(this);
    }

    /** That of the panel, which a list cell by itself would only give its least height. */
    @Override
    protected double computePrefHeight(double width) {
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : snappedTopInset() + getGraphic().prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
      super.updateItem(connection, empty);
      setText(null);
      if (empty || connection == null) {
        setGraphic(null);
      } else {
        refresh();
      }
    }

    void refresh() {
      Connection connection = getItem();
      Shown now = shown;
      Showing showing = now == null ? null : now.showing();
      if (isEmpty() || connection == null || now == null || showing == null) {
        return;
      }
      Card card =
          switch (connection.transport()) {
            case TCP -> {
              TcpCard it = tcp == null ? new TcpCard(texts) : tcp;
              tcp = it;
              it.show(now, showing, connection);
              yield it;
            }
            case UDP -> {
              UdpCard it = udp == null ? new UdpCard(session, texts) : udp;
              udp = it;
              it.show(now, showing, connection);
              yield it;
            }
            case SCTP -> {
              PlainCard it = plain == null ? new PlainCard(texts) : plain;
              plain = it;
              it.show(now, showing, connection);
              yield it;
            }
          };
      card.setPrefWidth(ConnectionCards.this.getWidth() - ROOM_BESIDE);
      if (!card.equals(getGraphic())) {
        setGraphic(card);
      }
    }
  }
}
