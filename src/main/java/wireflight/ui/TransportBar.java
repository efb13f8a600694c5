package wireflight.ui;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.drawing.Fonts;

/** The bar at the bottom: stepping, playing, speed, the scrubber, and what happens in words. */
final class TransportBar extends VBox {
  private final Texts texts;
  private final Button start;
  private final Button back;
  private final Button play;
  private final Button forward;
  private final Button end;
  private final FontIcon playIcon = new FontIcon(Feather.PLAY);
  private final ComboBox<Double> speed = new ComboBox<>();
  private final ComboBox<Stride> stride = new ComboBox<>();
  private final Label steps = new Label();

  /** As wide as the step can get, so that nothing moves when it gets there. */
  private final Label widest = new Label();

  private final Scrubber scrubber;
  private final Narration narration;
  private final QuestionStrip question;

  TransportBar(Playhead playhead, Predictor predictor, Texts texts, Fonts fonts) {
    this.texts = texts;
    getStyleClass().add("transport");
    start = button("transport.start", new FontIcon(Feather.SKIP_BACK), playhead::toStart);
    back = button("transport.back", new FontIcon(Feather.CHEVRON_LEFT), playhead::back);
    play = button("transport.play", playIcon, playhead::playOrPause);
    forward = button("transport.forward", new FontIcon(Feather.CHEVRON_RIGHT), playhead::forward);
    end = button("transport.end", new FontIcon(Feather.SKIP_FORWARD), playhead::toEnd);
    play.getStyleClass().add("play");
    speed(playhead);
    stride(playhead);
    steps.getStyleClass().add("steps");
    steps.setId("steps");
    widest.getStyleClass().add("steps");
    widest.setVisible(false);
    StackPane at = new StackPane(widest, steps);
    at.setAlignment(Pos.CENTER_LEFT);
    at.setMinWidth(USE_PREF_SIZE);
    scrubber = new Scrubber(playhead, texts);
    scrubber.setId("scrubber");
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    HBox controls = new HBox(start, back, play, forward, end, stride, speed, at, scrubber);
    controls.getStyleClass().add("controls");
    controls.setAlignment(Pos.CENTER_LEFT);
    narration = new Narration(texts, fonts);
    question = new QuestionStrip(predictor, texts);
    getChildren().addAll(controls, question, narration);
  }

  /** Shows where the playhead is and what happens there. */
  void show(Shown now) {
    int all = now.timeline().steps();
    boolean none = all == 0;
    start.setDisable(now.step() == 0);
    back.setDisable(now.step() == 0);
    play.setDisable(none);
    forward.setDisable(now.step() >= all);
    end.setDisable(now.step() >= all);
    Feather icon = now.playing() ? Feather.PAUSE : Feather.PLAY;
    if (playIcon.getIconCode() != icon) {
      playIcon.setIconCode(icon);
      play.setAccessibleText(texts.get(now.playing() ? "transport.pause" : "transport.play"));
    }
    speed.setValue(now.speed());
    stride.setValue(now.stride());
    steps.setText(none ? "" : texts.get("transport.step", now.step(), all));
    widest.setText(none ? "" : texts.get("transport.step", all, all));
    scrubber.show(now);
    narration.show(now);
    narration.setVisible(now.prediction().question() == null);
    narration.setManaged(now.prediction().question() == null);
    question.show(now.prediction());
  }

  /** Shows how far the playhead now is in its step. */
  void move(Shown now) {
    scrubber.show(now);
  }

  private void speed(Playhead playhead) {
    speed.setMinWidth(USE_PREF_SIZE);
    speed.setId("speed");
    speed.getItems().setAll(Playhead.SPEEDS);
    speed.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double factor) {
            return factor == null ? "" : texts.get("transport.speed", factor);
          }

          @Override
          public Double fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    speed.setOnAction(
        _ -> {
          if (speed.getValue() != null) {
            playhead.speed(speed.getValue());
          }
        });
    speed.setAccessibleText(texts.get("transport.speed.name"));
    Tips.on(speed, texts.get("transport.speed.name"));
  }

  private void stride(Playhead playhead) {
    stride.setMinWidth(USE_PREF_SIZE);
    stride.setId("stride");
    stride.getItems().setAll(Stride.values());
    stride.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Stride by) {
            String word = by == null ? "" : by.name().toLowerCase(Locale.ROOT);
            return by == null ? "" : texts.get("transport.stride." + word);
          }

          @Override
          public Stride fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    stride.setOnAction(
        _ -> {
          if (stride.getValue() != null) {
            playhead.stride(stride.getValue());
          }
        });
    stride.setAccessibleText(texts.get("transport.stride"));
    Tips.on(stride, texts.get("transport.stride.tip"));
  }

  private Button button(String key, FontIcon icon, Runnable action) {
    Button button = new Button();
    button.setGraphic(icon);
    button.getStyleClass().addAll("round");
    button.setAccessibleText(texts.get(key));
    Tips.on(button, texts.get(key + ".tip"));
    button.setOnAction(_ -> action.run());
    button.setId(key.substring(key.indexOf('.') + 1));
    return button;
  }
}
