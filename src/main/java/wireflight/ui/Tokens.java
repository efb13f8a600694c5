package wireflight.ui;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import wireflight.drawing.Color;
import wireflight.drawing.Palette;

/**
 * The palette of the diagrams as looked-up colours of a style sheet, so that controls and diagrams
 * have one set of colours.
 *
 * <p>{@code accentSoft} becomes {@code -wf-accent-soft}, and so on for every component.
 */
final class Tokens {
  private Tokens() {}

  /** The style sheet, as an address that a scene takes. */
  static String stylesheet(Palette palette) {
    return address(css(palette));
  }

  /** Some style sheet, as an address that a scene takes. */
  static String address(String sheet) {
    byte[] css = sheet.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(css);
  }

  static String css(Palette palette) {
    StringBuilder css = new StringBuilder(".root {\n");
    for (RecordComponent component : Palette.class.getRecordComponents()) {
      if (component.getType() == Color.class) {
        css.append("  ").append(name(component.getName())).append(": ");
        css.append(hex(color(palette, component))).append(";\n");
      }
    }
    return css.append("}\n").toString();
  }

  /** {@code accentSoft} as {@code -wf-accent-soft}. */
  static String name(String component) {
    return "-wf-" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Color color(Palette palette, RecordComponent component) {
    try {
      return (Color) component.getAccessor().invoke(palette);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the palette's accessors are public", impossible);
    }
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x%02x", color.argb() & 0xffffff, color.alpha());
  }
}
