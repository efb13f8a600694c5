package wireflight.ui;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import wireflight.trace.WireVerdict;
import wireflight.ui.HeldPackets.Deed;

/** What can be done with a held packet, offered where it lies on the diagram. */
final class HeldMenu {
  private final HeldPackets held;
  private final Texts texts;
  private final ContextMenu menu = new ContextMenu();

  HeldMenu(HeldPackets held, Texts texts) {
    this.held = held;
    this.texts = texts;
    menu.setId("held-menu");
  }

  /** What a held packet is called: its number, what it is, whose. */
  static String name(WireVerdict packet, Texts texts) {
    String what = packet.text().substring(0, Math.max(0, packet.text().indexOf(',')));
    return texts.get("held.packet", packet.packet(), what, packet.from());
  }

  /**
   * Offers it at a place on the screen; the packet is the chosen one from now on.
   *
   * @param header shows the packet's header
   */
  void open(WireVerdict packet, Node over, double x, double y, Runnable header) {
    held.choose(packet.packet());
    Label name = new Label(name(packet, texts));
    name.setId("held-name");
    menu.getItems().setAll(new CustomMenuItem(name, false), new SeparatorMenuItem());
    for (Deed deed : Deed.values()) {
      MenuItem item = item("held.bar." + deed.verb(), () -> held.act(deed, packet.packet()));
      item.setId("held-" + deed.verb());
      item.setDisable(deed == Deed.SWAP && !held.canSwap(packet.packet()));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().add(item("held.header", header));
    menu.show(over, x, y);
  }

  private MenuItem item(String text, Runnable act) {
    MenuItem item = new MenuItem(texts.get(text));
    item.setOnAction(_ -> act.run());
    return item;
  }
}
