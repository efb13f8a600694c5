package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A line in which calls are typed; Enter makes one, Up and Down bring back earlier ones, and Escape
 * leaves it, so that letters are keys again.
 */
final class CallField extends TextField {
  private final Consumer<String> make;
  private final Runnable leave;
  private final List<String> earlier = new ArrayList<>();
  private int at;
  private String typed = "";

  CallField(Texts texts, Consumer<String> make, Runnable leave) {
    this.make = make;
    this.leave = leave;
    setId("hand-line");
    getStyleClass().add("call-field");
    setPromptText(texts.get("hand.prompt"));
    setAccessibleText(texts.get("hand.prompt"));
    setOnAction(_ -> enter());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Puts in the beginning of a line, to be gone on with. */
  void begin(String line) {
    setText(line);
    requestFocus();
    end();
  }

  /** The line was made: there is room for the next one. */
  void made() {
    if (!typed.isEmpty() && getText().equals(typed)) {
      clear();
    }
    typed = "";
  }

  private void enter() {
    String line = getText().strip();
    if (!line.isEmpty()) {
      typed = getText();
      earlier.remove(line);
      earlier.add(line);
      at = earlier.size();
      // What is not made stays, to be mended, or to be typed over.
      selectAll();
      make.accept(line);
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      leave.run();
      key.consume();
      return;
    }
    int step = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN ? 1 : 0;
    if (step != 0) {
      at = Math.clamp(at + step, 0, earlier.size());
      setText(at < earlier.size() ? earlier.get(at) : "");
      end();
      key.consume();
    }
  }
}
