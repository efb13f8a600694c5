package wireflight.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;

/** The lessons; choosing one is what Run then runs, a double click or Enter runs it. */
final class LessonList extends VBox {
  private static final double ROW = 34;
  private static final int MOST_ROWS = 10;
  private static final double TIP_WIDTH = 420;

  /** A cell's padding and the scroll bar beside its title, and the room above and below it. */
  private static final double BESIDE = 44;

  private static final double PADDING = 12;

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
    VBox.setVgrow(list, Priority.ALWAYS);
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
    private final Label title = new Label();

    Cell() {
      // As wide as the list, so that a long title goes on in a second line.
      setPrefWidth(0);
      title.setWrapText(true);
      title.getStyleClass().add("lesson-title");
    }

    /** That of the title at the width of the list, which a list never asks for. */
    @Override
    protected double computePrefHeight(double width) {
      double room = getListView().getWidth() - BESIDE;
      return Math.max(ROW, title.prefHeight(room) + PADDING);
    }

    @Override
    protected void updateItem(@Nullable Lesson lesson, boolean empty) {
      super.updateItem(lesson, empty);
      if (empty || lesson == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
      } else {
        title.setText(lesson.title());
        setGraphic(title);
        Tooltip tip = new Tooltip(lesson.title() + "\n" + lesson.summary());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        setTooltip(tip);
      }
    }
  }
}
