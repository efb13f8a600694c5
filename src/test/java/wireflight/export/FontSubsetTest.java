package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.drawing.Face;
import wireflight.drawing.FontFile;

class FontSubsetTest {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private static final String TEXT = "SYN, ACK Seq=0 · 10.0.0.1 → é ǻ Ш";

  private static SortedSet<Integer> characters() {
    return TEXT.codePoints().boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource
  void theCharactersKeepTheirWidthsAndShapes(Face face) {
    FontFile whole = Samples.FONTS.file(face);
    byte[] bytes = new FontSubset(whole, characters(), face.isKerned()).bytes();
    FontFile part = new FontFile(bytes);
    for (int character : characters()) {
      int old = whole.glyph(character);
      int now = part.glyph(character);
      assertThat(now).as("glyph of U+%04X", character).isPositive();
      assertThat(part.advance(now)).isEqualTo(whole.advance(old));
      assertThat(part.outline(now)).isEqualTo(whole.outline(old));
    }
    assertThat(part.glyph('z')).isZero();
    assertThat(part.glyphCount()).isLessThan(50);
    assertThat(bytes).hasSizeLessThan(16_000);
  }

  @ParameterizedTest
  @EnumSource
  void thePlatformAcceptsTheFile(Face face) throws Exception {
    try (var whole = face.open()) {
      Font.createFont(Font.TRUETYPE_FONT, whole);
    } catch (IOException e) {
      abort("the JDK reads no fonts on this machine, which has no fontconfig: " + e);
    }
    byte[] bytes = new FontSubset(Samples.FONTS.file(face), characters(), face.isKerned()).bytes();
    Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
    assertThat(font.canDisplayUpTo(TEXT)).isEqualTo(-1);
    assertThat(font.canDisplay('z')).isFalse();
    assertThat(font.getNumGlyphs()).isLessThan(50);
    assertThat(width("AYACC. 0.0", font))
        .isCloseTo(Samples.FONTS.advance(face, 1000, "AYACC. 0.0"), within(0.5));
  }

  /** Kerned, where the font says so. */
  private static double width(String text, Font font) {
    char[] units = text.toCharArray();
    return font.deriveFont(1000f)
        .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON))
        .layoutGlyphVector(EXACT, units, 0, units.length, Font.LAYOUT_LEFT_TO_RIGHT)
        .getLogicalBounds()
        .getWidth();
  }
}
