package wireflight.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line under the top bar: what happened, until it is closed or something else happens; and work
 * that takes a while, with how far it is and a way to stop it.
 */
final class MessageBar extends VBox {
  private final Texts texts;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label sentence = new Label();
  private final Label details = new Label();
  private final HBox notice;
  private final Label task = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final HBox work;
  private @Nullable Notice shown;

  MessageBar(Tasks tasks, Texts texts) {
    this.texts = texts;
    sentence.setId("message");
    sentence.setWrapText(true);
    details.setId("message-details");
    details.setWrapText(true);
    details.getStyleClass().add("details");
    Button close = new Button();
    close.setGraphic(new FontIcon(Feather.X));
    close.setId("close-message");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(texts.get("message.close"));
    close.setOnAction(_ -> tasks.dismiss());
    VBox words = new VBox(sentence, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    notice = new HBox(icon, words, close);
    notice.setAlignment(Pos.CENTER_LEFT);
    Button cancel = new Button(texts.get("work.cancel"));
    cancel.setId("cancel");
    cancel.setOnAction(_ -> tasks.cancel());
    progress.setPrefWidth(240);
    work = new HBox(task, progress, cancel);
    work.setAlignment(Pos.CENTER_LEFT);
    work.getStyleClass().addAll("message", "work");
    getChildren().addAll(work, notice);
    show(null, null);
  }

  /** Shows the notice and the work there is. */
  void show(@Nullable Notice now, @Nullable Work working) {
    work.setVisible(working != null);
    work.setManaged(working != null);
    if (working != null) {
      task.setText(working.title());
      progress.setProgress(working.progress());
    }
    notice.setVisible(now != null);
    notice.setManaged(now != null);
    if (now != null && !now.equals(shown)) {
      sentence.setText(now.sentence());
      details.setText(String.join("\n", now.details()));
      details.setVisible(!now.details().isEmpty());
      details.setManaged(!now.details().isEmpty());
      notice.getStyleClass().setAll(List.of("message", styleClass(now.kind())));
      notice.setAccessibleText(now.sentence());
      icon.setIconCode(icon(now.kind()));
      icon.setAccessibleText(texts.get("message." + styleClass(now.kind())));
    }
    shown = now;
  }

  private static String styleClass(Notice.Kind kind) {
    return switch (kind) {
      case DONE -> "done";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }

  private static Feather icon(Notice.Kind kind) {
    return switch (kind) {
      case DONE -> Feather.CHECK_CIRCLE;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.ALERT_OCTAGON;
    };
  }
}
