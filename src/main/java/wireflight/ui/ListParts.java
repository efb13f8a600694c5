package wireflight.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** What long lists have beside their rows. */
final class ListParts {
  private ListParts() {}

  /**
   * The field above a list in which words are typed that leave some of its rows.
   *
   * @param key of what stands in it while it is empty; its name and tip have keys below that
   */
  static TextField filter(String id, String key, Texts texts) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(texts.get(key));
    field.setAccessibleText(texts.get(key + ".name"));
    Tips.on(field, texts.get(key + ".tip"));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  /** Where the rows would be, words that say why there are none. */
  static Node placeholder(Label words) {
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    StackPane box = new StackPane(words);
    box.getStyleClass().add("placeholder-box");
    StackPane.setAlignment(words, Pos.TOP_LEFT);
    return box;
  }

  /**
   * Whether a list only measures a cell, which nobody sees. Of a long list it measures some more
   * rows with every layout, in a cell that it keeps in an invisible group: what is made for a
   * person's eyes need not be made for that.
   */
  static boolean isOnlyMeasured(ListCell<?> cell) {
    return cell.getParent() != null && !cell.getParent().isVisible();
  }
}
