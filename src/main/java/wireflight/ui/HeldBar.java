package wireflight.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import wireflight.trace.WireVerdict;

/**
 * What the wire holds, packet by packet, with what can be done with each: to be seen only while
 * something is held. Which of two goes first is swapped by releasing the second before the first.
 */
final class HeldBar extends FlowPane {
  private final Runs runs;
  private final Texts texts;
  private final HeldPackets packets = new HeldPackets();
  private List<WireVerdict> held = List.of();

  HeldBar(Runs runs, Texts texts) {
    this.runs = runs;
    this.texts = texts;
    getStyleClass().add("held-bar");
    setHgap(8);
    setVgap(6);
    hide();
  }

  /** Shows what is held now. */
  void show(Shown now) {
    Showing showing = now.showing();
    List<WireVerdict> current =
        showing == null || !runs.live() ? List.of() : packets.see(showing.title(), showing.trace());
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
    getChildren().add(button("held.all", "wire flow"));
  }

  private void hide() {
    setVisible(!held.isEmpty());
    setManaged(!held.isEmpty());
  }

  private HBox card(WireVerdict packet) {
    String what = packet.text().substring(0, Math.max(0, packet.text().indexOf(',')));
    Label name = new Label(texts.get("held.packet", packet.packet(), what, packet.from()));
    HBox card =
        new HBox(
            name,
            button("held.release", "wire release " + packet.packet()),
            button("held.drop", "wire discard " + packet.packet()),
            button("held.copy", "wire copy " + packet.packet()));
    card.getStyleClass().add("held-packet");
    card.setSpacing(6);
    return card;
  }

  private Button button(String text, String line) {
    Button button = new Button(texts.get(text));
    button.setId(line.replace(' ', '-').toLowerCase(Locale.ROOT));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> runs.tellWire(line));
    return button;
  }

  /** Does something with the packet that has been held longest; whether there was one. */
  boolean oldest(String verb) {
    if (held.isEmpty()) {
      return false;
    }
    runs.tellWire("wire " + verb + " " + held.getFirst().packet());
    return true;
  }
}
