package wireflight.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;
import wireflight.timeline.TimeScale;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** A deck of slides of one shape, made of recordings that ship with the program. */
final class RealSlides {
  private final Aspect aspect;
  private final List<Slide> slides = new ArrayList<>();
  private final List<Drawing> asOnSlides = new ArrayList<>();

  private RealSlides(Aspect aspect) {
    this.aspect = aspect;
  }

  /** Every view, light and dark, of both kinds of link, on screens and on old projectors. */
  static List<RealSlides> decks() throws IOException {
    return List.of(
        new RealSlides(Aspect.WIDE)
            .add("handshake", View.LADDER, Palette.LIGHT, 0)
            .add("lost-data", View.LADDER, Palette.DARK, 1)
            .addToTime("wire-sack", Palette.LIGHT, 2)
            .add("four-clients", View.MAP, Palette.LIGHT, 0)
            .add("lost-data", View.CALLS, Palette.HIGH_CONTRAST, 0)
            .add("handshake", View.STATES, Palette.LIGHT, 0)
            .add("lost-data", View.GRAPHS, Palette.DARK, 0),
        new RealSlides(Aspect.CLASSIC)
            .add("lost-datagram", View.LADDER, Palette.HIGH_CONTRAST, 0)
            .add("wire-slow-start", View.LADDER, Palette.DARK, 1)
            .add("ipv6", View.HEADER, Palette.LIGHT, 0)
            .add("four-clients", View.SOCKETS, Palette.DARK, 0)
            .add("handshake", View.STATES, Palette.DARK, 0)
            .add("wire-slow-start", View.GRAPHS, Palette.LIGHT, 0));
  }

  Aspect aspect() {
    return aspect;
  }

  List<Slide> slides() {
    return slides;
  }

  /** What a slide is called where it is told about. */
  String name(Slide slide) {
    return slide.notes().lines().findFirst().orElse("")
        + ": "
        + slide.picture().title()
        + ", "
        + slide.name();
  }

  /** The same in the letters that slides are set in. */
  List<Drawing> asOnSlides() {
    return asOnSlides;
  }

  private RealSlides add(String recording, View view, Palette palette, int page)
      throws IOException {
    return add(timeline(recording), recording, view, palette, new TimeScale.Ordinal(), page);
  }

  private RealSlides addToTime(String recording, Palette palette, int page) throws IOException {
    Subject subject = timeline(recording);
    TimeScale time = TimeScale.Linear.fitting(subject.timeline().usualFlight());
    return add(subject, recording, View.LADDER, palette, time, page);
  }

  private static Subject timeline(String recording) throws IOException {
    Path file = Path.of("assets", "recordings", recording + ".pcapng");
    Analysis analysis = Analyzer.analyze(Recording.open(file));
    return new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
  }

  private RealSlides add(
      Subject subject, String title, View view, Palette palette, TimeScale time, int page)
      throws IOException {
    slides.add(slide(subject, title, view, options(subject, palette, Letters.SOURCE, time), page));
    asOnSlides.add(
        slide(subject, title, view, options(subject, palette, Letters.ARIAL, time), page).whole());
    return this;
  }

  private static Slide slide(
      Subject subject, String title, View view, ExportOptions options, int page)
      throws IOException {
    return new ExportPages(subject, view, title, Samples.FONTS, options)
        .slides(Layout.SLIDES)
        .get(page);
  }

  private ExportOptions options(Subject subject, Palette palette, Letters letters, TimeScale time) {
    int steps = subject.timeline().steps();
    return new ExportOptions(
        new Range(1, steps),
        steps / 2.0,
        960,
        null,
        aspect,
        Layout.SLIDES,
        palette,
        letters,
        1.4,
        time,
        false,
        2,
        false,
        TextMode.OUTLINED,
        false,
        1,
        false,
        true,
        null);
  }
}
