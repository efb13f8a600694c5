package wireflight.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.Question;

/** A question about the packet that comes next, its answers as buttons, and then why. */
final class QuestionStrip extends VBox {
  private final Predictor predictor;
  private final Texts texts;
  private final Label text = new Label();
  private final FlowPane choices = new FlowPane();
  private final Label reason = new Label();
  private @Nullable Prediction shown;

  QuestionStrip(Predictor predictor, Texts texts) {
    this.predictor = predictor;
    this.texts = texts;
    setId("question");
    getStyleClass().add("question");
    text.getStyleClass().add("sentence");
    text.setId("question-text");
    choices.getStyleClass().add("choices");
    reason.getStyleClass().add("prose");
    reason.setId("question-reason");
    reason.setWrapText(true);
    getChildren().addAll(text, choices, reason);
  }

  /** Shows the question, if there is one. */
  void show(Prediction now) {
    Question question = now.question();
    setVisible(question != null);
    setManaged(question != null);
    if (question == null || now.equals(shown)) {
      shown = now;
      return;
    }
    shown = now;
    text.setText(question.text());
    choices.getChildren().setAll(buttons(question, now));
    reason.setText(
        now.open() ? verdict(question, now) : texts.get("predict.how", question.choices().size()));
  }

  private String verdict(Question question, Prediction now) {
    String key =
        now.chosen() == Prediction.SHOWN
            ? "predict.shown"
            : now.chosen() == question.right() ? "predict.right" : "predict.wrong";
    return texts.get(key, question.choices().get(question.right()), question.reason());
  }

  private List<Node> buttons(Question question, Prediction now) {
    return IntStream.range(0, question.choices().size())
        .mapToObj(place -> (Node) button(question, now, place))
        .toList();
  }

  private Button button(Question question, Prediction now, int place) {
    String answer = question.choices().get(place);
    boolean right = place == question.right();
    String number = String.valueOf(place + 1);
    String mark = !now.open() ? number : right ? "✓" : place == now.chosen() ? "✕" : number;
    Label key = new Label(mark);
    key.getStyleClass().add("key-cap");
    Button button = new Button(answer, key);
    button.setAccessibleText(texts.get("predict.choice", mark, answer));
    button.setId("choice-" + (place + 1));
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("choice");
    if (now.open()) {
      button.getStyleClass().add(right ? "right" : place == now.chosen() ? "wrong" : "other");
      button.setDisable(!right && place != now.chosen());
    }
    button.setOnAction(_ -> predictor.answer(place));
    return button;
  }
}
