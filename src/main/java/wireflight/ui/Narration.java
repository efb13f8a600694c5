package wireflight.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Fonts;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * What happens in this step and what the lesson tells, in letters that the last row can read.
 *
 * <p>It keeps the room that the longest step needs, so that the ladder above does not jump; a step
 * longer than a fifth of the window takes more while it is told.
 */
final class Narration extends VBox {
  /** So much of the window's height is kept free at most. */
  private static final double SHARE = 0.2;

  private static final double LEAST = 54;

  private final Texts texts;
  private final Prose prose = new Prose();
  private final Label sentence = new Label();
  private final TextFlow told = new TextFlow();
  private final NarrationRoom room;
  private @Nullable Timeline timeline;
  private String title = "";
  private String markdown = "";
  private double letters = 1;

  Narration(Texts texts, Fonts fonts) {
    this.texts = texts;
    room = new NarrationRoom(fonts);
    getStyleClass().add("narration");
    sentence.getStyleClass().add("sentence");
    sentence.setId("sentence");
    sentence.setWrapText(true);
    told.getStyleClass().add("prose");
    told.setId("prose");
    getChildren().addAll(sentence, told);
    widthProperty()
        .subscribe(
            () -> {
              room.clear();
              keepRoom();
            });
  }

  private void keepRoom() {
    Timeline steps = timeline;
    double height = getScene() == null ? 0 : getScene().getHeight();
    if (steps != null && getWidth() > 0) {
      double needed = room.needed(steps, getWidth(), letters);
      double least = Math.max(LEAST * letters, Math.min(needed, SHARE * height));
      Sizes.height(this, least, USE_COMPUTED_SIZE);
    }
  }

  /** Shows the words of the current step. */
  void show(Shown now) {
    Timeline steps = now.timeline();
    int step = now.step();
    Showing showing = now.showing();
    String named = showing == null ? "" : showing.title();
    if (!named.equals(title) || letters != now.look().shownLetters()) {
      title = named;
      letters = now.look().shownLetters();
      timeline = null;
      room.clear();
    }
    if (!steps.equals(timeline)) {
      timeline = steps;
      keepRoom();
    }
    // A step of telling is the telling itself, at full size.
    boolean telling = step > 0 && steps.kindOf(step) == StepKind.NARRATION;
    sentence.setText(step == 0 ? ready(now) : now.sentence());
    sentence.setVisible(!telling);
    sentence.setManaged(!telling);
    String style = telling ? "telling" : "prose";
    if (!told.getStyleClass().equals(List.of(style))) {
      told.getStyleClass().setAll(style);
    }
    if (!markdown.equals(now.narration())) {
      markdown = now.narration();
      List<Text> runs = prose.runs(markdown);
      told.getChildren().setAll(runs);
      told.setAccessibleText(prose.plain(markdown));
    }
  }

  private String ready(Shown now) {
    Showing showing = now.showing();
    return showing == null || now.live() || now.timeline().steps() == 0
        ? ""
        : texts.get("narration.ready", showing.title(), now.timeline().steps());
  }
}
