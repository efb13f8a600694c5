package wireflight.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line in which a person looks for steps, with how many there are. */
final class FindBar extends HBox {
  private final Search search;
  private final Texts texts;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Button back;
  private final Button next;

  /**
   * Hidden at first.
   *
   * @param release gives the focus back to the diagram
   */
  FindBar(Search search, Texts texts, Runnable release) {
    this.search = search;
    this.texts = texts;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find");
    field.setPromptText(texts.get("find.prompt"));
    field.setAccessibleText(texts.get("find.name"));
    field.setPrefColumnCount(28);
    field.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, release));
    count.setId("find-count");
    count.getStyleClass().add("muted");
    back = button("find.previous", Feather.CHEVRON_UP, search::previous);
    next = button("find.next", Feather.CHEVRON_DOWN, search::next);
    Button close =
        button(
            "find.close",
            Feather.X,
            () -> {
              search.close();
              release.run();
            });
    getChildren().addAll(field, back, next, count, close);
    show(null);
    field.textProperty().subscribe(this::typed);
  }

  /** Shows how far the search is; nothing while nobody searches. */
  void show(Search.@Nullable Found found) {
    boolean appears = found != null && !isVisible();
    setVisible(found != null);
    setManaged(found != null);
    if (found == null) {
      if (!field.getText().isEmpty()) {
        field.clear();
      }
      return;
    }
    boolean none = found.count() == 0;
    back.setDisable(none);
    next.setDisable(none);
    count.setText(words(found));
    if (appears) {
      field.requestFocus();
    }
  }

  private String words(Search.Found found) {
    if (found.typed().isBlank()) {
      return texts.get("find.hint");
    }
    if (found.searching()) {
      return texts.get("find.searching");
    }
    return found.current() > 0
        ? texts.get("find.at", found.current(), found.count())
        : texts.get("find.count", found.count());
  }

  private void typed(String text) {
    if (isVisible()) {
      search.look(text);
    }
  }

  private void key(KeyEvent event, Runnable release) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        search.previous();
      } else {
        search.next();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      search.close();
      release.run();
      event.consume();
    }
  }

  private Button button(String key, Feather icon, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(texts.get(key));
    Tips.on(button, texts.get(key));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
