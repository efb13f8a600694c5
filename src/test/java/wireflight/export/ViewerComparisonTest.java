package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
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

  /** And on a page of nothing but text, whose baselines Poppler puts on whole pixels. */
  private static final double SNAPPED = 0.002;

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
        Drawing drawing = slide.whole();
        assertThat(Viewers.different(drawing, viewers.svg(drawing, TextMode.REFERRED)))
            .as(deck.name(slide))
            .isLessThan(FEW);
      }
    }
  }

  @Test
  void popplerShowsThePdfAsThePng() throws Exception {
    for (RealSlides deck : decks) {
      Path pdf = folder.resolve("pages" + deck.aspect().emuWidth() + ".pdf");
      AtomicFile.write(pdf, out -> new PdfExporter(Samples.FONTS).export("", deck.slides(), out));
      List<BufferedImage> pages = viewers.pages(pdf, deck.drawings());
      for (int at = 0; at < pages.size(); at++) {
        assertThat(Viewers.different(deck.drawings().get(at), pages.get(at)))
            .as(deck.name(deck.slides().get(at)))
            .isLessThan(FEW);
      }
    }
  }

  /**
   * Slides are set in faces that every machine has. What they show is therefore held against the
   * PNG in two ways: against the drawing set in those faces, pixel by pixel; and against the very
   * PNG, where each text must have left as much ink in the same place, and nothing else may differ.
   */
  @Test
  void libreOfficeShowsTheSlidesAsThePng() throws Exception {
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
    SlideFace face = new SlideFace();
    for (int deck = 0; deck < decks.size(); deck++) {
      List<Drawing> drawings = decks.get(deck).drawings();
      List<BufferedImage> pages = viewers.pages(pdfs.get(deck), drawings);
      double sum = 0;
      for (int at = 0; at < drawings.size(); at++) {
        Drawing drawing = drawings.get(at);
        BufferedImage theirs = pages.get(at);
        String name = decks.get(deck).name(decks.get(deck).slides().get(at));
        double set = Viewers.different(face.of(drawing), theirs);
        assertThat(set).as(name).isLessThan(FEW + SNAPPED);
        sum += set;
        BufferedImage ours = Viewers.png(drawing);
        for (Item.Text text : Viewers.texts(drawing.items())) {
          double bright = Viewers.average(theirs, text);
          assertThat(bright)
              .as("%s: %s", name, text.text())
              .isCloseTo(Viewers.average(ours, text), within(20.0));
        }
        assertThat(Viewers.different(ours, theirs)).as(name).isLessThan(FEW / 5);
      }
      assertThat(sum / drawings.size()).isLessThan(FEW);
    }
  }
}
