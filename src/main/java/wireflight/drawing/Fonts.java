package wireflight.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bundled fonts and how wide text is in them.
 *
 * <p>Where a face lacks a character the other family is asked, then what viewers commonly draw from
 * fonts of the machine is assumed: nothing for marks, an em for wide characters, six tenths for the
 * rest. Safe for use by several threads; loading takes some tens of milliseconds, each face when it
 * is first asked for, so one is made and passed on.
 */
public final class Fonts {
  private static final double WIDE = 1;
  private static final double NARROW = 0.6;

  private final Map<Face, FontFile> files = new ConcurrentHashMap<>();

  private Fonts() {}

  /** The fonts that ship with the program. */
  public static Fonts bundled() {
    return new Fonts();
  }

  /**
   * The font file of a face.
   *
   * @throws UncheckedIOException if the installation lacks it
   */
  public FontFile file(Face face) {
    FontFile file = files.get(face);
    return file != null ? file : files.computeIfAbsent(face, Fonts::load);
  }

  private static FontFile load(Face face) {
    try (InputStream in = face.open()) {
      return new FontFile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The width of one line of text as it stands, in the unit of {@code size}. */
  public double advance(Face face, double size, String text) {
    FontFile file = file(face);
    double ems = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      double width = file.basicAdvance(unit);
      if (width < 0) {
        int codePoint = text.codePointAt(at);
        width = advance(face, codePoint);
        at += Character.charCount(codePoint) - 1;
      }
      ems += width;
    }
    return (ems + kerning(face, text)) * size;
  }

  private double kerning(Face face, String text) {
    if (!face.isKerned()) {
      return 0;
    }
    int[] characters = text.codePoints().toArray();
    double ems = 0;
    for (int at = 1; at < characters.length; at++) {
      ems += kerning(face, characters[at - 1], characters[at]);
    }
    return ems;
  }

  /** How much farther apart than each for itself two characters stand, in ems; often negative. */
  public double kerning(Face face, int left, int right) {
    if (!face.isKerned()) {
      return 0;
    }
    FontFile file = file(face);
    int first = file.glyph(left);
    int second = file.glyph(right);
    return first == 0 || second == 0 ? 0 : file.kerning(first, second);
  }

  /** The width of one character in ems. */
  public double advance(Face face, int codePoint) {
    Face found = faceWith(face, codePoint);
    if (found != null) {
      FontFile file = file(found);
      return file.advance(file.glyph(codePoint));
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? WIDE : NARROW;
    };
  }

  /**
   * Which bundled face draws a character: the wanted one, else one of another family, else none.
   */
  public @Nullable Face faceWith(Face wanted, int codePoint) {
    if (file(wanted).glyph(codePoint) != 0) {
      return wanted;
    }
    for (Face other : others(wanted)) {
      if (file(other).glyph(codePoint) != 0) {
        return other;
      }
    }
    return null;
  }

  private static List<Face> others(Face face) {
    return switch (face) {
      case REGULAR, SEMIBOLD, BOLD -> List.of(Face.MONO);
      case MONO -> List.of(Face.REGULAR);
      case ARIAL -> List.of(Face.REGULAR, Face.MONO);
      case ARIAL_BOLD -> List.of(Face.BOLD, Face.MONO);
      case COURIER -> List.of(Face.MONO, Face.REGULAR);
    };
  }

  /** The height of a capital: half of it below a middle is the baseline of text centred there. */
  public double capHeight(Face face, double size) {
    return file(face).capHeight() * size;
  }

  /** Characters as wide as they are high: ideographs, Hangul, kana, full-width forms and emoji. */
  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || Character.isEmojiPresentation(codePoint)
        || (codePoint >= 0x1100 && codePoint <= 0x115f)
        || (codePoint >= 0x2e80 && codePoint <= 0x303e)
        || (codePoint >= 0x3041 && codePoint <= 0xa4cf)
        || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
        || (codePoint >= 0xf900 && codePoint <= 0xfaff)
        || (codePoint >= 0xff01 && codePoint <= 0xff60);
  }
}
