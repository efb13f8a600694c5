package wireflight.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import wireflight.lab.Offer;

/**
 * A call that can be made in several ways: pressed it is made in the most usual one, its menu has
 * the others.
 */
final class CallMenu extends SplitMenuButton {
  /**
   * A button.
   *
   * @param make takes a line to be made
   * @param write takes the beginning of a line that a person goes on with
   */
  CallMenu(String text, List<Offer> offers, Consumer<String> make, Consumer<String> write) {
    setText(text);
    getStyleClass().add("call-chip");
    Offer usual = offers.getFirst();
    setOnAction(_ -> follow(usual, make, write));
    Tips.on(this, usual.line());
    setAccessibleText(usual.line());
    for (Offer offer : offers) {
      MenuItem item = new MenuItem(offer.open() ? offer.line() + "…" : offer.line());
      item.getStyleClass().add("call-line");
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> follow(offer, make, write));
      getItems().add(item);
    }
  }

  /** Makes an offered call, or lets the person go on with it. */
  static void follow(Offer offer, Consumer<String> make, Consumer<String> write) {
    (offer.open() ? write : make).accept(offer.line());
  }
}
