package wireflight.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.ui.ConnectionGroups.Member;

/**
 * A panel for every connection; only those in view exist, so hundreds of connections cost no more
 * than a few.
 */
final class ConnectionCards extends ListView<Member> {
  /** The cells' padding, and the scroll bar. */
  private static final double ROOM_BESIDE = 33;

  /** Of so many panels the exact height of each is worth its time: the list scrolls evenly. */
  private static final int MOST_MEASURED = 20;

  private final OnShow onShow;
  private final Texts texts;
  private final Set<Cell> cells = new HashSet<>();
  private @Nullable Shown shown;
  private int connections;

  /** While rows come and go the cells pass through connections that nobody will see there. */
  private boolean changing;

  /** That of a panel seen lately; a guess at the height of those that nobody has seen. */
  private double usualHeight = 200;

  ConnectionCards(OnShow onShow, Texts texts) {
    this.onShow = onShow;
    this.texts = texts;
    setId("cards");
    getStyleClass().addAll("cards", "plain-list");
    setAccessibleText(texts.get("cards.title"));
    setCellFactory(_ -> new Cell());
    widthProperty().subscribe(_ -> cells.forEach(Cell::refresh));
  }

  /**
   * Shows the connections as they are at the playhead: that of the packet at hand first, the others
   * in their order; or the focused one alone.
   */
  void show(Shown now) {
    shown = now;
    List<Member> wanted = wanted(now).stream().map(Member::new).toList();
    connections = wanted.size();
    // Cells whose connection stays keep it, and the list stays where it is scrolled to.
    changing = true;
    ListRows.bring(getItems(), wanted, Member::key);
    changing = false;
    cells.forEach(Cell::refresh);
  }

  private List<Connection> wanted(Shown now) {
    Showing showing = now.showing();
    if (showing == null) {
      return List.of();
    }
    List<Connection> known = showing.analysis().connections();
    if (now.focus() >= 0 && now.focus() < known.size()) {
      return List.of(known.get(now.focus()));
    }
    List<Connection> all = now.filter().of(showing, now.row(), texts);
    int current = now.headerRow() < 0 ? -1 : showing.analysis().connectionOf(now.headerRow());
    int first = 0;
    while (first < all.size() && all.get(first).index() != current) {
      first++;
    }
    if (first == 0 || first == all.size()) {
      return all;
    }
    List<Connection> ordered = new ArrayList<>(all);
    ordered.addFirst(ordered.remove(first));
    return ordered;
  }

  private final class Cell extends ListCell<Member> {
    private @Nullable TcpCard tcp;
    private @Nullable UdpCard udp;
    private @Nullable SctpCard sctp;

    Cell() {
      getStyleClass().add("card-cell");
      // As wide as the list, so that long texts wrap instead of making it scroll sideways.
      setPrefWidth(0);
      cells.add(this);
    }

    /** That of the panel, which a list cell by itself would only give its least height. */
    @Override
    protected double computePrefHeight(double width) {
      if (isGuessed()) {
        return usualHeight;
      }
      if (getGraphic() == null) {
        return super.computePrefHeight(width);
      }
      double height = snappedTopInset() + getGraphic().prefHeight(-1) + snappedBottomInset();
      usualHeight = height;
      return height;
    }

    /** Among many, what is not seen has no panel made for it only to be measured. */
    private boolean isGuessed() {
      return connections > MOST_MEASURED && ListParts.isOnlyMeasured(this);
    }

    @Override
    protected void updateItem(@Nullable Member item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null || isGuessed()) {
        setGraphic(null);
      } else if (!changing) {
        refresh();
      }
    }

    void refresh() {
      Member item = getItem();
      Shown now = shown;
      Showing showing = now == null ? null : now.showing();
      if (isEmpty() || item == null || now == null || showing == null || isGuessed()) {
        return;
      }
      Connection connection = showing.latest(item.connection());
      Card card =
          switch (connection.transport()) {
            case TCP -> {
              TcpCard it = tcp == null ? new TcpCard(texts) : tcp;
              tcp = it;
              it.show(now, showing, connection);
              yield it;
            }
            case UDP -> {
              UdpCard it = udp == null ? new UdpCard(onShow, texts) : udp;
              udp = it;
              it.show(now, showing, connection);
              yield it;
            }
            case SCTP -> {
              SctpCard it = sctp == null ? new SctpCard(texts) : sctp;
              sctp = it;
              it.show(now, showing, connection);
              yield it;
            }
          };
      Sizes.width(card, USE_COMPUTED_SIZE, ConnectionCards.this.getWidth() - ROOM_BESIDE);
      if (!card.equals(getGraphic())) {
        setGraphic(card);
      }
    }
  }
}
