package wireflight.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What lies over everything: the bright spot that follows the mouse, the sheet of shortcuts, and
 * the blank screen. It lets the mouse through.
 */
final class Overlay extends StackPane {
  private static final double SPOT = 44;

  private final Pane air = new Pane();
  private final Region spot = new Region();
  private final Region blank = new Region();
  private final Texts texts;

  /** Made when it is first asked for, so that the window comes up sooner. */
  private @Nullable ShortcutSheet sheet;

  private boolean pointing;

  Overlay(Texts texts) {
    this.texts = texts;
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
    getChildren().addAll(air, blank);
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
    keys(look.keys());
    blank.setVisible(look.blank());
    List<String> wanted = List.of("blank", dark ? "dark" : "light");
    if (!blank.getStyleClass().equals(wanted)) {
      blank.getStyleClass().setAll(wanted);
    }
  }

  private void keys(boolean open) {
    ShortcutSheet all = sheet;
    if (all == null && open) {
      all = new ShortcutSheet(texts);
      sheet = all;
      getChildren().add(getChildren().indexOf(blank), all);
    }
    if (all != null) {
      all.setVisible(open);
    }
    setAccessibleText(all != null && open ? all.getAccessibleText() : null);
  }

  private void moved(MouseEvent event) {
    if (pointing) {
      spot.relocate(
          Math.rint(event.getSceneX() - SPOT / 2), Math.rint(event.getSceneY() - SPOT / 2));
      spot.setVisible(true);
    }
  }
}
