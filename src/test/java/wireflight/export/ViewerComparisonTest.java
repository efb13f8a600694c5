package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;
import wireflight.trace.AtomicFile;

/** All formats show the same picture, as independent viewers see it. */
class ViewerComparisonTest {
  /** The part of the pixels that may differ noticeably. */
  private static final double FEW = 0.01;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Viewers viewers;

  @BeforeEach
  void findViewers() throws IOException {
    viewers = new Viewers(folder);
  }

  @Test
  void librsvgShowsOutlinedTextAsInThePng() throws Exception {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      Drawing drawing = Samples.ladder(palette);
      assertThat(Viewers.different(drawing, viewers.svg(drawing, TextMode.OUTLINED)))
          .isLessThan(0.002);
    }
  }

  @Test
  void librsvgShowsTextInTheBundledFontsAsInThePng() throws Exception {
    Drawing drawing = Samples.ladder(Palette.LIGHT);
    assertThat(Viewers.different(drawing, viewers.svg(drawing, TextMode.REFERRED))).isLessThan(FEW);
  }

  @Test
  void popplerShowsThePdfAsThePng() throws Exception {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      Drawing drawing = Samples.ladder(palette);
      Path pdf = folder.resolve("picture.pdf");
      AtomicFile.write(
          pdf, out -> new PdfExporter(Samples.FONTS).export("", List.of(new Slide(drawing)), out));
      assertThat(Viewers.different(drawing, viewers.page(pdf, 1, drawing))).isLessThan(FEW);
    }
  }

  @Test
  void libreOfficeShowsTheSlidesAsThePng() throws Exception {
    List<Drawing> drawings = List.of(Samples.ladder(Palette.LIGHT), Samples.ladder(Palette.DARK));
    Path pptx = folder.resolve("deck.pptx");
    AtomicFile.write(
        pptx,
        out ->
            new PptxExporter(Samples.FONTS)
                .export(
                    "",
                    new Aspect(1152, 720),
                    false,
                    drawings.stream().map(Slide::new).toList(),
                    out));
    Path pdf = viewers.office(pptx);
    for (int at = 0; at < drawings.size(); at++) {
      Drawing drawing = drawings.get(at);
      BufferedImage theirs = viewers.page(pdf, at + 1, drawing);
      BufferedImage ours = Viewers.png(drawing);
      // Slides are set in another face: as much ink in the same boxes, and none beside them.
      for (Item.Text text : Viewers.texts(drawing.items())) {
        double bright = Viewers.average(theirs, text);
        assertThat(bright).as(text.text()).isCloseTo(Viewers.average(ours, text), within(20.0));
      }
      assertThat(Viewers.different(ours, theirs)).isLessThan(FEW);
    }
  }
}
