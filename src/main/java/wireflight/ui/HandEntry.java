package wireflight.ui;

import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.lab.Lesson;

/** The way into making the calls oneself, below the lessons. */
final class HandEntry extends VBox {
  private final Texts texts;
  private final MenuItem lesson = new MenuItem();
  private @Nullable Lesson chosen;

  HandEntry(Session session, Texts texts) {
    this.texts = texts;
    getStyleClass().add("hand-entry");
    MenuItem empty = new MenuItem(texts.get("hand.empty"));
    empty.setOnAction(_ -> session.hands().begin());
    lesson.setId("by-hand-lesson");
    lesson.setOnAction(
        _ -> {
          if (chosen != null) {
            session.hands().begin(chosen);
          }
        });
    SplitMenuButton begin = new SplitMenuButton(empty, lesson);
    begin.setId("by-hand");
    begin.setText(texts.get("hand.begin"));
    begin.setGraphic(new FontIcon(Feather.TERMINAL));
    Tips.on(begin, texts.get("hand.begin.tip"));
    begin.setMaxWidth(Double.MAX_VALUE);
    begin.setOnAction(_ -> session.hands().begin());
    getChildren().add(begin);
  }

  /** Hides while somebody is at it. */
  void show(Shown now) {
    setVisible(now.hand() == null);
    setManaged(now.hand() == null);
    Lesson current = now.lesson();
    chosen = current;
    lesson.setDisable(current == null);
    lesson.setText(
        current == null ? texts.get("hand.noLesson") : texts.get("hand.follow", current.title()));
  }
}
