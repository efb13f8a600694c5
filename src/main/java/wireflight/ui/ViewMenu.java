package wireflight.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import wireflight.diagram.View;

/** The views in a menu, for where there is no room for a button for each. */
final class ViewMenu extends MenuButton {
  private final Map<View, RadioMenuItem> items = new EnumMap<>(View.class);

  /**
   * The menu.
   *
   * @param release gives the focus back to the diagram once a view is chosen
   */
  ViewMenu(Session session, Texts texts, Runnable release) {
    setId("view-menu");
    setMinWidth(USE_PREF_SIZE);
    for (View view : View.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.get("view." + view.word()));
      item.setOnAction(
          _ -> {
            item.setSelected(true);
            session.onShow().view(view);
            release.run();
          });
      items.put(view, item);
      getItems().add(item);
    }
  }

  /** Shows which view is chosen. */
  void show(View chosen) {
    items.forEach(
        (view, item) -> {
          item.setSelected(view == chosen);
          if (view == chosen) {
            setText(item.getText());
          }
        });
  }
}
