package wireflight.export;

import java.text.Normalizer;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;

/**
 * The fonts that slides are set in, which every machine has: Arial and Courier New, or Liberation
 * Sans and Mono, which have the same widths.
 *
 * <p>Slide programs do not embed fonts, and another font in the place of a missing one shifts the
 * layout. A text therefore gets the size at which it is as wide in these fonts as in the drawing's;
 * Arial is wider than the drawing's face and has larger letters, so it looks about as large.
 */
final class SlideFonts {
  /** Widths of the characters from space to tilde, in thousandths of an em. */
  private static final int[] REGULAR = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int[] BOLD = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584
  };

  private static final double FIXED = 0.6;

  /**
   * From the middle of a line to its baseline, in ems. Slide programs make lines of every font
   * alike, 1.2 ems high; found in LibreOffice, whose baseline is 0.996 ems below their top.
   */
  static final double BELOW_MIDDLE = 0.396;

  /** Points a CSS pixel. */
  private static final double POINTS = 0.75;

  /** Of a point, in hundredths. */
  private static final long FIFTH = 20;

  /** What other fonts than the bundled ones may make of a text that only they can draw. */
  private static final double LEAST = 0.75;

  private static final double MOST = 1.1;

  private final Fonts fonts;

  SlideFonts(Fonts fonts) {
    this.fonts = fonts;
  }

  static String name(Face face) {
    return face == Face.MONO ? "Courier New" : "Arial";
  }

  static boolean bold(Face face) {
    return face == Face.SEMIBOLD || face == Face.BOLD;
  }

  /**
   * The size of type in hundredths of a point, for a size in CSS pixels. In fifths of a point, to
   * which LibreOffice rounds: so text is as wide everywhere.
   */
  static long hundredths(double size) {
    return Math.clamp(FIFTH * Math.round(POINTS * 100 * size / FIFTH), 100, 400_000);
  }

  /** How many times larger a text must be set here to be so wide. */
  double scale(Face face, double size, String text, double advance) {
    double width = width(face, text) * size;
    return width > 0 && advance > 0 ? Math.clamp(advance / width, LEAST, MOST) : 1;
  }

  /** The width of a text in ems. */
  double width(Face face, String text) {
    return text.codePoints().mapToDouble(character -> width(face, character)).sum();
  }

  private double width(Face face, int character) {
    if (face == Face.MONO) {
      return fonts.faceWith(face, character) == null ? fonts.advance(face, character) : FIXED;
    }
    int[] widths = bold(face) ? BOLD : REGULAR;
    // An accented letter is as wide as the letter.
    int base =
        character < 0x7f
            ? character
            : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePointAt(0);
    if (base >= ' ' && base - ' ' < widths.length) {
      return widths[base - ' '] / 1000.0;
    }
    return switch (character) {
      case '·' -> bold(face) ? 0.333 : 0.278;
      case '…', '→', '←', '—' -> 1;
      case '–' -> 0.556;
      case '“', '”' -> bold(face) ? 0.5 : 0.333;
      case '‘', '’' -> bold(face) ? 0.278 : 0.222;
      case '×', '±', '÷' -> 0.584;
      default -> fonts.advance(face, character);
    };
  }
}
