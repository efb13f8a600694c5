package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import wireflight.connection.Connection;
import wireflight.timeline.Fate;

/** The panel of a UDP flow: a mark for every datagram, at most so many, the latest ones. */
final class UdpCard extends Card {
  private static final int MOST = 40;

  private final OnShow onShow;
  private final Texts texts;
  private final CardHead head;
  private final FlowPane marks = new FlowPane();
  private final List<Button> buttons = new ArrayList<>();
  private final Label earlier = new Label();
  private int first;

  UdpCard(OnShow onShow, Texts texts) {
    this.onShow = onShow;
    this.texts = texts;
    head = new CardHead(texts);
    marks.getStyleClass().add("marks");
    earlier.getStyleClass().add("muted");
    Label stateless = new Label(texts.get("udp.stateless"));
    stateless.getStyleClass().add("muted");
    stateless.setWrapText(true);
    getChildren().addAll(head, earlier, marks, stateless);
  }

  /** Shows the flow as it is at the playhead. */
  void show(Shown now, Showing showing, Connection connection) {
    head.show(connection, ConnectionSummary.at(showing, connection, now.row(), texts));
    DatagramHistory datagrams = showing.datagrams(connection);
    int sent = datagrams.sent(now.row());
    first = Math.max(0, sent - MOST);
    earlier.setText(texts.get("udp.earlier", first));
    earlier.setVisible(first > 0);
    earlier.setManaged(first > 0);
    while (buttons.size() < Math.min(sent, MOST)) {
      buttons.add(button(buttons.size()));
    }
    int count = sent - first;
    for (int i = 0; i < count; i++) {
      dress(buttons.get(i), datagrams, connection, showing, first + i, now.selectedRow());
    }
    if (marks.getChildren().size() != count) {
      marks.getChildren().setAll(buttons.subList(0, count));
    }
  }

  private void dress(
      Button button,
      DatagramHistory datagrams,
      Connection connection,
      Showing showing,
      int index,
      int selected) {
    Fate fate = datagrams.fate(index);
    int row = datagrams.row(index);
    String kind =
        switch (fate) {
          case RECEIVED -> "received";
          case ANSWERED -> "answered";
          case UNANSWERED -> "unanswered";
          case LOST -> "lost";
          case REFUSED -> "refused";
          case SENT -> "sent";
        };
    List<String> wanted =
        row == selected
            ? List.of("button", "mark", kind, "selected")
            : List.of("button", "mark", kind);
    if (!button.getStyleClass().equals(wanted)) {
      button.getStyleClass().setAll(wanted);
    }
    button.setText(texts.get("udp.mark." + kind));
    boolean forth = showing.analysis().fromClient(row);
    button.setAccessibleText(
        texts.get(
            "udp." + kind,
            index + 1,
            forth ? connection.client() : connection.server(),
            forth ? connection.server() : connection.client()));
    button.setUserData(row);
  }

  private Button button(int place) {
    Button button = new Button();
    button.setOnAction(
        _ -> {
          if (button.getUserData() instanceof Integer row) {
            onShow.select(row);
          }
        });
    button.setId("datagram-" + place);
    return button;
  }
}
