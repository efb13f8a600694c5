package wireflight.ui;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What controls say of themselves when the mouse rests on them.
 *
 * <p>A tooltip is a window with a skin and styles of its own: it is made when the mouse first comes
 * to its control, which most never see. People who listen hear the words at any time.
 */
final class Tips {
  private Tips() {}

  /** Gives a control its words. */
  static void on(Control control, String words) {
    control.setAccessibleHelp(words);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent entered) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(new Tooltip(words));
          }
        });
  }
}
