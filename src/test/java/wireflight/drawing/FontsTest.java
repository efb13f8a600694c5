package wireflight.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checked against the JDK's own reading of the same files. */
class FontsTest {
  private static final Fonts FONTS = Fonts.bundled();

  /** What the platform calls the glyph of a character it hides, a variation selector for one. */
  private static final int HIDDEN = 0xffff;

  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  @ParameterizedTest
  @EnumSource
  void everyCharacterIsAsWideAsThePlatformMeasuresIt(Face face) throws Exception {
    FontFile file = FONTS.file(face);
    Font peer = peer(face);
    int compared = 0;
    for (int codePoint = ' '; codePoint < 0x1f000; codePoint++) {
      String text = Character.toString(codePoint);
      var glyphs = peer.createGlyphVector(EXACT, text);
      if (!Visible.of(text).equals(text) || glyphs.getGlyphCode(0) == HIDDEN) {
        continue; // A text holds none of these but joiners and variation selectors.
      }
      assertThat(file.glyph(codePoint))
          .as("U+%04X in %s", codePoint, face)
          .isEqualTo(glyphs.getGlyphCode(0));
      if (file.glyph(codePoint) != 0) {
        assertThat(file.advance(file.glyph(codePoint)) * 1000)
            .as("U+%04X in %s", codePoint, face)
            .isCloseTo(glyphs.getGlyphMetrics(0).getAdvanceX(), within(0.01));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void everyGlyphHasTheShapeThatThePlatformDraws(Face face) throws Exception {
    FontFile file = FONTS.file(face);
    Font peer = peer(face);
    int[] all = IntStream.range(0, file.glyphCount()).toArray();
    var glyphs = peer.createGlyphVector(EXACT, all);
    for (int glyph : all) {
      Rectangle2D expected = glyphs.getGlyphOutline(glyph).getBounds2D();
      double pen = glyphs.getGlyphPosition(glyph).getX();
      Rectangle2D ours = bounds(file.outline(glyph));
      assertThat(new double[] {ours.getMinX(), ours.getMinY(), ours.getMaxX(), ours.getMaxY()})
          .as("glyph %d of %s", glyph, face)
          .containsExactly(
              new double[] {
                expected.getMinX() - (expected.isEmpty() ? 0 : pen),
                expected.getMinY(),
                expected.getMaxX() - (expected.isEmpty() ? 0 : pen),
                expected.getMaxY()
              },
              within(1.0));
    }
  }

  @Property
  void aTextIsAsWideAsItsCharacters(@ForAll @CharRange(from = ' ', to = '\u04ff') char[] units) {
    double sum = 0;
    for (char unit : units) {
      sum += FONTS.advance(Face.REGULAR, unit) * 13;
    }
    assertThat(FONTS.advance(Face.REGULAR, 13, new String(units))).isCloseTo(sum, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void pairsOfLettersStandAsCloseAsThePlatformSetsThemWhereSlidesDo(Face face) throws Exception {
    Font peer = peer(face).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    int closer = 0;
    for (char left = ' '; left < 0x7f; left++) {
      for (char right = ' '; right < 0x7f; right++) {
        char[] pair = {left, right};
        double apart = FONTS.advance(face, left) + FONTS.advance(face, right);
        double wide = FONTS.advance(face, 1, new String(pair));
        if (face.isKerned()) {
          var glyphs = peer.layoutGlyphVector(EXACT, pair, 0, 2, Font.LAYOUT_LEFT_TO_RIGHT);
          assertThat(wide * 1000)
              .as("%s in %s", new String(pair), face)
              .isCloseTo(glyphs.getLogicalBounds().getWidth(), within(0.01));
        }
        closer += wide < apart - 1e-6 ? 1 : 0;
      }
    }
    assertThat(closer > 50).as("%d pairs of %s", closer, face).isEqualTo(face.isKerned());
  }

  @Test
  void digitsAllHaveOneWidth() {
    for (Face face : Face.values()) {
      assertThat("0123456789".chars().mapToDouble(c -> FONTS.advance(face, c)).distinct())
          .hasSize(1);
    }
  }

  @Test
  void charactersWithoutAGlyphAreMeasuredAsViewersDrawThem() {
    assertThat(FONTS.advance(Face.REGULAR, 10, "中")).isEqualTo(10);
    assertThat(FONTS.advance(Face.MONO, 10, "😀")).isEqualTo(10);
    assertThat(FONTS.advance(Face.BOLD, 10, "ש")).isEqualTo(6);
    assertThat(FONTS.advance(Face.BOLD, 10, "\u05b0")).isZero();
    assertThat(FONTS.faceWith(Face.REGULAR, '\ufffd')).isEqualTo(Face.MONO);
    assertThat(FONTS.faceWith(Face.MONO, '✓')).isEqualTo(Face.REGULAR);
    assertThat(FONTS.faceWith(Face.MONO, 0x1f600)).isNull();
  }

  @Test
  void capitalsHaveTheHeightOfTheFont() {
    assertThat(FONTS.capHeight(Face.REGULAR, 10)).isCloseTo(6.6, within(1e-9));
  }

  @Test
  void aDamagedFontFileIsRefused() throws Exception {
    try (InputStream in = Face.MONO.open()) {
      byte[] file = in.readAllBytes();
      assertThatThrownBy(() -> new FontFile(Arrays.copyOf(file, 1000)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new FontFile(new byte[64]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Font peer(Face face) throws Exception {
    try (InputStream in = face.open()) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(1000f);
    } catch (IOException e) {
      return abort("the JDK reads no fonts on this machine, which has no fontconfig: " + e);
    }
  }

  private static Rectangle2D bounds(List<Item.Step> steps) {
    Path2D path = new Path2D.Double();
    for (Item.Step step : steps) {
      switch (step) {
        case Item.Step.Move(double x, double y) -> path.moveTo(x, y);
        case Item.Step.To(double x, double y) -> path.lineTo(x, y);
        case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            path.curveTo(x1, y1, x2, y2, x, y);
        case Item.Step.Close() -> path.closePath();
      }
    }
    path.transform(AffineTransform.getScaleInstance(1000, 1000));
    return path.getBounds2D();
  }
}
