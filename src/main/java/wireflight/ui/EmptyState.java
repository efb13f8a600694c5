package wireflight.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.lab.Lesson;

/** What stands in the middle while there is no diagram: ways to begin, or what is awaited. */
final class EmptyState extends VBox {
  private final Texts texts;
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label hint = new Label();
  private final Button run = new Button();
  private final VBox ways;

  /**
   * For a session.
   *
   * @param release takes the focus once a way was chosen
   */
  EmptyState(Session session, Texts texts, Runnable release) {
    this.texts = texts;
    Runs runs = session.runs();
    way(run, "begin-run", Feather.PLAY, runs::run, release);
    run.getStyleClass().add("accent");
    Button open = new Button(texts.get("open"));
    way(open, "begin-open", Feather.FOLDER, session.files()::open, release);
    Button hand = new Button(texts.get("hand.begin"));
    way(hand, "begin-by-hand", Feather.TERMINAL, session.hands()::begin, release);
    ways = new VBox(run, open, hand);
    ways.getStyleClass().add("empty-ways");
    ways.setMaxWidth(USE_PREF_SIZE);
    getStyleClass().add("empty-state");
    title.getStyleClass().add("empty-title");
    text.getStyleClass().add("empty-text");
    text.setId("empty-text");
    hint.getStyleClass().add("empty-hint");
    for (Label label : new Label[] {title, text, hint}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
    }
    getChildren().addAll(title, text, ways, hint);
    setPickOnBounds(false);
  }

  private static void way(
      Button button, String id, Feather icon, Runnable action, Runnable release) {
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        _ -> {
          action.run();
          release.run();
        });
  }

  /** Appears while there is nothing to draw. */
  void show(Shown now) {
    Showing showing = now.showing();
    boolean drawn = showing != null && now.timeline().steps() > 0;
    setVisible(!drawn);
    if (drawn) {
      return;
    }
    boolean awaited = now.starting() || now.live() || now.work() != null;
    boolean bare = showing != null && !awaited;
    title.setText(awaited || bare ? "" : texts.get("diagram.empty.title"));
    Work work = now.work();
    if (work != null && !now.starting() && !now.live()) {
      text.setText(work.title());
    } else if (awaited) {
      text.setText(texts.get(awaited(now)));
    } else {
      text.setText(texts.get(bare ? "diagram.nothing" : "diagram.empty.text"));
    }
    hint.setText(awaited ? "" : texts.get("diagram.empty.drop"));
    Lesson lesson = now.lesson();
    run.setText(lesson == null ? "" : texts.get("diagram.empty.run", lesson.title()));
    show(run, lesson != null);
    show(ways, !awaited && !bare);
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static String awaited(Shown now) {
    if (!now.live()) {
      return "diagram.starting";
    }
    return now.hand() == null ? "diagram.waiting" : "diagram.hand";
  }
}
