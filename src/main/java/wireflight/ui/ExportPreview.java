package wireflight.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;

/** How an export will look: its pages, one at a time, or its text; or why there can be none. */
final class ExportPreview extends VBox {
  private static final double WIDTH = 560;

  private static final Color EDGE = Color.gray(0.5, 0.5);

  /** A slide of 4:3. */
  private static final double HEIGHT = 420;

  private static final double TEXT = 12;

  private final Texts texts;
  private final CanvasPainter painter = new CanvasPainter(new ScreenFonts());
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final TextArea text = new TextArea();
  private final Button previous = button("previous", "‹", -1);
  private final Button next = button("next", "›", 1);
  private final Label place = new Label();
  private final HBox turner = new HBox(8, previous, place, next);
  private final Label problem = new Label();
  private List<Drawing> pages = List.of();
  private int page;

  ExportPreview(Texts texts) {
    this.texts = texts;
    canvas.setId("export-preview");
    text.setId("export-sample");
    text.setEditable(false);
    text.setFont(Font.font(Face.MONO.family(), TEXT));
    text.setPrefSize(WIDTH, HEIGHT);
    text.setMinHeight(HEIGHT);
    text.setAccessibleText(texts.get("export.sample"));
    place.setId("export-page");
    turner.setAlignment(Pos.CENTER);
    previous.setAccessibleText(texts.get("export.page.previous"));
    next.setAccessibleText(texts.get("export.page.next"));
    problem.setId("export-problem");
    problem.setWrapText(true);
    problem.setMaxWidth(WIDTH);
    setSpacing(8);
    getChildren().addAll(new StackPane(canvas, text), turner, problem);
  }

  private Button button(String id, String text, int by) {
    Button button = new Button(text);
    button.setId("export-" + id);
    button.setOnAction(_ -> turn(by));
    return button;
  }

  /** What is wrong; empty if nothing is. */
  Label problem() {
    return problem;
  }

  /** Shows pages from the one on, as far as there is one, that was shown last. */
  void show(List<Drawing> shown) {
    pages = shown;
    problem.setText("");
    text.setVisible(false);
    turn(0);
  }

  /** Shows how a text begins. */
  void show(String sample) {
    show(List.of());
    text.setText(sample);
    text.setVisible(true);
  }

  /** Says why there is nothing to be shown. */
  void fail(String sentence) {
    show(List.of());
    problem.setText(sentence);
  }

  private void turn(int by) {
    page = Math.clamp(page + by, 0, Math.max(0, pages.size() - 1));
    turner.setVisible(pages.size() > 1);
    previous.setDisable(page == 0);
    next.setDisable(page >= pages.size() - 1);
    place.setText(texts.get("export.page", page + 1, pages.size()));
    GraphicsContext to = canvas.getGraphicsContext2D();
    to.clearRect(0, 0, WIDTH, HEIGHT);
    if (!pages.isEmpty()) {
      paint(pages.get(page), to);
    }
  }

  /** As wide as there is room, and as much of the height. */
  private void paint(Drawing drawing, GraphicsContext to) {
    double scale = WIDTH / drawing.width();
    to.save();
    to.beginPath();
    double bottom = Math.min(HEIGHT, scale * drawing.height());
    to.rect(0, 0, WIDTH, bottom);
    to.clip();
    to.scale(scale, scale);
    painter.paint(drawing, to);
    to.restore();
    // Where the page ends, on a dialog of the same colour.
    to.setStroke(EDGE);
    to.setLineWidth(1);
    to.strokeRect(0.5, 0.5, WIDTH - 1, bottom - 1);
  }
}
