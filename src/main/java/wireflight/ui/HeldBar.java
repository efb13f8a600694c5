package wireflight.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import wireflight.trace.WireVerdict;
import wireflight.ui.HeldPackets.Deed;

/**
 * What the wire holds, packet by packet, with what can be done with each: to be seen only while
 * something is held.
 */
final class HeldBar extends FlowPane {
  private final HeldPackets packets;
  private final Texts texts;
  private List<WireVerdict> held = List.of();

  HeldBar(HeldPackets packets, Texts texts) {
    this.packets = packets;
    this.texts = texts;
    setId("held");
    getStyleClass().add("held-bar");
    setHgap(8);
    setVgap(6);
    hide();
  }

  /** Shows what is held now. */
  void show(Shown now) {
    packets.see(now);
    List<WireVerdict> current = packets.all();
    if (current.equals(held)) {
      return;
    }
    held = current;
    hide();
    getChildren().clear();
    if (held.isEmpty()) {
      return;
    }
    getChildren().add(new Label(texts.get("held.title")));
    for (WireVerdict packet : held) {
      getChildren().add(card(packet));
    }
    getChildren().add(button("held.all", "wire-flow", packets::flow));
  }

  private void hide() {
    setVisible(!held.isEmpty());
    setManaged(!held.isEmpty());
  }

  private HBox card(WireVerdict packet) {
    long number = packet.packet();
    String what = packet.text().substring(0, Math.max(0, packet.text().indexOf(',')));
    HBox card = new HBox(new Label(texts.get("held.packet", number, what, packet.from())));
    for (Deed deed : Deed.values()) {
      if (deed != Deed.SWAP || packets.canSwap(number)) {
        String id = "wire-" + deed.verb() + "-" + number;
        card.getChildren().add(button("held." + deed.verb(), id, () -> packets.act(deed, number)));
      }
    }
    card.getStyleClass().add("held-packet");
    card.setSpacing(6);
    return card;
  }

  private Button button(String text, String id, Runnable act) {
    Button button = new Button(texts.get(text));
    button.setId(id);
    button.setOnAction(_ -> act.run());
    return button;
  }
}
