package wireflight.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What lies over everything: the bright spot that follows the mouse, the sheet of shortcuts, and
 * the blank screen. It lets the mouse through.
 */
final class Overlay extends StackPane {
  private static final double SPOT = 44;

  private final Pane air = new Pane();
  private final Region spot = new Region();
  private final Region blank = new Region();
  private final ShortcutSheet sheet;
  private boolean pointing;

  Overlay(Texts texts) {
    setId("overlay");
    setMouseTransparent(true);
    spot.setId("spot");
    spot.getStyleClass().add("spot");
    spot.resize(SPOT, SPOT);
    spot.setManaged(false);
    spot.setVisible(false);
    air.getChildren().add(spot);
    blank.setId("blank");
    blank.getStyleClass().add("blank");
    sheet = new ShortcutSheet(texts);
    getChildren().addAll(air, sheet, blank);
    show(Look.USUAL, false);
  }

  /** Follows the mouse over everything that a node holds. */
  void follow(Node whole) {
    whole.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
    whole.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::moved);
    whole.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> spot.setVisible(false));
  }

  /** Shows what is open. */
  void show(Look look, boolean dark) {
    pointing = look.pointer();
    if (!pointing) {
      spot.setVisible(false);
    }
    sheet.setVisible(look.keys());
    blank.setVisible(look.blank());
    blank.getStyleClass().setAll("blank", dark ? "dark" : "light");
    setAccessibleText(look.keys() ? sheet.getAccessibleText() : null);
  }

  private void moved(MouseEvent event) {
    if (pointing) {
      spot.relocate(
          Math.rint(event.getSceneX() - SPOT / 2), Math.rint(event.getSceneY() - SPOT / 2));
      spot.setVisible(true);
    }
  }
}
