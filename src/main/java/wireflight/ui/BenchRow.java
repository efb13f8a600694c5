package wireflight.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import wireflight.lab.Offer;
import wireflight.lab.SandboxSocket;
import wireflight.lab.SandboxSocket.Stage;

/** A socket in a person's hands: its name, how far it has come, and the calls to choose from. */
final class BenchRow extends VBox {
  private static final List<String> OPTIONS =
      List.of("nodelay", "linger", "keepalive", "rcvbuf", "sndbuf", "reuseaddr");

  BenchRow(
      HandView.Bench bench,
      boolean live,
      Texts texts,
      Consumer<String> make,
      Consumer<String> write) {
    SandboxSocket socket = bench.socket();
    getStyleClass().add("bench");
    setId("bench-" + socket.name());
    Label name = new Label(socket.name());
    name.getStyleClass().add("bench-name");
    Label stage = new Label(stage(socket, texts));
    stage.getStyleClass().add("muted");
    FlowPane head = new FlowPane(name, stage);
    head.setRowValignment(VPos.BASELINE);
    head.getStyleClass().add("bench-head");
    stage.maxWidthProperty().bind(head.widthProperty());
    getChildren().add(head);
    if (socket.stage() == Stage.CLOSED) {
      setOpacity(0.6);
    } else {
      FlowPane chips = new FlowPane();
      chips.getStyleClass().add("chips");
      chips.getChildren().addAll(chips(bench.offers(), texts, make, write));
      chips.setDisable(!live);
      getChildren().add(chips);
    }
  }

  private static String stage(SandboxSocket socket, Texts texts) {
    String transport = socket.kind().transport().toUpperCase(texts.locale());
    if (!socket.busy().isEmpty()) {
      return texts.get("hand.busy", transport, socket.busy());
    }
    return texts.get("hand.stage." + socket.stage(), transport, socket.local());
  }

  private static List<Node> chips(
      List<Offer> offers, Texts texts, Consumer<String> make, Consumer<String> write) {
    Map<String, List<Offer>> byCall = new LinkedHashMap<>();
    MenuButton options = new MenuButton(texts.get("hand.options"));
    options.getStyleClass().add("call-chip");
    for (Offer offer : offers) {
      if (OPTIONS.contains(offer.call())) {
        MenuItem item = new MenuItem(offer.line());
        item.getStyleClass().add("call-line");
        item.setOnAction(_ -> CallMenu.follow(offer, make, write));
        options.getItems().add(item);
      } else {
        byCall.computeIfAbsent(offer.call(), _ -> new ArrayList<>()).add(offer);
      }
    }
    List<Node> chips = new ArrayList<>();
    byCall.forEach((call, ways) -> chips.add(chip(call, ways, make, write)));
    if (!options.getItems().isEmpty()) {
      chips.add(options);
    }
    return chips;
  }

  private static Node chip(
      String call, List<Offer> ways, Consumer<String> make, Consumer<String> write) {
    Offer usual = ways.getFirst();
    if (ways.size() > 1) {
      CallMenu menu = new CallMenu(call, ways, make, write);
      menu.setId(id(usual));
      return menu;
    }
    Button button = new Button(usual.open() ? call + "…" : call);
    button.setId(id(usual));
    button.getStyleClass().add("call-chip");
    Tips.on(button, usual.line());
    button.setAccessibleText(usual.line());
    button.setOnAction(_ -> CallMenu.follow(usual, make, write));
    return button;
  }

  private static String id(Offer offer) {
    return "call-" + offer.line().strip().replaceAll("[^\\p{Alnum}]+", "-");
  }
}
