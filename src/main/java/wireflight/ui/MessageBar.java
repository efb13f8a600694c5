package wireflight.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
  /** A command with what it is to do; a word alone is a name. */
  private static final Pattern COMMAND = Pattern.compile("`([^`]+ [^`]+)`");

  private final Texts texts;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label sentence = new Label();
  private final Label details = new Label();
  private final HBox notice;
  private final Button copy = new Button();
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
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    copy.setId("copy-command");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.getStyleClass().add("small");
    copy.setOnAction(_ -> copy());
    notice = new HBox(icon, words, copy, close);
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
      copy.setText(texts.get("message.copy"));
      copy.setVisible(!command(now).isEmpty());
      copy.setManaged(copy.isVisible());
      icon.setIconCode(icon(now.kind()));
      icon.setAccessibleText(texts.get("message." + styleClass(now.kind())));
    }
    shown = now;
  }

  /** The command that a message advises first, as it stands between backquotes; empty for none. */
  private static String command(Notice notice) {
    Matcher quoted = COMMAND.matcher(notice.sentence());
    return quoted.find() ? quoted.group(1) : "";
  }

  private void copy() {
    if (shown != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(command(shown));
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText(texts.get("message.copied"));
    }
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
