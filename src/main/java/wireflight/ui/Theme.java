package wireflight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import wireflight.drawing.Palette;

/**
 * Light or dark or, for projectors, of high contrast, for controls and diagrams together; and how
 * large the letters of the controls are.
 *
 * <p>Follows the system until a person chooses. For the JavaFX thread only.
 */
final class Theme {
  private final String sheet = sheet();
  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private Optional<Boolean> chosen = Optional.empty();
  private boolean projected;
  private double letters = 1;
  private Optional<Scene> dressed = Optional.empty();

  Theme() {
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> decide());
    decide();
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
    choose(Optional.of(dark));
  }

  /** Dark or light, or as the system is and will be. */
  void choose(Optional<Boolean> dark) {
    chosen = dark;
    decide();
  }

  /** Whether a person has chosen dark, or light; empty while the system decides. */
  Optional<Boolean> chosen() {
    return chosen;
  }

  /** Colours and letters as the people before the window need them. */
  void suit(Look look) {
    boolean other = letters != look.shownLetters();
    letters = look.shownLetters();
    projected = look.projector();
    decide();
    if (other) {
      dressed.ifPresent(this::put);
    }
  }

  /** Dresses a scene, now and whenever the theme changes. */
  void dress(Scene scene) {
    dressed = Optional.of(scene);
    palette.subscribe(_ -> put(scene));
  }

  private void put(Scene scene) {
    Palette now = palette.get();
    Application.setUserAgentStylesheet(
        now.dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(List.of(Tokens.stylesheet(now), Tokens.address(Letters.scaled(sheet, letters))));
  }

  private void decide() {
    boolean dark = chosen.orElse(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    palette.set(projected ? Palette.HIGH_CONTRAST : dark ? Palette.DARK : Palette.LIGHT);
  }

  private static String sheet() {
    try (InputStream in = Theme.class.getResourceAsStream("window.css")) {
      if (in == null) {
        throw new IllegalStateException("window.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
