package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;

/** What is exported has the same bytes wherever it is made: numbers in files are no one's words. */
@Isolated("the default locale is the whole JVM's")
class LocaleTest {
  private static final Drawing LADDER = Samples.ladder(Palette.DARK);

  @Test
  void slidesAreTheSameInEveryLocale() throws IOException {
    assertSameElsewhere(() -> PptxExporterTest.pptx(PptxExporterTest.withAll()));
  }

  @Test
  void anSvgIsTheSameInEveryLocale() throws IOException {
    assertSameElsewhere(() -> SvgExporterTest.svg(LADDER, TextMode.REFERRED));
  }

  @Test
  void aPdfIsTheSameInEveryLocale() throws IOException {
    assertSameElsewhere(() -> PdfExporterTest.pdf(LADDER, Samples.hostile()));
  }

  /** Something that is exported. */
  private interface Exported {
    byte[] bytes() throws IOException;
  }

  /** In a locale whose digits are others. */
  private static void assertSameElsewhere(Exported exported) throws IOException {
    byte[] usual = exported.bytes();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(exported.bytes()).isEqualTo(usual);
    } finally {
      Locale.setDefault(before);
    }
  }
}
