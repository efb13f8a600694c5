package wireflight.export;

import java.util.List;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;

/** The pictures, pages and frames that an export consists of. Immutable. */
record ExportPages(Subject subject, View view, String title, Fonts fonts, ExportOptions options) {
  private static final double ANIMATION_HEIGHT = 600;

  /** So many steps of a recording show which part of it is meant. */
  private static final int PREVIEWED = 50;

  /** What a picture of the options shows. */
  Drawing picture() throws PictureTooLargeException {
    return set(drawn());
  }

  /** In the letters of the options. */
  private Drawing set(Drawing drawing) {
    return options.letters() == Letters.ARIAL ? new SlideLetters(fonts).of(drawing) : drawing;
  }

  private List<Slide> set(List<Slide> slides) {
    SlideLetters letters = new SlideLetters(fonts);
    return options.letters() == Letters.ARIAL
        ? Steps.lazily(slides.size(), at -> slides.get(at).in(letters))
        : slides;
  }

  private Drawing drawn() throws PictureTooLargeException {
    Double moment = options.moment();
    double height = options.height() == null ? 0 : options.height();
    if (view != View.LADDER) {
      double position = moment == null ? options.range().to() : moment;
      return views().picture(position, options.width(), height);
    }
    LadderPages pages = pages(moment != null);
    if (moment == null) {
      return pages.whole(options.range(), options.width());
    }
    return height > 0
        ? pages.moment(moment, options.width(), height)
        : pages.upTo(options.range(), moment, options.width());
  }

  /**
   * How the pages will look, one after the other; of a recording the ladder of its beginning.
   *
   * @throws PictureTooLargeException if the format cannot take all of it
   */
  List<Drawing> previews(Format format) throws PictureTooLargeException {
    return switch (format.kind()) {
      case PICTURE -> List.of(picture());
      case PAGES -> {
        if (isOnePicture(format)) {
          yield List.of(picture());
        }
        List<Slide> slides = slides(layout());
        yield Steps.lazily(slides.size(), at -> slides.get(at).whole());
      }
      case ANIMATION -> {
        List<GifExporter.Frame> frames = frames();
        yield Steps.lazily(frames.size(), at -> frames.get(at).drawing());
      }
      case RECORDING -> {
        Range range = options.range();
        int last = Math.min(range.to(), range.from() + PREVIEWED - 1);
        yield List.of(pages(false).whole(new Range(range.from(), last), options.width()));
      }
      case TEXT -> throw new IllegalArgumentException(format + " has no pages");
    };
  }

  /** Whether a document is nothing but the picture, as large as that is. */
  boolean isOnePicture(Format format) {
    return format == Format.PDF && (options.layout() == null || options.layout() == Layout.ONE);
  }

  /** How pages are laid out. */
  Layout layout() {
    return options.layout() == null ? Layout.SLIDES : options.layout();
  }

  Animation animation() {
    return new Animation(subject.timeline(), options.range(), options.speed());
  }

  List<GifExporter.Frame> frames() throws PictureTooLargeException {
    List<Animation.Instant> instants = animation().instants();
    double height = options.height() == null ? ANIMATION_HEIGHT : options.height();
    LadderPages pages = pages(true);
    pages.moment(0, options.width(), height); // fails where there is too much for any
    ViewPages views = views();
    return Steps.lazily(
        instants.size(),
        at -> {
          double position = instants.get(at).position();
          Drawing drawn =
              view == View.LADDER
                  ? pages.turned(position, options.width(), height)
                  : views.roughly(position, options.width(), height);
          return new GifExporter.Frame(set(drawn), instants.get(at).hundredths());
        });
  }

  /** The slides of a document. */
  List<Slide> slides(Layout layout) throws PictureTooLargeException {
    return set(plain(layout));
  }

  private List<Slide> plain(Layout layout) throws PictureTooLargeException {
    Aspect aspect = options.aspect();
    Timeline timeline = subject.timeline();
    if (view == View.LADDER) {
      return pages(title, style(layout == Layout.STEPS, LadderStyle.FLAT))
          .slides(options.range(), aspect, layout, options.builds());
    }
    SlideFrame frame =
        new SlideFrame(
            title,
            "",
            timeline.steps(),
            new Typesetter(fonts),
            options.palette(),
            timeline.language().texts(SlideFrame.class));
    ViewPages pages = views();
    double room = frame.room(aspect);
    if (layout == Layout.STEPS) {
      int[] steps = Steps.shown(timeline, options.range());
      Steps.check(steps.length);
      pages.checkAround(
          options.range().to(), aspect.width(), room); // the fullest, if any is too full
      return Steps.lazily(
          steps.length,
          at -> {
            Drawing drawn = pages.around(steps[at], aspect.width(), room);
            String notes = Steps.notes(timeline, steps[at], options.range());
            return frame.around(drawn, aspect, new Range(steps[at], steps[at]), notes, List.of());
          });
    }
    int step = moment();
    List<Drawing> drawn =
        layout == Layout.ONE
            ? List.of(pages.fitted(step, aspect.width(), room))
            : pages.pages(step, aspect.width(), room);
    String notes = Steps.notes(timeline, step, options.range());
    return Steps.lazily(
        drawn.size(),
        at ->
            frame
                .page(at + 1, drawn.size())
                .around(drawn.get(at), aspect, new Range(step, step), notes, List.of()));
  }

  /** The step that a slide of a moment shows. */
  private int moment() {
    Double moment = options.moment();
    return moment == null ? options.range().to() : Math.max(1, (int) Math.ceil(moment));
  }

  private ViewPages views() {
    return new ViewPages(view.of(subject, new Typesetter(fonts), style(true, LadderStyle.STEEP)));
  }

  /** A ladder and the places of what is in it, without a playhead. */
  Picture ladder() throws PictureTooLargeException {
    Picture picture = pages(false).picture(options.range(), options.width());
    return new Picture(
        set(picture.drawing()), picture.regions(), picture.contentWidth(), picture.contentHeight());
  }

  private LadderPages pages(boolean playhead) {
    return pages("", style(playhead, LadderStyle.STEEP));
  }

  private LadderPages pages(String heading, LadderStyle style) {
    return new LadderPages(subject, fonts, style, heading);
  }

  private LadderStyle style(boolean playhead, double fall) {
    return new LadderStyle(
        options.palette(), options.size(), options.time(), playhead, fall, options.gauges());
  }
}
