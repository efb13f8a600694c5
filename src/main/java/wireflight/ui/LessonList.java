package wireflight.ui;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
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
import wireflight.lab.Lessons;

/**
 * The lessons, the person's own after those built in; choosing one is what Run then runs, a double
 * click or Enter runs it. A file that is no lesson stands there too, with what is wrong with it.
 */
final class LessonList extends VBox {
  private static final double ROW = 34;
  private static final int MOST_ROWS = 10;
  private static final double TIP_WIDTH = 420;

  /** A cell's padding and the scroll bar beside its title, and the room above and below it. */
  private static final double BESIDE = 44;

  private static final double PADDING = 12;
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final Runs runs;
  private final ListView<Entry> list = new ListView<>();

  /**
   * A line of the list.
   *
   * @param lesson null where the file is none
   * @param title the lesson's, or where in the file what is wrong
   */
  record Entry(@Nullable Lesson lesson, String title) {}

  LessonList(Runs runs, Texts texts) {
    this.runs = runs;
    getStyleClass().add("section");
    Label title = new Label(texts.get("lessons.title"));
    title.getStyleClass().add("section-title");
    title.setLabelFor(list);
    list.setId("lessons");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("lessons.title"));
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            entry -> {
              if (entry != null && entry.lesson() != null) {
                runs.choose(entry.lesson());
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

  /** Offers these lessons, of which the first is chosen where none was. */
  void offer(List<Lessons.Found> known) {
    List<Entry> entries = known.stream().map(LessonList::entry).toList();
    if (entries.equals(list.getItems())) {
      return;
    }
    boolean first = list.getItems().isEmpty();
    Lesson chosen = runs.lesson();
    list.getItems().setAll(entries);
    list.setPrefHeight(Math.min(entries.size(), MOST_ROWS) * ROW + 2);
    list.setMinHeight(Math.min(entries.size(), 3) * ROW + 2);
    if (first) {
      list.getSelectionModel().selectFirst();
    } else {
      choose(chosen);
    }
  }

  private static Entry entry(Lessons.Found found) {
    Lesson lesson = found.lesson();
    return lesson == null
        ? new Entry(null, String.valueOf(Objects.requireNonNull(found.error()).getMessage()))
        : new Entry(lesson, lesson.title());
  }

  /** Shows which lesson is chosen. */
  void show(Shown now) {
    choose(now.lesson());
  }

  private void choose(@Nullable Lesson chosen) {
    Entry selected = list.getSelectionModel().getSelectedItem();
    if (selected != null && Objects.equals(selected.lesson(), chosen)) {
      return;
    }
    Entry found =
        list.getItems().stream()
            .filter(entry -> entry.lesson() != null && entry.lesson().equals(chosen))
            .findFirst()
            .orElse(null);
    if (found == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(found);
    }
  }

  private static final class Cell extends ListCell<Entry> {
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
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        return;
      }
      Lesson lesson = entry.lesson();
      title.setText(entry.title());
      title.pseudoClassStateChanged(BROKEN, lesson == null);
      setGraphic(title);
      Tooltip tip =
          new Tooltip(lesson == null ? entry.title() : entry.title() + "\n" + lesson.summary());
      tip.setWrapText(true);
      tip.setMaxWidth(TIP_WIDTH);
      setTooltip(tip);
    }
  }
}
