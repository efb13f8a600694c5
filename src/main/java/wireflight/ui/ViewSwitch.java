package wireflight.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import wireflight.diagram.View;

/** A button for every view of the recording, of which one is always chosen. */
final class ViewSwitch extends SegmentedButton {
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);

  /**
   * The buttons.
   *
   * @param release gives the focus back to the diagram once a view is chosen
   */
  ViewSwitch(Session session, Texts texts, Runnable release) {
    setToggleGroup(null);
    getStyleClass().add("views");
    for (View view : View.values()) {
      String name = texts.get("view." + view.word());
      ToggleButton button = new ToggleButton(name);
      button.setId("view-" + view.word());
      button.setMinWidth(USE_PREF_SIZE);
      Tips.on(button, texts.get("view.tip", name, view.number()));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            session.onShow().view(view);
            release.run();
          });
      buttons.put(view, button);
      getButtons().add(button);
    }
  }

  /** Shows which view is chosen. */
  void show(View chosen) {
    buttons.forEach((view, button) -> button.setSelected(view == chosen));
  }
}
