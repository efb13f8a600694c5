package wireflight.cli;

import java.util.List;
import wireflight.diagram.Diagram;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Typesetter;
import wireflight.export.Export;
import wireflight.export.Format;
import wireflight.export.PdfExporter;
import wireflight.export.PngExporter;
import wireflight.export.Slide;
import wireflight.export.SvgExporter;
import wireflight.trace.AtomicFile;

/** Any view of a recording on one page: the whole content, at one position of the playhead. */
record ViewPage(View view, Subject subject, String title) {
  /** The highest page, in CSS pixels. */
  private static final double HIGHEST = 400_000;

  /** What to write; what cannot be drawn is a {@link Failure} that says what can. */
  AtomicFile.Body content(Format format, Export.Options options) {
    Fonts fonts = Fonts.bundled();
    Drawing drawing = drawing(fonts, options);
    return switch (format) {
      case SVG -> out -> new SvgExporter(fonts).export(drawing, options.text(), out);
      case PNG -> {
        PngExporter.Options png = new PngExporter.Options(options.scale(), options.transparent());
        yield out -> new PngExporter(fonts).export(drawing, png, out);
      }
      case PDF -> out -> new PdfExporter(fonts).export(title, List.of(new Slide(drawing)), out);
      case PPTX ->
          throw new Failure(
              "Only the ladder can be cut into slides; write this view as .svg, .png or .pdf.");
    };
  }

  private Drawing drawing(Fonts fonts, Export.Options options) {
    LadderStyle style =
        new LadderStyle(
            options.palette(), options.size(), options.time(), options.moment() != null);
    Diagram diagram = view.of(subject, new Typesetter(fonts), style);
    double width = diagram.contentWidth(options.width());
    Double wanted = options.height();
    double height = wanted == null ? diagram.contentHeight(width) : wanted;
    if (height > HIGHEST) {
      throw new Failure(
          "The picture would be too high for any program; choose one connection with"
              + " --connection.");
    }
    Double moment = options.moment();
    double position = moment == null ? subject.timeline().steps() : moment;
    return diagram.picture(new Viewport(width, height), position).drawing();
  }
}
