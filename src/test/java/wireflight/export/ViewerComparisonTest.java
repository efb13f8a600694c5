package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.AtomicFile;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** All formats show the same picture, as independent viewers see it. */
class ViewerComparisonTest {
  /** The part of the pixels that may differ noticeably. */
  private static final double FEW = 0.01;

  /** The views that have room for eight sockets on one slide. */
  private static final List<View> FOR_MANY = List.of(View.LADDER, View.SOCKETS, View.STATES);

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

  /** Slides of real recordings: those of the ladder at its ends and of every other view. */
  private static List<Slide> slides(Palette palette, Aspect aspect) throws IOException {
    List<Slide> slides = new ArrayList<>();
    for (String name : List.of("handshake", "wire-sack", "ipv6", "datagrams", "four-clients")) {
      Trace trace = Recording.open(Path.of("assets", "recordings", name + ".pcapng"));
      Analysis analysis = Analyzer.analyze(trace);
      Timeline timeline = TimelineBuilder.build(analysis);
      Subject subject = new Subject(analysis, timeline, -1, -1);
      for (View view : timeline.lifelines().size() > 4 ? FOR_MANY : List.of(View.values())) {
        ExportOptions options =
            new ExportOptions(
                new Range(1, timeline.steps()),
                timeline.steps() / 2.0,
                960,
                null,
                aspect,
                Layout.SLIDES,
                palette,
                1.4,
                new TimeScale.Ordinal(),
                2,
                false,
                TextMode.OUTLINED,
                false,
                1,
                false,
                true,
                null);
        ExportPages pages = new ExportPages(subject, view, name, Samples.FONTS, options);
        List<Slide> all = pages.slides(Layout.SLIDES);
        slides.add(all.getFirst());
        if (all.size() > 1) {
          slides.add(all.getLast());
        }
      }
    }
    return slides;
  }

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Palette.LIGHT, Aspect.WIDE),
        Arguments.of(Palette.DARK, Aspect.CLASSIC),
        Arguments.of(Palette.HIGH_CONTRAST, Aspect.WIDE));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyViewOfRealRecordingsIsTheSameInSvgAndPdf(Palette palette, Aspect aspect)
      throws Exception {
    List<Slide> slides = slides(palette, aspect);
    Path pdf = folder.resolve("slides.pdf");
    AtomicFile.write(pdf, out -> new PdfExporter(Samples.FONTS).export("", slides, out));
    for (int at = 0; at < slides.size(); at++) {
      Drawing drawing = slides.get(at).whole();
      BufferedImage ours = Viewers.png(drawing);
      String which = drawing.title() + ", page " + (at + 1);
      assertThat(Viewers.different(ours, viewers.page(pdf, at + 1, drawing)))
          .as("PDF: %s", which)
          .isLessThan(FEW);
      assertThat(Viewers.different(ours, viewers.svg(drawing, TextMode.REFERRED)))
          .as("SVG: %s", which)
          .isLessThan(FEW);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyViewOfRealRecordingsIsTheSameOnSlides(Palette palette, Aspect aspect) throws Exception {
    List<Slide> slides = slides(palette, aspect);
    Path pptx = folder.resolve("slides.pptx");
    AtomicFile.write(
        pptx,
        out -> new PptxExporter(Samples.FONTS).export("", aspect, palette.dark(), slides, out));
    Path pdf = viewers.office(pptx);
    for (int at = 0; at < slides.size(); at++) {
      Drawing drawing = slides.get(at).whole();
      BufferedImage ours = Viewers.png(drawing);
      BufferedImage theirs = viewers.page(pdf, at + 1, drawing);
      for (Item.Text text : Viewers.texts(drawing.items())) {
        Viewers.average(ours, text);
        Viewers.average(theirs, text);
      }
      assertThat(Viewers.different(ours, theirs))
          .as("%s, page %d", drawing.title(), at + 1)
          .isLessThan(FEW);
    }
  }
}
