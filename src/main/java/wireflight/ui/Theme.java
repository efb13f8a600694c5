package wireflight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import wireflight.drawing.Palette;

/**
 * Light or dark, for controls and diagrams together.
 *
 * <p>Follows the system until a person chooses. For the JavaFX thread only.
 */
final class Theme {
  private static final String WINDOW = address("window.css");

  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private boolean chosen;

  Theme() {
    followSystem(Platform.getPreferences().getColorScheme());
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> followSystem(scheme));
  }

  /** The colours in force. */
  ReadOnlyObjectProperty<Palette> palette() {
    return palette.getReadOnlyProperty();
  }

  /** Changes to the other one and stays there, whatever the system does. */
  void toggle() {
    choose(!palette.get().dark());
  }

  /** Dark or light, whatever the system says. */
  void choose(boolean dark) {
    chosen = true;
    palette.set(dark ? Palette.DARK : Palette.LIGHT);
  }

  /** Dresses a scene, now and whenever the theme changes. */
  void dress(Scene scene) {
    palette.subscribe(
        now -> {
          Application.setUserAgentStylesheet(
              now.dark()
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          scene.getStylesheets().setAll(List.of(Tokens.stylesheet(now), WINDOW));
        });
  }

  private void followSystem(ColorScheme scheme) {
    if (!chosen) {
      palette.set(scheme == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT);
    }
  }

  private static String address(String resource) {
    URL url = Theme.class.getResource(resource);
    if (url == null) {
      throw new IllegalStateException(resource + " is missing from the program");
    }
    return url.toExternalForm();
  }
}
