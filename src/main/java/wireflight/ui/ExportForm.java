package wireflight.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.export.Format;
import wireflight.export.Layout;
import wireflight.export.Range;

/** What can be chosen of an export, and beside it how the first page of it will look. */
final class ExportForm extends HBox {
  private static final double PREVIEW_WIDTH = 520;
  private static final double PREVIEW_HEIGHT = 380;
  private static final double CONTROL_WIDTH = 230;
  private static final List<Double> SIZES = List.of(0.75, 1.0, 1.3, 1.6, 2.0);

  /** Shows what a choice would give. */
  interface Preview {
    /** The first page or picture, or its beginning. */
    Drawing of(ExportChoice choice) throws IOException;
  }

  private final Texts texts;
  private final Preview preview;
  private final CanvasPainter painter = new CanvasPainter(new ScreenFonts());
  private final Canvas canvas = new Canvas(PREVIEW_WIDTH, PREVIEW_HEIGHT);
  private final Label problem = new Label();
  private final GridPane grid = new GridPane();
  private final ComboBox<Format> format;
  private final ComboBox<View> view;
  private final Spinner<Integer> from;
  private final Spinner<Integer> to;
  private final ComboBox<Layout> layout;
  private final ComboBox<Boolean> classic;
  private final ComboBox<Palette> palette;
  private final ComboBox<Double> size;
  private final ComboBox<Double> speed;

  /**
   * A form.
   *
   * @param start what is chosen at first
   * @param steps how many the recording has
   */
  ExportForm(Texts texts, ExportChoice start, int steps, Preview preview) {
    this.texts = texts;
    this.preview = preview;
    format = box("format", List.of(Format.values()), start.format(), this::name);
    view = box("view", List.of(View.values()), start.view(), v -> texts.get("view." + v.word()));
    from = steps("from", start.range().from(), steps);
    to = steps("to", start.range().to(), steps);
    layout =
        box(
            "layout",
            List.of(Layout.values()),
            start.layout(),
            l -> texts.get("export.layout." + l.name().toLowerCase(Locale.ROOT)));
    classic = box("aspect", List.of(false, true), start.classic(), old -> old ? "4:3" : "16:9");
    palette =
        box(
            "theme",
            List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST),
            start.palette(),
            p -> texts.get("export.theme." + theme(p)));
    size = box("size", SIZES, start.size(), s -> Math.round(100 * s) + " %");
    speed = box("speed", Playhead.SPEEDS, start.speed(), s -> texts.get("transport.speed", s));
    grid.setMinWidth(USE_PREF_SIZE);
    grid.setHgap(12);
    grid.setVgap(8);
    canvas.setId("export-preview");
    problem.setId("export-problem");
    problem.setWrapText(true);
    problem.setMaxWidth(PREVIEW_WIDTH);
    setSpacing(20);
    setPadding(new Insets(12));
    getChildren().addAll(grid, new VBox(8, canvas, problem));
    changed();
  }

  private static String theme(Palette palette) {
    return palette.equals(Palette.HIGH_CONTRAST) ? "contrast" : palette.dark() ? "dark" : "light";
  }

  private String name(Format of) {
    return texts.get("export." + of.ending());
  }

  private interface Words<T> {
    String of(T value);
  }

  private <T> ComboBox<T> box(String id, List<T> values, T chosen, Words<T> words) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.of(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    box.setValue(chosen);
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty().subscribe(_ -> changed());
    row(id, box);
    return box;
  }

  private Spinner<Integer> steps(String id, int chosen, int steps) {
    Spinner<Integer> spinner = new Spinner<>(1, Math.max(1, steps), Math.max(1, chosen));
    spinner.setEditable(true);
    spinner.valueProperty().subscribe(_ -> changed());
    row(id, spinner);
    return spinner;
  }

  private void row(String id, Control control) {
    control.setMinWidth(CONTROL_WIDTH);
    control.setPrefWidth(CONTROL_WIDTH);
    control.setId("export-" + id);
    Label label = new Label(texts.get("export.choice." + id));
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(control);
    grid.addRow(grid.getRowCount(), label, control);
  }

  /** What is chosen now. */
  ExportChoice choice() {
    int first = Math.min(from.getValue(), to.getValue());
    int last = Math.max(from.getValue(), to.getValue());
    return new ExportChoice(
        format.getValue(),
        view.getValue(),
        new Range(first, last),
        layout.getValue(),
        classic.getValue(),
        palette.getValue(),
        size.getValue(),
        speed.getValue());
  }

  /** Whether no file of the choice can be made; the form then says why. */
  BooleanBinding impossible() {
    return problem.textProperty().isNotEmpty();
  }

  private void changed() {
    if (getChildren().isEmpty()) {
      return; // still being built
    }
    Format.Kind kind = format.getValue().kind();
    boolean pages = kind == Format.Kind.PAGES;
    view.setDisable(kind == Format.Kind.TEXT);
    layout.setDisable(!pages);
    classic.setDisable(!pages);
    palette.setDisable(kind == Format.Kind.TEXT);
    size.setDisable(kind == Format.Kind.TEXT);
    speed.setDisable(kind != Format.Kind.ANIMATION);
    GraphicsContext to = canvas.getGraphicsContext2D();
    to.clearRect(0, 0, PREVIEW_WIDTH, PREVIEW_HEIGHT);
    try {
      paint(preview.of(choice()), to);
      problem.setText("");
    } catch (IOException e) {
      problem.setText(Tasks.sentence(e, texts.language()));
    }
  }

  /** As wide as there is room, and as much of the height. */
  private void paint(Drawing drawing, GraphicsContext to) {
    double scale = PREVIEW_WIDTH / drawing.width();
    to.save();
    to.beginPath();
    to.rect(0, 0, PREVIEW_WIDTH, PREVIEW_HEIGHT);
    to.clip();
    to.scale(scale, scale);
    painter.paint(drawing, to);
    to.restore();
  }
}
