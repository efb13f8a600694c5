package wireflight.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wireflight.diagram.Diagram;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.export.PngExporter;
import wireflight.export.SvgExporter;
import wireflight.timeline.TimeScale;
import wireflight.trace.AtomicFile;
import wireflight.trace.ReadProblem;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** Reads recordings and writes diagrams. Safe for use by several threads. */
final class RecordingFiles {
  private static final int MOST_PROBLEMS = 3;
  private static final double SLIDE_WIDTH = 1280;
  private static final double PNG_SCALE = 2;

  private final Fonts fonts;
  private final Texts texts;

  RecordingFiles(Fonts fonts, Texts texts) {
    this.fonts = fonts;
    this.texts = texts;
  }

  /** Reads a file, telling the work how far it is and stopping when it is cancelled. */
  Recording read(Path file, Work work) throws IOException {
    return Recording.read(
        file,
        (done, all) -> {
          work.progress(all == 0 ? -1 : done / (double) all);
          return !work.isCancelled();
        });
  }

  /** What is wrong with a file that was read; empty if nothing is. */
  Optional<Notice> trouble(Path file, Trace trace) {
    List<ReadProblem> problems = trace.problems();
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    List<String> places = new ArrayList<>();
    for (ReadProblem problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
      places.add(
          texts.get("problem.place", name(problem.source()), problem.offset(), problem.message()));
    }
    if (problems.size() > MOST_PROBLEMS) {
      places.add(texts.get("problem.more", problems.size() - MOST_PROBLEMS));
    }
    boolean nothing = trace.size() == 0;
    return Optional.of(
        new Notice(
            nothing ? Notice.Kind.ERROR : Notice.Kind.WARNING,
            texts.get(nothing ? "problem.unreadable" : "problem.damaged", name(file.toString())),
            places));
  }

  /** A file name made of a recording's title. */
  String suggestion(String title, String ending) {
    String plain = title.replaceFirst("\\.(pcapng|pcap|cap|gz)$", "");
    String safe =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("-+$", "");
    return (safe.isEmpty() ? "recording" : safe) + "." + ending;
  }

  /**
   * What is exported.
   *
   * @param view how it is looked at
   * @param subject what it is of
   * @param position of the playhead, for views that show a moment
   * @param palette its colours
   */
  record Exported(View view, Subject subject, double position, Palette palette) {}

  /** Writes a whole diagram, through a file beside the wanted one. */
  void export(Exported exported, ExportFormat format, Path to) throws IOException {
    AtomicFile.write(to, out -> write(exported, format, out));
  }

  /** Writes a whole diagram and leaves the stream open. */
  void write(Exported exported, ExportFormat format, OutputStream out) throws IOException {
    Drawing drawing = whole(exported);
    switch (format) {
      case SVG -> new SvgExporter(fonts).export(drawing, SvgExporter.TextMode.EMBEDDED, out);
      case PNG ->
          new PngExporter(fonts).export(drawing, new PngExporter.Options(PNG_SCALE, false), out);
    }
  }

  /** Every step, or the moment of the playhead where the view shows one; without its line. */
  private Drawing whole(Exported of) {
    LadderStyle style = new LadderStyle(of.palette, 1, new TimeScale.Ordinal(), false);
    Diagram diagram = of.view.of(of.subject, new Typesetter(fonts), style);
    double width = diagram.contentWidth(SLIDE_WIDTH);
    Viewport all = new Viewport(width, diagram.contentHeight(width));
    double position =
        switch (of.view.shows()) {
          case EVERYTHING -> of.subject.timeline().steps();
          case A_MOMENT -> of.position;
        };
    return diagram.picture(all, position).drawing();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
