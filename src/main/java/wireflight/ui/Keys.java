package wireflight.ui;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.View;

/**
 * What the keys do anywhere in the window.
 *
 * <p>The keys of a presenter's remote (PageUp and PageDown) and the arrows step wherever the focus
 * is; where a control needs a key itself, as a button needs Space, the control has it.
 */
final class Keys {
  private final Session session;
  private final Stage stage;

  Keys(Session session, Stage stage) {
    this.session = session;
    this.stage = stage;
  }

  /** Listens to the keys of a scene. */
  void listen(Scene scene) {
    shortcut(scene, KeyCode.O, session.files()::open);
    shortcut(scene, KeyCode.S, session.files()::save);
    shortcut(scene, KeyCode.E, session.files()::export);
    shortcut(scene, KeyCode.R, session.runs()::run);
    shortcut(scene, KeyCode.P, () -> session.predictor().turn(!session.shown().prediction().on()));
    shortcut(scene, KeyCode.D, session.hands()::begin);
    shortcut(scene, KeyCode.F, session.search()::open);
    shortcut(scene, KeyCode.C, session.copies()::packet);
    shortcut(scene, "Shortcut+Shift+C", session.copies()::diagram);
    for (KeyCode larger : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
      shortcut(scene, larger, session.presentation()::zoomIn);
    }
    shortcut(scene, "Shortcut+Shift+EQUALS", session.presentation()::zoomIn);
    shortcut(scene, KeyCode.MINUS, session.presentation()::zoomOut);
    shortcut(scene, KeyCode.SUBTRACT, session.presentation()::zoomOut);
    shortcut(scene, KeyCode.DIGIT0, session.presentation()::zoomReset);
    shortcut(scene, KeyCode.RIGHT, () -> session.playhead().forward(Stride.CALL));
    shortcut(scene, KeyCode.LEFT, () -> session.playhead().back(Stride.CALL));
    shortcut(scene, "Shift+RIGHT", () -> session.playhead().forward(Stride.PACKET));
    shortcut(scene, "Shift+LEFT", () -> session.playhead().back(Stride.PACKET));
    for (View view : View.values()) {
      shortcut(scene, digit(view.number()), () -> session.onShow().view(view));
    }
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, scene.getFocusOwner()));
  }

  private static KeyCode digit(int digit) {
    return KeyCode.valueOf("DIGIT" + digit);
  }

  private static void shortcut(Scene scene, KeyCode code, Runnable action) {
    scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
  }

  private static void shortcut(Scene scene, String keys, Runnable action) {
    scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
  }

  private void pressed(KeyEvent event, @Nullable Node focused) {
    if (event.isShortcutDown() || event.isAltDown() || focused instanceof TextInputControl) {
      return;
    }
    if (event.isShiftDown() && arrow(event.getCode())) {
      return;
    }
    if (event.getText().equals("?")) {
      consume(event, session.presentation()::keys);
      return;
    }
    switch (event.getCode()) {
      case RIGHT, PAGE_DOWN -> consume(event, session.playhead()::forward);
      case LEFT, PAGE_UP -> consume(event, session.playhead()::back);
      case SPACE -> {
        if (!(focused instanceof ButtonBase) && !(focused instanceof ComboBoxBase<?>)) {
          consume(event, session.playhead()::playOrPause);
        }
      }
      case HOME -> {
        if (!(focused instanceof ListView<?>)) {
          consume(event, session.playhead()::toStart);
        }
      }
      case END -> {
        if (!(focused instanceof ListView<?>)) {
          consume(event, session.playhead()::toEnd);
        }
      }
      case DIGIT1, NUMPAD1 -> session.predictor().answer(0);
      case DIGIT2, NUMPAD2 -> session.predictor().answer(1);
      case DIGIT3, NUMPAD3 -> session.predictor().answer(2);
      case DIGIT4, NUMPAD4 -> session.predictor().answer(3);
      case F1 -> consume(event, session.presentation()::keys);
      case F3 -> consume(event, () -> find(event.isShiftDown()));
      case F5 -> consume(event, session.presentation()::projector);
      case B -> consume(event, session.presentation()::blank);
      case L -> consume(event, session.presentation()::pointer);
      case N -> consume(event, session.presentation()::gauges);
      case I -> consume(event, session.playhead()::loopFrom);
      case O -> consume(event, session.playhead()::loopTo);
      case F11 -> consume(event, () -> stage.setFullScreen(!stage.isFullScreen()));
      case ESCAPE -> session.release();
      default -> {}
    }
  }

  private static boolean arrow(KeyCode code) {
    return code == KeyCode.RIGHT || code == KeyCode.LEFT;
  }

  private void find(boolean back) {
    if (back) {
      session.search().previous();
    } else {
      session.search().next();
    }
  }

  private static void consume(Event event, Runnable action) {
    action.run();
    event.consume();
  }
}
