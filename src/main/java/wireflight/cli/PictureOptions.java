package wireflight.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wireflight.drawing.Palette;
import wireflight.export.Letters;
import wireflight.export.PngExporter;
import wireflight.export.SvgExporter;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

/** How a diagram looks. */
final class PictureOptions {
  /** Which colours. */
  enum Theme {
    LIGHT,
    DARK,
    CONTRAST
  }

  /** What height time gets. */
  enum Time {
    ORDINAL,
    LINEAR,
    LOG
  }

  @Option(
      names = "--theme",
      description = "light, dark or contrast, for projectors (default: ${DEFAULT-VALUE})")
  private Theme theme = Theme.LIGHT;

  @Option(
      names = "--time",
      description = "what height time gets: ordinal, linear or log (default: ${DEFAULT-VALUE})")
  private Time time = Time.ORDINAL;

  @Option(
      names = "--gauges",
      description =
          "beside the ladder, on its axis of time: congestion window and ssthresh, bytes in flight"
              + " and the receiver's window, round trips")
  private boolean gauges;

  @Option(names = "--width", description = "in CSS pixels (default: ${DEFAULT-VALUE})")
  private int width = 960;

  @Option(
      names = "--height",
      description = "with --step and for GIF: in CSS pixels (default: all of it; 600 for GIF)")
  private @Nullable Integer height;

  @Option(
      names = "--size",
      description = "of everything: 1 for a reader at a desk (default), 1.4 for slides (default)")
  private @Nullable Double size;

  @Option(
      names = "--scale",
      description = "pixels a CSS pixel, up to 4 (default: 2 for PNG, 1 for GIF)")
  private @Nullable Double scale;

  @Option(names = "--transparent", description = "PNG without a background")
  private boolean transparent;

  @Option(
      names = "--font",
      description =
          "of .svg, .png, .pdf and .gif: arial for the letters of slides, so that pictures and slides"
              + " look alike (default), source for those of the window")
  private Letters letters = Letters.ARIAL;

  @Option(
      names = "--text",
      description =
          "text in SVG: embedded brings its fonts, referred asks for them, outlined is shapes"
              + " (default: ${DEFAULT-VALUE})")
  private SvgExporter.TextMode text = SvgExporter.TextMode.EMBEDDED;

  /** Fails if a number makes no sense. */
  void check() {
    Failure.unless("--width", width, 240, 20_000);
    Failure.unless("--size", size == null ? 1 : size, 0.25, 8);
    Failure.unless("--scale", scale(1), 0.1, PngExporter.LARGEST_SCALE);
    if (height != null) {
      Failure.unless("--height", height, 120, 20_000);
    }
  }

  Palette palette() {
    return switch (theme) {
      case LIGHT -> Palette.LIGHT;
      case DARK -> Palette.DARK;
      case CONTRAST -> Palette.HIGH_CONTRAST;
    };
  }

  TimeScale time(Timeline timeline) {
    return switch (time) {
      case ORDINAL -> new TimeScale.Ordinal();
      case LINEAR -> TimeScale.Linear.fitting(timeline.usualFlight());
      case LOG -> new TimeScale.Logarithmic(24, 10_000);
    };
  }

  boolean gauges() {
    return gauges;
  }

  double width() {
    return width;
  }

  @Nullable Double height() {
    return height == null ? null : Double.valueOf(height);
  }

  double size(double usual) {
    return size == null ? usual : size;
  }

  double scale(double usual) {
    return scale == null ? usual : scale;
  }

  boolean transparent() {
    return transparent;
  }

  Letters letters() {
    return letters;
  }

  SvgExporter.TextMode text() {
    return text;
  }
}
