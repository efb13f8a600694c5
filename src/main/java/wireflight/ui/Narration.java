package wireflight.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * What happens in this step and what the lesson tells, in letters that the last row can read.
 *
 * <p>Where a lesson tells anything it always has the room for its lines, so that the ladder above
 * does not jump.
 */
final class Narration extends VBox {
  private static final double PLAIN = 62;
  private static final double TOLD = 112;

  private final Texts texts;
  private final Prose prose = new Prose();
  private final Label sentence = new Label();
  private final TextFlow told = new TextFlow();
  private @Nullable Timeline timeline;
  private String markdown = "";
  private double letters = 1;

  Narration(Texts texts) {
    this.texts = texts;
    getStyleClass().add("narration");
    sentence.getStyleClass().add("sentence");
    sentence.setId("sentence");
    sentence.setWrapText(true);
    told.getStyleClass().add("prose");
    told.setId("prose");
    getChildren().addAll(sentence, told);
  }

  /** Shows the words of the current step. */
  void show(Shown now) {
    Timeline steps = now.timeline();
    int step = now.step();
    if (!steps.equals(timeline) || letters != now.look().shownLetters()) {
      timeline = steps;
      letters = now.look().shownLetters();
      boolean lesson = steps.steps() > 0 && !steps.narration(steps.steps()).isEmpty();
      setMinHeight((lesson ? TOLD : PLAIN) * letters);
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
