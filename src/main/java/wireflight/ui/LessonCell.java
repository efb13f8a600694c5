package wireflight.ui;

import java.util.function.ObjIntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.lab.Lesson;
import wireflight.ui.LessonRows.Entry;
import wireflight.ui.LessonRows.Heading;
import wireflight.ui.LessonRows.Row;
import wireflight.ui.LessonRows.Subject;

/** A row in the list of lessons: one of them, or the subject of those below. */
final class LessonCell extends ListCell<Row> {
  /** The height of a lesson whose title goes on one line. */
  static final double ROW = 34;

  private static final double TIP_WIDTH = 420;

  /** A cell's padding and the scroll bar beside its title, and the room above and below it. */
  private static final double BESIDE = 44;

  private static final double PADDING = 12;
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final Texts texts;
  private final Label title = new Label();
  private final FontIcon fold = new FontIcon(Feather.CHEVRON_DOWN);
  private final Label subject = new Label();
  private final Label count = new Label();
  private final HBox head = new HBox(fold, subject, count);

  LessonCell(Texts texts, ObjIntConsumer<Subject> turn) {
    this.texts = texts;
    // As wide as the list, so that a long title goes on in a second line.
    setPrefWidth(0);
    title.setWrapText(true);
    title.getStyleClass().add("lesson-title");
    subject.getStyleClass().add("lesson-subject");
    subject.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(subject, Priority.ALWAYS);
    count.getStyleClass().add("lesson-count");
    count.setMinWidth(USE_PREF_SIZE);
    head.getStyleClass().add("lesson-head");
    head.setAlignment(Pos.CENTER_LEFT);
    hoverProperty().subscribe(this::tell);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (getItem() instanceof Heading heading) {
            getListView().requestFocus();
            turn.accept(heading.subject(), getIndex());
            press.consume();
          }
        });
  }

  /** That of the title at the width of the list, which a list never asks for. */
  @Override
  protected double computePrefHeight(double width) {
    double room = getListView().getWidth() - BESIDE;
    Region text = getItem() instanceof Heading ? head : title;
    return Math.max(ROW, text.prefHeight(room) + PADDING);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    switch (empty ? null : row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case Entry entry -> show(entry);
      case Heading heading -> show(heading);
    }
    tell();
  }

  /** A tooltip is dear, and most rows never need theirs: it is there while the mouse is. */
  private void tell() {
    if (!isHover() || !(getItem() instanceof Entry entry)) {
      setTooltip(null);
      return;
    }
    Lesson lesson = entry.lesson();
    Tooltip tip =
        new Tooltip(lesson == null ? entry.title() : entry.title() + "\n" + lesson.summary());
    tip.setWrapText(true);
    tip.setMaxWidth(TIP_WIDTH);
    setTooltip(tip);
  }

  private void show(Entry entry) {
    title.setText(entry.title());
    title.pseudoClassStateChanged(BROKEN, entry.lesson() == null);
    setGraphic(title);
    setAccessibleText(entry.title());
  }

  private void show(Heading heading) {
    fold.setIconCode(heading.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    subject.setText(texts.get("lessons.subject." + heading.subject().word()));
    count.setText(String.valueOf(heading.count()));
    setGraphic(head);
    setAccessibleText(
        texts.get(
            heading.open() ? "lessons.open" : "lessons.closed",
            subject.getText(),
            heading.count()));
  }
}
