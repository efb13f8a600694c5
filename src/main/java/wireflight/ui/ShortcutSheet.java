package wireflight.ui;

import java.util.StringJoiner;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A card with every key of the window and what it does. */
final class ShortcutSheet extends StackPane {
  private static final int COLUMNS = 2;
  private static final double BETWEEN = 28;

  /** So much is left free around it. */
  private static final double AROUND = 24;

  private final Region fitted;

  ShortcutSheet(Texts texts) {
    setId("shortcuts");
    Label title = new Label(texts.get("keys.title"));
    title.getStyleClass().add("sheet-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sheet-grid");
    StringJoiner said = new StringJoiner(". ");
    String[] lines = texts.get("keys.all").split("\n", -1);
    int half = (lines.length + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < lines.length; i++) {
      String[] parts = lines[i].split("\\|", 2);
      HBox keys = new HBox();
      keys.getStyleClass().add("sheet-keys");
      keys.setAlignment(Pos.CENTER_RIGHT);
      for (String key : parts[0].strip().split("\\s+", -1)) {
        Label cap = new Label(key);
        cap.getStyleClass().add(key.equals("…") ? "muted" : "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        keys.getChildren().add(cap);
      }
      Label does = new Label(parts[1].strip());
      does.getStyleClass().add("sheet-does");
      does.setWrapText(true);
      said.add(parts[0].strip() + ": " + parts[1].strip());
      GridPane.setMargin(keys, new Insets(0, 0, 0, i < half ? 0 : BETWEEN));
      grid.add(keys, 2 * (i / half), i % half);
      grid.add(does, 2 * (i / half) + 1, i % half);
    }
    VBox card = new VBox(title, grid);
    card.getStyleClass().add("keys-card");
    card.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    fitted = card;
    setMinSize(0, 0);
    getChildren().add(card);
    setAccessibleText(said.toString());
  }

  /** Smaller where it would not fit otherwise, so that no key is cut off. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = getWidth() / (fitted.prefWidth(-1) + AROUND);
    double scale = Math.min(1, Math.min(width, getHeight() / (fitted.prefHeight(-1) + AROUND)));
    fitted.setScaleX(scale);
    fitted.setScaleY(scale);
  }
}
