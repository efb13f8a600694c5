package wireflight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import wireflight.drawing.Face;

/**
 * The bundled faces as JavaFX fonts, each size made once.
 *
 * <p>Loading also makes them known to style sheets by their family names. For the JavaFX thread
 * only.
 */
final class ScreenFonts {
  private final Map<Face, String> names = new EnumMap<>(Face.class);
  private final Map<Face, Map<Double, Font>> made = new EnumMap<>(Face.class);

  /** Loads the faces of diagrams; those of slides wait until they are wanted. */
  ScreenFonts() {
    for (Face face : Face.values()) {
      if (face != face.onSlides()) {
        names.put(face, load(face));
      }
    }
  }

  private static String load(Face face) {
    try (InputStream file = face.open()) {
      Font font = Font.loadFont(file, 12);
      if (font == null) {
        throw new IOException("JavaFX cannot read the font of " + face);
      }
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A face at a size in pixels. */
  Font font(Face face, double size) {
    Map<Double, Font> sizes = made.computeIfAbsent(face, _ -> new HashMap<>());
    Font font = sizes.get(size);
    if (font == null) {
      font = new Font(names.computeIfAbsent(face, ScreenFonts::load), size);
      sizes.put(size, font);
    }
    return font;
  }
}
