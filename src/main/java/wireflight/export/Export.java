package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import wireflight.diagram.Picture;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.timeline.Timeline;

/**
 * Writes a recording in any {@link Format}: what the command line and the window ask for.
 *
 * <p>Immutable; any thread may use it.
 *
 * @param subject what is exported
 * @param view how it is looked at; text formats pass over that
 * @param title of the recording
 */
public record Export(Subject subject, View view, String title, Fonts fonts) {
  /** So many steps of a text show what it is like. */
  private static final int SAMPLE = 50;

  /**
   * Writes it and leaves the stream open.
   *
   * @throws PictureTooLargeException if it is too large for the format; its message says what to do
   * @throws java.util.concurrent.CancellationException if the progress ended it
   */
  public void write(Format format, ExportOptions options, Progress progress, OutputStream out)
      throws IOException {
    progress.check(0);
    ExportPages pages = pages(options);
    switch (format) {
      case SVG -> {
        SvgExporter exporter = new SvgExporter(fonts);
        if (options.animated() && view == View.LADDER) {
          Picture all = pages.ladder();
          exporter.export(
              all.drawing(), options.text(), pages.animation().appearances(all.regions()), out);
        } else {
          exporter.export(pages.picture(), options.text(), out);
        }
      }
      case GIF -> new GifExporter(fonts).export(pages.frames(), options.scale(), progress, out);
      case PNG -> {
        Drawing picture = pages.picture();
        new PngExporter(fonts)
            .export(
                options.transparent() ? Uncovered.of(picture) : picture,
                new PngExporter.Options(options.scale(), options.transparent()),
                out);
      }
      case PDF -> {
        List<Slide> slides =
            pages.isOnePicture(format)
                ? List.of(new Slide(pages.picture()))
                : pages.slides(pages.layout());
        new PdfExporter(fonts).export(title, progress.through(slides), out);
      }
      case PPTX -> {
        ExportPages deck = fitted(format, options);
        Iterable<Slide> slides = progress.through(deck.slides(deck.layout()));
        PptxExporter exporter = new PptxExporter(fonts);
        Path template = options.template();
        if (template == null) {
          exporter.export(title, options.aspect(), options.palette().dark(), slides, out);
        } else {
          exporter.addTo(template, slides, out);
        }
      }
      case PCAPNG -> RecordedPart.pcapng(subject, options.range(), out);
      case PCAP -> RecordedPart.pcap(subject, options.range(), out);
      case MERMAID, PLANTUML, TIKZ, LADDER, MARKDOWN, CSV, JSON -> {
        checkSteps(format, options.range());
        String text = text(format, options.range(), options.ascii());
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    progress.check(1);
  }

  /**
   * How the pages will look, one after the other, each made when it is asked for; of a recording
   * the ladder of its beginning.
   *
   * @throws PictureTooLargeException if the format cannot take all of it
   * @throws IllegalArgumentException if the format is text
   * @throws IOException if the template cannot be read
   */
  public List<Drawing> previews(Format format, ExportOptions options) throws IOException {
    checkSteps(format, options.range());
    return fitted(format, options).previews(format);
  }

  /**
   * How a text begins.
   *
   * @throws PictureTooLargeException if the format cannot take all of it
   * @throws IllegalArgumentException if the format is no text
   */
  public String sample(Format format, ExportOptions options) throws PictureTooLargeException {
    Range range = options.range();
    checkSteps(format, range);
    int last = Math.min(range.to(), range.from() + SAMPLE - 1);
    return text(format, new Range(range.from(), last), options.ascii())
        + (last < range.to() ? "…\n" : "");
  }

  private ExportPages pages(ExportOptions options) {
    return new ExportPages(subject, view, title, fonts, options);
  }

  /** The same in the letters of slides, and in the shape of the template's. */
  private ExportPages fitted(Format format, ExportOptions options) throws IOException {
    if (format != Format.PPTX) {
      return pages(options);
    }
    Path template = options.template();
    return pages(
        options.onSlides(template == null ? options.aspect() : PptxExporter.aspect(template)));
  }

  private static void checkSteps(Format format, Range range) throws PictureTooLargeException {
    if (range.size() > format.mostSteps()) {
      throw new PictureTooLargeException(
          "."
              + format.ending()
              + " takes at most "
              + format.mostSteps()
              + " steps, and these are "
              + range.size()
              + "; choose fewer with --from and --to, or one connection with --connection.",
          "tooLarge.format",
          "." + format.ending(),
          format.mostSteps(),
          range.size());
    }
  }

  /** The text of a format that is text. */
  private String text(Format format, Range range, boolean ascii) {
    Timeline timeline = subject.timeline();
    PacketTable table = new PacketTable(timeline, subject.analysis(), range);
    return switch (format) {
      case MERMAID -> SequenceTexts.mermaid(Story.of(timeline, range));
      case PLANTUML -> SequenceTexts.plantUml(Story.of(timeline, range));
      case TIKZ -> SequenceTexts.tikz(Story.of(timeline, range));
      case LADDER -> TextLadder.of(Story.of(timeline, range), ascii);
      case MARKDOWN -> table.markdown();
      case CSV -> table.csv();
      case JSON -> table.json();
      case SVG, PNG, PDF, PPTX, GIF, PCAPNG, PCAP ->
          throw new IllegalArgumentException(format + " is no text");
    };
  }
}
