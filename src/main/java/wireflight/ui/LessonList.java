package wireflight.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;

/** The lessons; choosing one is what Run then runs, a double click or Enter runs it. */
final class LessonList extends VBox {
  private static final double ROW = 34;
  private static final int MOST_ROWS = 10;
  private static final double TIP_WIDTH = 420;

  private final ListView<Lesson> list = new ListView<>();

  LessonList(Runs runs, Texts texts, List<Lesson> lessons) {
    getStyleClass().add("section");
    Label title = new Label(texts.get("lessons.title"));
    title.getStyleClass().add("section-title");
    title.setLabelFor(list);
    list.setId("lessons");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("lessons.title"));
    list.getItems().setAll(lessons);
    list.setFixedCellSize(ROW);
    list.setPrefHeight(Math.min(lessons.size(), MOST_ROWS) * ROW + 2);
    list.setMinHeight(Math.min(lessons.size(), 3) * ROW + 2);
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            lesson -> {
              if (lesson != null) {
                runs.choose(lesson);
              }
            });
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            runs.run();
          }
        });
    list.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            runs.run();
          }
        });
    getChildren().addAll(title, list);
  }

  /** Shows which lesson is chosen. */
  void show(Shown now) {
    Lesson chosen = now.lesson();
    if (!Objects.equals(list.getSelectionModel().getSelectedItem(), chosen)) {
      if (chosen == null) {
        list.getSelectionModel().clearSelection();
      } else {
        list.getSelectionModel().select(chosen);
      }
    }
  }

  private static final class Cell extends ListCell<Lesson> {
    Cell() {
      // As wide as the list: a long title ends in an ellipsis, and its tooltip has all of it.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Lesson lesson, boolean empty) {
      super.updateItem(lesson, empty);
      if (empty || lesson == null) {
        setText(null);
        setTooltip(null);
      } else {
        setText(lesson.title());
        Tooltip tip = new Tooltip(lesson.title() + "\n" + lesson.summary());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        setTooltip(tip);
      }
    }
  }
}
