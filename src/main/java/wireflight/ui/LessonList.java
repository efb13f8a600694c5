package wireflight.ui;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.ui.LessonRows.Entry;
import wireflight.ui.LessonRows.Heading;
import wireflight.ui.LessonRows.Row;
import wireflight.ui.LessonRows.Subject;

/**
 * The lessons under their subjects, the person's own after those built in; choosing one is what Run
 * then runs, a double click or Enter runs it. A file that is no lesson stands there too, with what
 * is wrong with it. What is typed above leaves those that fit.
 */
final class LessonList extends VBox {
  private static final int MOST_ROWS = 10;
  private static final int LEAST_ROWS = 3;

  private final Runs runs;
  private final TextField field;
  private final ListView<Row> list = new ListView<>();
  private final LessonRows rows;
  private List<Lessons.Found> offered = List.of();
  private @Nullable Lesson shown;
  private boolean filling;

  /**
   * A list of none as yet.
   *
   * @param release gives the focus back where Escape leaves the field
   */
  LessonList(Runs runs, Texts texts, Runnable release) {
    this.runs = runs;
    rows = new LessonRows(texts.language());
    getStyleClass().add("section");
    Label title = new Label(texts.get("lessons.title"));
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    title.setLabelFor(list);
    field = ListParts.filter("lesson-filter", "lessons.filter", texts);
    HBox head = new HBox(title, field);
    head.getStyleClass().add("lesson-tools");
    head.setAlignment(Pos.CENTER_LEFT);
    list.setId("lessons");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("lessons.title"));
    list.setCellFactory(_ -> new LessonCell(texts, this::turn));
    Label none = new Label();
    list.setPlaceholder(ListParts.placeholder(none));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY
              && click.getClickCount() == 2
              && list.getSelectionModel().getSelectedItem() instanceof Entry) {
            runs.run();
          }
        });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .textProperty()
        .subscribe(
            typed -> {
              none.setText(typed.isBlank() ? "" : texts.get("lessons.nothing", typed.strip()));
              fill();
            });
    field.addEventHandler(KeyEvent.KEY_PRESSED, key -> typed(key, release));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
  }

  /** Takes the keys, to look for a lesson. */
  void find() {
    field.requestFocus();
  }

  /** Offers these lessons, of which the first is chosen where none was. */
  void offer(List<Lessons.Found> known) {
    if (known.equals(offered)) {
      return;
    }
    boolean first = offered.isEmpty();
    offered = known;
    rows.offer(known);
    list.setPrefHeight(Math.min(known.size() + 1, MOST_ROWS) * LessonCell.ROW + 2);
    list.setMinHeight(Math.min(known.size() + 1, LEAST_ROWS) * LessonCell.ROW + 2);
    fill();
    if (first) {
      firstOfThem();
    }
  }

  /** Shows which lesson is chosen. */
  void show(Shown now) {
    // Whoever walks through the list by keys may rest on a subject.
    if (list.isFocused() && list.getSelectionModel().getSelectedItem() instanceof Heading) {
      return;
    }
    boolean another = !Objects.equals(shown, now.lesson());
    shown = now.lesson();
    if (another && rows.reveal(shown)) {
      fill();
    }
    choose(now.lesson());
  }

  private void fill() {
    filling = true;
    list.getItems().setAll(rows.rows(field.getText()));
    choose(runs.lesson());
    filling = false;
  }

  private boolean isOther(@Nullable Lesson chosen) {
    return !(list.getSelectionModel().getSelectedItem() instanceof Entry entry)
        || !Objects.equals(entry.lesson(), chosen);
  }

  private void choose(@Nullable Lesson chosen) {
    if (!isOther(chosen)) {
      return;
    }
    for (Row row : list.getItems()) {
      if (row instanceof Entry entry && entry.lesson() != null && entry.lesson().equals(chosen)) {
        list.getSelectionModel().select(row);
        list.scrollTo(row);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private void firstOfThem() {
    list.getItems().stream()
        .filter(Entry.class::isInstance)
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
  }

  private void chosen(@Nullable Row row) {
    // A row that only moved, because others came or went, was chosen by nobody.
    if (!filling && row instanceof Entry entry && entry.lesson() != null) {
      runs.choose(entry.lesson());
    }
  }

  private void turn(Subject subject, int place) {
    rows.turn(subject);
    fill();
    list.getFocusModel().focus(place);
  }

  /** Enter runs a lesson, and opens and closes a subject. */
  private void key(KeyEvent key) {
    if (key.getCode() != KeyCode.ENTER) {
      return;
    }
    if (list.getFocusModel().getFocusedItem() instanceof Heading heading) {
      turn(heading.subject(), list.getFocusModel().getFocusedIndex());
    } else {
      runs.run();
    }
    key.consume();
  }

  /** Down and Enter go to the first lesson that fits, Escape to all of them. */
  private void typed(KeyEvent key, Runnable release) {
    switch (key.getCode()) {
      case ESCAPE -> {
        field.clear();
        release.run();
      }
      case DOWN, ENTER -> {
        list.requestFocus();
        if (!field.getText().isBlank()) {
          firstOfThem();
        }
      }
      default -> {
        return;
      }
    }
    key.consume();
  }
}
