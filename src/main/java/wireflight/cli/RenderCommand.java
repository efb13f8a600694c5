package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.LadderStyle;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.export.PngExporter;
import wireflight.export.SvgExporter;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.AtomicFile;
import wireflight.trace.Trace;

/** A picture of a recording. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "A recording as a diagram: an SVG or PNG picture.")
final class RenderCommand implements Callable<Integer> {
  /** Which colours. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** What height time gets. */
  enum Time {
    ORDINAL,
    LINEAR,
    LOG
  }

  @Mixin private final CaptureInput input = new CaptureInput();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "the picture to write: a name that ends in .svg or .png")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path output;

  @Option(names = "--connection", description = "only this one, by its number in “connections”")
  private @Nullable Integer connection;

  @Option(names = "--step", description = "the moment after this step, with the playhead")
  private @Nullable Double step;

  @Option(names = "--from", description = "the first step to show (default: 1)")
  private int from = 1;

  @Option(names = "--to", description = "the last step to show (default: the last there is)")
  private @Nullable Integer to;

  @Option(names = "--theme", description = "light or dark (default: ${DEFAULT-VALUE})")
  private Theme theme = Theme.LIGHT;

  @Option(
      names = "--time",
      description = "what height time gets: ordinal, linear or log (default: ${DEFAULT-VALUE})")
  private Time time = Time.ORDINAL;

  @Option(names = "--width", description = "in CSS pixels (default: ${DEFAULT-VALUE})")
  private int width = 960;

  @Option(names = "--height", description = "with --step: in CSS pixels (default: all of it)")
  private @Nullable Integer height;

  @Option(names = "--size", description = "of everything, 1 for a desk (default: ${DEFAULT-VALUE})")
  private double size = 1;

  @Option(names = "--scale", description = "PNG pixels a CSS pixel (default: ${DEFAULT-VALUE})")
  private double scale = 2;

  @Override
  public Integer call() {
    boolean png = isPng(output);
    check("--width", width, 240, 20_000);
    check("--size", size, 0.25, 8);
    check("--scale", scale, 0.1, PngExporter.LARGEST_SCALE);
    if (height != null) {
      check("--height", height, 120, 20_000);
    }
    Trace trace = input.open();
    Fonts fonts = Fonts.bundled();
    Drawing drawing = LadderPage.draw(timeline(trace), fonts, style(), request());
    try {
      AtomicFile.write(
          output,
          out -> {
            if (png) {
              new PngExporter(fonts).export(drawing, new PngExporter.Options(scale, false), out);
            } else {
              new SvgExporter(fonts).export(drawing, SvgExporter.TextMode.EMBEDDED, out);
            }
          });
    } catch (IOException e) {
      throw new Failure(output + " was not written: " + e.getMessage());
    }
    return input.report(trace);
  }

  private static boolean isPng(Path output) {
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return true;
    }
    if (name.endsWith(".svg")) {
      return false;
    }
    throw new Failure(
        output
            + ": pictures can be written as .svg and .png; give a name that ends in one of them");
  }

  private static void check(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new Failure(
          String.format(Locale.ROOT, "%s must be from %.4g to %.4g", option, least, most));
    }
  }

  private Timeline timeline(Trace trace) {
    Analysis analysis = Analyzer.analyze(trace);
    if (connection == null) {
      return TimelineBuilder.build(analysis);
    }
    int count = analysis.connections().size();
    if (connection < 0 || connection >= count) {
      throw new Failure(
          count == 0
              ? "--connection: there is no connection in " + input.file()
              : "--connection: the numbers in " + input.file() + " go from 0 to " + (count - 1));
    }
    return TimelineBuilder.build(analysis, connection);
  }

  private LadderStyle style() {
    TimeScale timeScale =
        switch (time) {
          case ORDINAL -> new TimeScale.Ordinal();
          case LINEAR -> new TimeScale.Linear(500);
          case LOG -> new TimeScale.Logarithmic(24, 10_000);
        };
    Palette palette = theme == Theme.DARK ? Palette.DARK : Palette.LIGHT;
    return new LadderStyle(palette, size, timeScale, step != null);
  }

  private LadderPage.Request request() {
    return new LadderPage.Request(width, height, step, from, to);
  }
}
