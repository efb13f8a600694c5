package wireflight.ui;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.lab.Offer;

/** Where a person makes the calls: a row of buttons for every socket, and a line to type in. */
final class HandPanel extends VBox {
  private final ByHand hands;
  private final Texts texts;
  private final VBox proposal = new VBox();
  private final VBox sockets = new VBox();
  private final ScrollPane scroll = new ScrollPane(sockets);
  private final FlowPane creations = new FlowPane();
  private final CallField field;
  private final Label remark = new Label();
  private final Button undo;
  private final Button again;
  private final Button save;
  private @Nullable HandView shown;

  /**
   * A panel.
   *
   * @param release gives the focus to the diagram
   */
  HandPanel(ByHand hands, LessonFiles files, Texts texts, Runnable release) {
    this.hands = hands;
    this.texts = texts;
    setId("hand");
    getStyleClass().addAll("section", "hand");
    Label title = new Label(texts.get("hand.section"));
    title.getStyleClass().add("section-title");
    Button leave =
        button(
            "hand.leave",
            () -> {
              hands.leave();
              release.run();
            });
    leave.setGraphic(new FontIcon(Feather.X));
    leave.setText("");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, leave);
    head.setAlignment(Pos.CENTER_LEFT);
    proposal.getStyleClass().add("proposal");
    sockets.getStyleClass().add("benches");
    creations.getStyleClass().add("creations");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("bench-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    field = new CallField(texts, hands::call, release);
    remark.setId("hand-remark");
    remark.getStyleClass().add("remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    undo = button("hand.undo", () -> hands.again(1));
    again = button("hand.again", () -> hands.again(Integer.MAX_VALUE));
    save = button("hand.save", () -> files.save(hands));
    FlowPane actions = new FlowPane(undo, again, save);
    actions.getStyleClass().add("hand-actions");
    getChildren().addAll(head, proposal, creations, scroll, remark, field, actions);
  }

  /** Shows what can be called now. */
  void show(Shown now) {
    HandView view = now.hand();
    setVisible(view != null);
    setManaged(view != null);
    if (view == null || view.equals(shown)) {
      shown = view;
      return;
    }
    HandView before = shown;
    shown = view;
    if (before == null
        || !before.sockets().equals(view.sockets())
        || before.live() != view.live()) {
      sockets.getChildren().setAll(benches(view));
      touched(before, view).ifPresent(this::reveal);
    }
    creations
        .getChildren()
        .setAll(
            creation("hand.client", view.client(), view.live()),
            creation("hand.server", view.server(), view.live()));
    if (before == null || !before.proposal().equals(view.proposal())) {
      propose(view.proposal());
    }
    proposal.setDisable(!view.live());
    field.setDisable(!view.live());
    remark.setText(view.live() ? view.remark() : texts.get("hand.over"));
    remark.setVisible(!remark.getText().isEmpty());
    remark.setManaged(remark.isVisible());
    undo.setDisable(view.calls() == 0);
    save.setDisable(view.calls() == 0);
    if (before == null || before.calls() < view.calls()) {
      field.made();
    }
    if (view.live() && (before == null || !before.live())) {
      // Who begins can type at once; elsewhere letters are keys.
      field.requestFocus();
    }
  }

  /** The place of the socket that has changed last; empty if none has. */
  private static OptionalInt touched(@Nullable HandView before, HandView now) {
    List<HandView.Bench> known = before == null ? List.of() : before.sockets();
    List<HandView.Bench> benches = now.sockets();
    // What is offered changes for many sockets with one call; the socket itself for one.
    return IntStream.range(0, benches.size())
        .filter(
            at -> at >= known.size() || !known.get(at).socket().equals(benches.get(at).socket()))
        .reduce((_, later) -> later);
  }

  /** Scrolls no further than is needed to see a socket and its calls. */
  private void reveal(int at) {
    scroll.applyCss();
    scroll.layout();
    Bounds row = sockets.getChildren().get(at).getBoundsInParent();
    double room = scroll.getViewportBounds().getHeight();
    double rest = sockets.getHeight() - room;
    if (rest > 0) {
      double top = scroll.getVvalue() * rest;
      double moved = Math.min(row.getMinY(), Math.max(top, row.getMaxY() - room));
      scroll.setVvalue(moved / rest);
    }
  }

  private List<Node> benches(HandView view) {
    if (view.sockets().isEmpty()) {
      Label none = new Label(texts.get("hand.none"));
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      return List.of(none);
    }
    return view.sockets().stream()
        .map(bench -> (Node) new BenchRow(bench, view.live(), texts, this::press, field::begin))
        .toList();
  }

  private Node creation(String key, List<Offer> offers, boolean live) {
    CallMenu menu = new CallMenu(texts.get(key), offers, this::press, field::begin);
    menu.setGraphic(new FontIcon(Feather.PLUS));
    menu.setId(key.replace('.', '-'));
    menu.setDisable(!live);
    return menu;
  }

  private void propose(String line) {
    proposal.getChildren().clear();
    proposal.setVisible(!line.isEmpty());
    proposal.setManaged(!line.isEmpty());
    if (!line.isEmpty()) {
      Label next = new Label(texts.get("hand.next"));
      next.getStyleClass().add("muted");
      Button make = new Button(line, new FontIcon(Feather.PLAY));
      make.setId("hand-next");
      make.setMaxWidth(Double.MAX_VALUE);
      make.getStyleClass().add("call-chip");
      Tips.on(make, line);
      make.setOnAction(_ -> press(line));
      proposal.getChildren().addAll(next, make);
    }
  }

  /** Makes a call that was pressed; its button goes with it, and the line takes the focus. */
  private void press(String line) {
    hands.call(line);
    field.requestFocus();
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setId(key.replace('.', '-'));
    button.getStyleClass().addAll("flat", "small");
    Tips.on(button, texts.get(key + ".tip"));
    button.setAccessibleText(texts.get(key + ".tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
