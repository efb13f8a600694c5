package wireflight.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import wireflight.trace.WireVerdict;
import wireflight.ui.HeldPackets.Deed;

/**
 * What the wire holds, a packet of which is chosen, and what can be done with that one: to be seen
 * only while something is held. However many are held, it takes no more room than two rows of them.
 */
final class HeldBar extends HBox {
  private final HeldPackets packets;
  private final Texts texts;
  private final FlowPane chips = new FlowPane(6, 6);
  private final Map<Deed, Button> deeds = new EnumMap<>(Deed.class);
  private List<WireVerdict> held = List.of();
  private long marked;

  HeldBar(HeldPackets packets, Texts texts) {
    this.packets = packets;
    this.texts = texts;
    setId("held");
    getStyleClass().add("held-bar");
    setSpacing(8);
    Label title = new Label(texts.get("held.title"));
    title.setMinWidth(USE_PREF_SIZE);
    ScrollPane all = new ScrollPane(chips);
    all.setFitToWidth(true);
    all.setFitToHeight(true);
    // As high as its rows are at this width, and they in its middle.
    chips.prefWrapLengthProperty().bind(all.widthProperty());
    chips.setMinHeight(USE_PREF_SIZE);
    chips.setAlignment(Pos.CENTER_LEFT);
    all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    all.getStyleClass().add("held-packets");
    HBox.setHgrow(all, Priority.ALWAYS);
    getChildren().addAll(title, all);
    for (Deed deed : Deed.values()) {
      Button button =
          button("held.bar." + deed.verb(), "wire-" + deed.verb(), () -> packets.chosen(deed));
      deeds.put(deed, button);
      getChildren().add(button);
    }
    getChildren().add(new Separator(Orientation.VERTICAL));
    getChildren().add(button("held.all", "wire-flow", packets::flow));
    hide();
  }

  /** Shows what is held now. */
  void show(Shown now) {
    packets.see(now);
    List<WireVerdict> current = packets.all();
    if (!current.equals(held)) {
      held = current;
      hide();
      chips.getChildren().setAll(held.stream().map(this::chip).toList());
      marked = 0;
    }
    if (marked != packets.chosen()) {
      mark();
    }
  }

  private void hide() {
    setVisible(!held.isEmpty());
    setManaged(!held.isEmpty());
  }

  private ToggleButton chip(WireVerdict packet) {
    ToggleButton chip = new ToggleButton(HeldMenu.name(packet, texts));
    chip.setId("held-" + packet.packet());
    chip.setUserData(packet.packet());
    chip.getStyleClass().add("held-packet");
    chip.setOnAction(
        _ -> {
          packets.choose(packet.packet());
          mark();
        });
    return chip;
  }

  /** Shows which one is chosen, and what can be done with it. */
  private void mark() {
    long chosen = packets.chosen();
    marked = chosen;
    for (var chip : chips.getChildren()) {
      ((ToggleButton) chip).setSelected(Long.valueOf(chosen).equals(chip.getUserData()));
    }
    deeds.forEach(
        (deed, button) -> button.setDisable(deed == Deed.SWAP && !packets.canSwap(chosen)));
  }

  private Button button(String text, String id, Runnable act) {
    Button button = new Button(texts.get(text));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    return button;
  }
}
