package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.TimeScale;
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
  private static final double ANIMATION_HEIGHT = 600;

  /** So many steps of what becomes text are drawn to show which they are. */
  private static final int PREVIEWED = 50;

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
   * @param animated whether SVG shows one step after the other
   * @param speed of animations, 1 for a second a packet
   * @param ascii whether a ladder of text uses nothing but ASCII
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
      boolean animated,
      double speed,
      boolean ascii,
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
      case SVG -> {
        SvgExporter exporter = new SvgExporter(fonts);
        if (options.animated() && view == View.LADDER) {
          Picture all = pages(options, "", false).picture(options.range(), options.width());
          exporter.export(
              all.drawing(), options.text(), animation(options).appearances(all.regions()), out);
        } else {
          exporter.export(picture(options), options.text(), out);
        }
      }
      case GIF -> new GifExporter(fonts).export(frames(options), options.scale(), progress, out);
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
      case MERMAID, PLANTUML, TIKZ, LADDER, MARKDOWN, CSV, JSON ->
          out.write(text(format, options).getBytes(StandardCharsets.UTF_8));
    }
    progress.check(1);
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
  private String text(Format format, Options options) throws PictureTooLargeException {
    Range range = options.range();
    checkSteps(format, range);
    Timeline timeline = subject.timeline();
    PacketTable table = new PacketTable(timeline, subject.analysis(), range);
    return switch (format) {
      case MERMAID -> SequenceTexts.mermaid(Story.of(timeline, range));
      case PLANTUML -> SequenceTexts.plantUml(Story.of(timeline, range));
      case TIKZ -> SequenceTexts.tikz(Story.of(timeline, range));
      case LADDER -> TextLadder.of(Story.of(timeline, range), options.ascii());
      case MARKDOWN -> table.markdown();
      case CSV -> table.csv();
      case JSON -> table.json();
      case SVG, PNG, PDF, PPTX, GIF -> throw new IllegalArgumentException(format + " is no text");
    };
  }

  /** What a picture of the options shows. */
  public Drawing picture(Options options) throws PictureTooLargeException {
    Double moment = options.moment();
    double height = options.height() == null ? 0 : options.height();
    if (view != View.LADDER) {
      double position = moment == null ? options.range().to() : moment;
      return views(options).picture(position, options.width(), height);
    }
    LadderPages pages = pages(options, "", moment != null);
    if (moment == null) {
      return pages.whole(options.range(), options.width());
    }
    return height > 0
        ? pages.moment(moment, options.width(), height)
        : pages.upTo(options.range(), moment, options.width());
  }

  /**
   * How the first page will look, or what a text tells as a picture.
   *
   * @throws PictureTooLargeException if the format cannot take all of it
   */
  public Drawing preview(Format format, Options options) throws PictureTooLargeException {
    Layout layout = options.layout();
    return switch (format.kind()) {
      case PICTURE -> picture(options);
      case PAGES ->
          layout == null || (format == Format.PDF && layout == Layout.ONE)
              ? picture(options)
              : slides(layout, options.aspect(), options).getFirst().whole();
      case ANIMATION -> frames(options).getLast().drawing();
      case TEXT -> {
        Range range = options.range();
        checkSteps(format, range);
        int last = Math.min(range.to(), range.from() + PREVIEWED);
        yield new LadderPages(subject.timeline(), fonts, style(options, false), "")
            .whole(new Range(range.from(), last), options.width());
      }
    };
  }

  private Animation animation(Options options) {
    return new Animation(subject.timeline(), options.range(), options.speed());
  }

  private List<GifExporter.Frame> frames(Options options) throws PictureTooLargeException {
    List<Animation.Instant> instants = animation(options).instants();
    double height = options.height() == null ? ANIMATION_HEIGHT : options.height();
    LadderPages pages = pages(options, "", true);
    pages.moment(0, options.width(), height); // fails where there is too much for any
    ViewPages views = views(options);
    return Steps.lazily(
        instants.size(),
        at -> {
          double position = instants.get(at).position();
          Drawing drawn =
              view == View.LADDER
                  ? pages.scrolled(position, options.width(), height)
                  : views.roughly(position, options.width(), height);
          return new GifExporter.Frame(drawn, instants.get(at).hundredths());
        });
  }

  /** The slides of a document. */
  public List<Slide> slides(Layout layout, Aspect aspect, Options options)
      throws PictureTooLargeException {
    Timeline timeline = subject.timeline();
    if (view == View.LADDER) {
      return pages(options, title, layout == Layout.STEPS)
          .slides(options.range(), aspect, layout, options.builds());
    }
    SlideFrame frame =
        new SlideFrame(
            title,
            timeline.steps(),
            new Typesetter(fonts),
            options.palette(),
            timeline.language().texts(SlideFrame.class));
    ViewPages pages = views(options);
    double room = frame.room(aspect);
    // A view that cannot be cut is on one slide, unless each step has its own.
    int[] steps =
        layout == Layout.STEPS
            ? Steps.shown(timeline, options.range())
            : new int[] {moment(options)};
    Steps.check(steps.length);
    pages.fitted(options.range().to(), aspect.width(), room); // the fullest, if any is too full
    return Steps.lazily(
        steps.length,
        at -> {
          int step = steps[at];
          Drawing drawn = pages.roughly(step, aspect.width(), room);
          String notes = Steps.notes(timeline, step, options.range());
          return frame.around(drawn, aspect, new Range(step, step), notes, List.of());
        });
  }

  /** The step that a slide of a moment shows. */
  private static int moment(Options options) {
    Double moment = options.moment();
    return moment == null ? options.range().to() : Math.max(1, (int) Math.ceil(moment));
  }

  private ViewPages views(Options options) {
    return new ViewPages(view.of(subject, new Typesetter(fonts), style(options, true)));
  }

  private LadderPages pages(Options options, String heading, boolean playhead) {
    return new LadderPages(subject.timeline(), fonts, style(options, playhead), heading);
  }

  private static LadderStyle style(Options options, boolean playhead) {
    return new LadderStyle(options.palette(), options.size(), options.time(), playhead);
  }
}
