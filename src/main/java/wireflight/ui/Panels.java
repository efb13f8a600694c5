package wireflight.ui;

import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/**
 * What stands at the right: a panel for every connection and the packet, or every step in words.
 */
final class Panels extends VBox {
  /** Panels at least so high show a packet's header unasked. */
  private static final double ROOMY = 820;

  private final ConnectionCards cards;
  private final HeaderCard header;
  private final StepList steps;
  private final ToggleButton connections;
  private final ToggleButton words;
  private final VBox drawn;

  Panels(Session session, Texts texts) {
    getStyleClass().add("panels");
    cards = new ConnectionCards(session.onShow(), texts);
    header = new HeaderCard(texts);
    steps = new StepList(session.playhead(), texts);
    connections = toggle(texts, "panels.connections");
    words = toggle(texts, "panels.steps");
    SegmentedButton which = new SegmentedButton(connections, words);
    which.getStyleClass().add("panel-switch");
    which.setMinWidth(USE_PREF_SIZE);
    connections.setSelected(true);
    // One of the two is always chosen.
    which
        .getToggleGroup()
        .selectedToggleProperty()
        .addListener(
            (_, before, chosen) -> {
              if (chosen == null) {
                before.setSelected(true);
              } else {
                arrange();
                // A list that has no height yet cannot be scrolled to its step.
                applyCss();
                layout();
                steps.show(session.shown());
              }
            });
    drawn = new VBox(cards, header);
    VBox.setVgrow(cards, Priority.ALWAYS);
    VBox.setVgrow(drawn, Priority.ALWAYS);
    VBox.setVgrow(steps, Priority.ALWAYS);
    VBox.setMargin(which, new Insets(12, 12, 0, 12));
    VBox.setMargin(header, new Insets(6, 12, 12, 12));
    heightProperty().subscribe(height -> header.roomy(height.doubleValue() >= ROOMY));
    getChildren().addAll(which, drawn, steps);
    arrange();
  }

  /** Shows everything of the right side. */
  void show(Shown now) {
    cards.show(now);
    header.show(now);
    steps.show(now);
  }

  /** Shows the steps in words, or the panels again. */
  void toggle() {
    (words.isSelected() ? connections : words).setSelected(true);
  }

  private void arrange() {
    boolean inWords = words.isSelected();
    drawn.setVisible(!inWords);
    drawn.setManaged(!inWords);
    steps.setVisible(inWords);
    steps.setManaged(inWords);
  }

  private static ToggleButton toggle(Texts texts, String key) {
    ToggleButton button = new ToggleButton(texts.get(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setId(key.replace('.', '-'));
    Tips.on(button, texts.get(key + ".tip"));
    return button;
  }
}
