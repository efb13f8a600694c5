package wireflight.ui;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.StepWords;
import wireflight.timeline.Durations;
import wireflight.timeline.Timeline;

/**
 * Every step as a sentence, in a list: what the diagrams show, for whoever reads or listens.
 *
 * <p>Only what is in view is put into words, so a list of a million steps opens at once. Choosing a
 * step goes there. Where a class predicts, the list ends at the playhead.
 */
final class StepList extends VBox {
  private static final double SCROLL_BAR = 14;

  private final Texts texts;
  private final ListView<Integer> list = new ListView<>();
  private @Nullable Timeline timeline;
  private int length;
  private int step;
  private boolean showing;

  StepList(Playhead playhead, Texts texts) {
    this.texts = texts;
    getStyleClass().add("step-list");
    list.setId("step-list");
    list.getStyleClass().add("plain-list");
    list.setAccessibleText(texts.get("steps.title"));
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, chosen) -> {
              if (!showing && chosen != null) {
                playhead.seek(chosen);
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
  }

  /** Shows the steps, and which of them the playhead is in. */
  void show(Shown now) {
    if (!isVisible()) {
      return;
    }
    Timeline steps = now.timeline();
    int wanted = now.prediction().on() ? now.step() : steps.steps();
    showing = true;
    if (!steps.equals(timeline) || wanted != length) {
      timeline = steps;
      length = wanted;
      list.setItems(FXCollections.observableList(new Numbers(wanted)));
      step = 0;
    }
    if (step != now.step()) {
      step = now.step();
      list.getSelectionModel().clearSelection();
      if (step > 0) {
        list.getSelectionModel().select(step - 1);
        reveal(step - 1);
      }
    }
    showing = false;
  }

  /** Brings a step into view below the one before it. */
  private void reveal(int index) {
    // The first time the list only guesses how high its rows are; laid out, it knows.
    for (int tries = 0; tries < 2; tries++) {
      list.scrollTo(Math.max(0, index - 1));
      list.layout();
    }
  }

  /** The numbers from 1 on, without keeping them. */
  private static final class Numbers extends AbstractList<Integer> {
    private final int count;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public Integer get(int index) {
      return index + 1;
    }

    @Override
    public int size() {
      return count;
    }
  }

  private final class Cell extends ListCell<Integer> {
    private final Label number = new Label();
    private final Label time = new Label();
    private final Label sentence = new Label();
    private final Label drawn = new Label();
    private final VBox row;

    Cell() {
      number.getStyleClass().add("step-number");
      time.getStyleClass().add("step-time");
      sentence.getStyleClass().add("step-sentence");
      sentence.setWrapText(true);
      drawn.getStyleClass().add("step-drawn");
      drawn.setWrapText(true);
      BorderPane head = new BorderPane(null, null, time, null, number);
      row = new VBox(head, sentence, drawn);
      setPrefWidth(0);
      addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> list.requestFocus());
    }

    /** As high as its sentence needs in the list's width, which a cell is not asked with. */
    @Override
    protected double computePrefHeight(double width) {
      double room = list.getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : snappedTopInset() + row.prefHeight(Math.max(0, room)) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
      super.updateItem(item, empty);
      Timeline steps = timeline;
      setText(null);
      if (empty || item == null || steps == null || item > steps.steps()) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      number.setText(texts.get("steps.number", item));
      time.setText(Durations.text(steps.timeOf(item) - steps.timeOf(0), steps.language().locale()));
      sentence.setText(steps.sentence(item));
      List<String> words = StepWords.of(steps, item);
      drawn.setText(String.join("\n", words));
      drawn.setManaged(!words.isEmpty());
      setAccessibleText(
          number.getText() + ". " + sentence.getText() + " " + String.join("; ", words));
      setGraphic(row);
    }
  }
}
