package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.build.Beside;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;
import wireflight.trace.AtomicFile;

/** All formats show the same picture, as independent viewers see it. */
@Beside
class ViewerComparisonTest {
  /** The part of the pixels that may differ noticeably. */
  private static final double FEW = 0.01;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static List<RealSlides> decks;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Viewers viewers;

  @BeforeAll
  static void makeSlides() throws IOException {
    decks = RealSlides.decks();
  }

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
    for (RealSlides deck : decks) {
      for (Slide slide : deck.slides()) {
        assertSvgIsAlike(slide.whole(), deck.name(slide));
      }
      assertSvgIsAlike(deck.asOnSlides().getFirst(), "in the letters of slides");
    }
  }

  private void assertSvgIsAlike(Drawing drawing, String name) throws Exception {
    assertThat(Viewers.different(drawing, viewers.svg(drawing, TextMode.REFERRED)))
        .as(name)
        .isLessThan(FEW);
  }

  @Test
  void popplerShowsThePdfAsThePng() throws Exception {
    for (RealSlides deck : decks) {
      List<Slide> slides = new ArrayList<>(deck.slides());
      slides.add(new Slide(deck.asOnSlides().getFirst()));
      Path pdf = folder.resolve("pages" + deck.aspect().emuWidth() + ".pdf");
      AtomicFile.write(pdf, out -> new PdfExporter(Samples.FONTS).export("", slides, out));
      List<Drawing> drawings = slides.stream().map(Slide::whole).toList();
      List<BufferedImage> pages = viewers.pages("pdftoppm", pdf, drawings);
      for (int at = 0; at < pages.size(); at++) {
        assertThat(Viewers.different(drawings.get(at), pages.get(at)))
            .as(deck.name(slides.get(at)))
            .isLessThan(FEW);
      }
    }
  }

  /** Held against the PNG in the letters of slides; another face differs in every letter. */
  @Test
  void libreOfficeShowsTheSlidesAsThePngInTheirLetters() throws Exception {
    List<Path> files = new ArrayList<>();
    for (RealSlides deck : decks) {
      Path file = folder.resolve("deck" + deck.aspect().emuWidth() + ".pptx");
      AtomicFile.write(
          file,
          out ->
              new PptxExporter(Samples.FONTS).export("", deck.aspect(), false, deck.slides(), out));
      files.add(file);
    }
    List<Path> pdfs = viewers.office(files);
    for (int deck = 0; deck < decks.size(); deck++) {
      List<Drawing> drawings = decks.get(deck).asOnSlides();
      // Poppler's other painter puts baselines on whole pixels, which is no matter of the slides.
      List<BufferedImage> pages = viewers.pages("pdftocairo", pdfs.get(deck), drawings);
      for (int at = 0; at < drawings.size(); at++) {
        assertThat(Viewers.different(drawings.get(at), pages.get(at)))
            .as(decks.get(deck).name(decks.get(deck).slides().get(at)))
            .isLessThan(FEW);
      }
    }
  }
}
