package wireflight.ui;

import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands on the screen, and how large it is: kept from one day to the next. */
final class WindowPlace {
  private static final double FARTHEST = 100_000;

  private final Settings settings;

  WindowPlace(Settings settings) {
    this.settings = settings;
  }

  /** Puts the window where it was, if that is still on a screen. */
  void restore(Stage stage) {
    double width = settings.number("window.width", 0, stage.getMinWidth(), FARTHEST);
    double height = settings.number("window.height", 0, stage.getMinHeight(), FARTHEST);
    double x = settings.number("window.x", Double.NaN, -FARTHEST, FARTHEST);
    double y = settings.number("window.y", Double.NaN, -FARTHEST, FARTHEST);
    boolean known = width > 0 && height > 0 && !Double.isNaN(x) && !Double.isNaN(y);
    if (known && !Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setMaximized(settings.get("window.maximized", "").equals("true"));
    }
  }

  /** Remembers where the window is. */
  void remember(Stage stage) {
    settings.put("window.maximized", stage.isMaximized());
    boolean own = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
    if (own && !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getWidth())) {
      settings.put("window.x", stage.getX());
      settings.put("window.y", stage.getY());
      settings.put("window.width", stage.getWidth());
      settings.put("window.height", stage.getHeight());
    }
  }
}
