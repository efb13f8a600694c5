package wireflight.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in the middle while there is no diagram: what to do, or what is awaited. */
final class EmptyState extends VBox {
  private final Texts texts;
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label hint = new Label();

  EmptyState(Texts texts) {
    this.texts = texts;
    getStyleClass().add("empty-state");
    title.getStyleClass().add("empty-title");
    text.getStyleClass().add("empty-text");
    text.setId("empty-text");
    hint.getStyleClass().add("empty-hint");
    for (Label label : new Label[] {title, text, hint}) {
      label.setWrapText(true);
    }
    getChildren().addAll(title, text, hint);
    setMouseTransparent(true);
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
    if (awaited) {
      text.setText(texts.get(awaited(now)));
    } else {
      text.setText(texts.get(bare ? "diagram.nothing" : "diagram.empty.text"));
    }
    hint.setText(awaited ? "" : texts.get("diagram.empty.drop"));
  }

  private static String awaited(Shown now) {
    if (!now.live()) {
      return "diagram.starting";
    }
    return now.hand() == null ? "diagram.waiting" : "diagram.hand";
  }
}
