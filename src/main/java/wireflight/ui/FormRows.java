package wireflight.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The rows of a form: a label and what is chosen beside it. Each can be hidden. */
final class FormRows {
  private static final double CONTROL_WIDTH = 240;

  private final Texts texts;
  private final String form;
  private final Runnable changed;
  private final GridPane grid = new GridPane(12, 6);

  /**
   * No rows yet.
   *
   * @param form the word that ids and the keys of texts begin with
   * @param changed is told of every other choice
   */
  FormRows(Texts texts, String form, Runnable changed) {
    this.texts = texts;
    this.form = form;
    this.changed = changed;
    grid.setMinWidth(Region.USE_PREF_SIZE);
  }

  GridPane grid() {
    return grid;
  }

  /** One of some values. */
  <T> ComboBox<T> choice(String id, List<T> values, T chosen, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    if (!values.contains(chosen)) {
      box.getItems().add(chosen);
    }
    box.setValue(chosen);
    box.valueProperty().subscribe((_, _) -> changed.run());
    row(id, box);
    return box;
  }

  /** A number of steps. */
  Spinner<Integer> steps(String id, int chosen, int most) {
    Spinner<Integer> spinner = new Spinner<>(1, Math.max(1, most), Math.max(1, chosen));
    spinner.setEditable(true);
    spinner.valueProperty().subscribe((_, _) -> changed.run());
    row(id, spinner);
    return spinner;
  }

  /** Yes or no. */
  CheckBox check(String id, boolean chosen) {
    CheckBox box = new CheckBox(texts.get(form + ".choice." + id));
    box.setSelected(chosen);
    box.selectedProperty().subscribe((_, _) -> changed.run());
    box.setId(form + "-" + id);
    grid.add(box, 1, grid.getRowCount());
    return box;
  }

  /** Puts a control beside another one, into its row, as in {@code 1 to 86}. */
  void beside(Region first, String between, Region second) {
    List<Node> row = grid.getChildren();
    row.removeIf(
        node -> node instanceof Label label && Objects.equals(label.getLabelFor(), second));
    row.remove(second);
    row.remove(first);
    Label word = new Label(texts.get(between));
    word.visibleProperty().bind(second.visibleProperty());
    word.managedProperty().bind(second.managedProperty());
    word.setMinWidth(Region.USE_PREF_SIZE);
    second.setAccessibleText(texts.get(form + ".choice." + second.getId().split("-", 2)[1]));
    HBox both = new HBox(8, first, word, second);
    both.setAlignment(Pos.CENTER_LEFT);
    both.setMaxWidth(CONTROL_WIDTH);
    both.visibleProperty().bind(first.visibleProperty());
    both.managedProperty().bind(first.managedProperty());
    for (Region each : List.of(first, second)) {
      each.setMinWidth(0);
      HBox.setHgrow(each, Priority.ALWAYS);
    }
    grid.add(both, 1, GridPane.getRowIndex(first));
  }

  /** Anything else. */
  <R extends Region> R row(String id, R control) {
    control.setPrefWidth(CONTROL_WIDTH);
    control.setMinWidth(CONTROL_WIDTH);
    control.setMaxWidth(CONTROL_WIDTH);
    control.setId(form + "-" + id);
    Label label = new Label(texts.get(form + ".choice." + id));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(control);
    label.visibleProperty().bind(control.visibleProperty());
    label.managedProperty().bind(control.managedProperty());
    grid.addRow(grid.getRowCount(), label, control);
    return control;
  }

  /**
   * Keeps the form as wide as with all its rows, however many are there; for a form in a scene.
   * Shows all of them.
   */
  void keepWidth() {
    for (Node each : grid.getChildren()) {
      if (!each.visibleProperty().isBound()) {
        show(each, true);
      }
    }
    grid.setMinWidth(Region.USE_PREF_SIZE);
    grid.applyCss();
    grid.setMinWidth(grid.prefWidth(-1));
  }

  /** Whether a row is there. */
  static void show(Node control, boolean shown) {
    control.setVisible(shown);
    control.setManaged(shown);
  }
}
