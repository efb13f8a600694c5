package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.LadderStyle;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

/**
 * Writes a recording in any {@link Format}: what the command line and the window ask for.
 *
 * <p>Immutable; any thread may use it.
 *
 * @param timeline of what is exported
 * @param title of the recording
 */
public record Export(Timeline timeline, String title, Fonts fonts) {
  /**
   * What a person chose. Formats pass over what does not concern them.
   *
   * @param range the steps to show
   * @param moment the position of the playhead; null for none
   * @param width of a picture in CSS pixels; more is used where the lifelines need more
   * @param height of the picture of one moment; null for all up to that moment
   * @param aspect of slides
   * @param layout of pages; null for the usual one of the format
   * @param palette the colours
   * @param size of everything, 1 for a reader at a desk
   * @param time what height time gets
   * @param scale PNG pixels a CSS pixel
   * @param transparent whether PNG has no background
   * @param text what becomes of text in SVG
   * @param builds whether steps appear on a slide one click after another
   * @param template a deck to add the slides to; null for a new one
   */
  public record Options(
      Range range,
      @Nullable Double moment,
      double width,
      @Nullable Double height,
      Aspect aspect,
      @Nullable Layout layout,
      Palette palette,
      double size,
      TimeScale time,
      double scale,
      boolean transparent,
      SvgExporter.TextMode text,
      boolean builds,
      @Nullable Path template) {}

  /**
   * Writes it and leaves the stream open.
   *
   * @throws PictureTooLargeException if it is too large for the format; its message says what to do
   * @throws java.util.concurrent.CancellationException if the progress ended it
   */
  public void write(Format format, Options options, Progress progress, OutputStream out)
      throws IOException {
    progress.check(0);
    switch (format) {
      case SVG -> new SvgExporter(fonts).export(picture(options), options.text(), out);
      case PNG ->
          new PngExporter(fonts)
              .export(
                  picture(options),
                  new PngExporter.Options(options.scale(), options.transparent()),
                  out);
      case PDF -> {
        Iterable<Slide> pages =
            options.layout() == null || options.layout() == Layout.ONE
                ? progress.through(List.of(new Slide(picture(options))))
                : progress.through(slides(options.layout(), options.aspect(), options));
        new PdfExporter(fonts).export(title, pages, out);
      }
      case PPTX -> {
        Path template = options.template();
        Aspect aspect = template == null ? options.aspect() : PptxExporter.aspect(template);
        Layout layout = options.layout() == null ? Layout.SLIDES : options.layout();
        Iterable<Slide> slides = progress.through(slides(layout, aspect, options));
        PptxExporter exporter = new PptxExporter(fonts);
        if (template == null) {
          exporter.export(title, aspect, options.palette().dark(), slides, out);
        } else {
          exporter.addTo(template, slides, out);
        }
      }
    }
    progress.check(1);
  }

  /** What a picture of the options shows. */
  public Drawing picture(Options options) throws PictureTooLargeException {
    LadderPages pages = pages(options, "", options.moment() != null);
    Double moment = options.moment();
    if (moment == null) {
      return pages.whole(options.range(), options.width());
    }
    return options.height() == null
        ? pages.upTo(options.range(), moment, options.width())
        : pages.moment(moment, options.width(), options.height());
  }

  /** The slides of a document. */
  public List<Slide> slides(Layout layout, Aspect aspect, Options options)
      throws PictureTooLargeException {
    return pages(options, title, layout == Layout.STEPS)
        .slides(options.range(), aspect, layout, options.builds());
  }

  private LadderPages pages(Options options, String heading, boolean playhead) {
    LadderStyle style =
        new LadderStyle(options.palette(), options.size(), options.time(), playhead);
    return new LadderPages(timeline, fonts, style, heading);
  }
}
