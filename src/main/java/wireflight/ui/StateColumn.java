package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import wireflight.connection.EndState;

/**
 * The states of one end, top to bottom in the order in which it comes to them: those it has been
 * through outlined, the one it is in solid, those that the recording still brings as ghosts.
 */
final class StateColumn extends VBox {
  private final Texts texts;
  private final List<Label> badges = new ArrayList<>();
  private final Label heading = new Label();

  StateColumn(Texts texts) {
    this.texts = texts;
    getStyleClass().add("state-column");
    setAlignment(Pos.TOP_CENTER);
    heading.getStyleClass().add("state-heading");
    getChildren().add(heading);
  }

  /**
   * Shows the path.
   *
   * @param all the states in order
   * @param now tells the playhead, and whether the states ahead of it may be shown
   */
  void show(String title, List<ConnectionHistory.StateEntered> all, Shown now) {
    int row = now.row();
    List<ConnectionHistory.StateEntered> states =
        now.prediction().on() ? all.stream().filter(state -> state.row() <= row).toList() : all;
    heading.setText(title);
    while (badges.size() < states.size()) {
      Label badge = new Label();
      badge.setMaxWidth(Double.MAX_VALUE);
      badges.add(badge);
    }
    int current = -1;
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).row() <= row) {
        current = i;
      }
    }
    for (int i = 0; i < states.size(); i++) {
      dress(badges.get(i), states.get(i).state(), i < current, i == current);
    }
    if (getChildren().size() != states.size() + 1) {
      getChildren().setAll(heading);
      getChildren().addAll(badges.subList(0, states.size()));
    }
  }

  private void dress(Label badge, EndState state, boolean past, boolean now) {
    badge.setText(state.rfcName());
    String kind = past ? "past" : now ? "now" : "later";
    badge.setAccessibleText(texts.get("state." + kind, state.rfcName()));
    List<String> wanted = List.of("label", "state-badge", StateColors.styleClass(state), kind);
    if (!badge.getStyleClass().equals(wanted)) {
      badge.getStyleClass().setAll(wanted);
    }
  }
}
