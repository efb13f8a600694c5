package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Fonts;
import wireflight.export.Export;
import wireflight.export.ExportOptions;
import wireflight.export.Format;
import wireflight.export.LadderPages;
import wireflight.export.Layout;
import wireflight.export.Progress;
import wireflight.export.Range;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.AtomicFile;
import wireflight.trace.Trace;
import wireflight.trace.UnwrittenException;

/** A recording for slides, documents and other programs. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "A recording as a picture, a document or slides: see --output.")
final class RenderCommand implements Callable<Integer> {
  private static final double SIZE_OF_SLIDES = 1.4;

  @Mixin private final CaptureInput input = new CaptureInput();
  @Mixin private final PictureOptions look = new PictureOptions();
  @Mixin private final SlideOptions slides = new SlideOptions();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description =
          "the file to write; its ending tells the format: pictures .svg, .png, .gif; documents .pdf, .pptx;"
              + " text .mmd (Mermaid), .puml (PlantUML), .tex (TikZ), .txt, .md, .csv, .json;"
              + " recordings .pcapng, .pcap")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path output;

  @Option(
      names = "--view",
      description =
          "how to look at it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); those that show"
              + " a moment show that of --step")
  private View view = View.LADDER;

  @Option(
      names = "--connection",
      description = "only this one, by its number in “connections” or its name, as in “TCP 1”")
  private @Nullable String connection;

  @Option(names = "--step", description = "the moment after this step, with the playhead")
  private @Nullable Double step;

  @Option(names = "--from", description = "the first step to show (default: 1)")
  private int from = 1;

  @Option(
      names = "--pieces",
      description = "show IP datagrams that were cut up on their way piece by piece")
  private boolean pieces;

  @Option(names = "--to", description = "the last step to show (default: the last there is)")
  private @Nullable Integer to;

  @Option(names = "--ascii", description = "a .txt of nothing but ASCII")
  private boolean ascii;

  @Override
  public Integer call() {
    Format format = format();
    look.check();
    slides.check();
    Trace trace = input.open();
    Analysis analysis = Analyzer.analyze(trace);
    int only = connection == null ? -1 : input.connection(analysis, connection);
    Timeline timeline = timeline(analysis, only);
    String title = LadderPages.title(timeline, fileTitle());
    Subject subject = new Subject(analysis, timeline, only, -1);
    Export export = new Export(subject, view, title, Fonts.bundled());
    ExportOptions options = options(format, timeline);
    try {
      AtomicFile.write(output, out -> export.write(format, options, Progress.UNHEARD, out));
    } catch (IOException e) {
      throw new Failure(output + " was not written: " + UnwrittenException.advice(e));
    }
    return input.report(trace);
  }

  private Format format() {
    String name = String.valueOf(output.getFileName());
    return Format.of(name)
        .orElseThrow(
            () ->
                new Failure(
                    output
                        + ": what can be written ends in "
                        + Format.endings()
                        + "; give a name that ends in one of them"));
  }

  private String fileTitle() {
    String name = String.valueOf(input.file().getFileName());
    return name.replaceFirst("(?i)(\\.(pcapng|pcap|cap|gz))+$", "");
  }

  private Timeline timeline(Analysis analysis, int only) {
    return only < 0
        ? TimelineBuilder.build(analysis, first -> pieces)
        : TimelineBuilder.build(analysis, only, first -> pieces);
  }

  private ExportOptions options(Format format, Timeline timeline) {
    Layout layout = slides.layout();
    boolean onSlides = format == Format.PPTX || layout != null;
    return new ExportOptions(
        range(timeline),
        moment(timeline),
        look.width(),
        look.height(),
        slides.aspect(),
        layout,
        look.palette(),
        look.letters(),
        look.size(onSlides ? SIZE_OF_SLIDES : 1),
        look.time(timeline),
        look.gauges(),
        look.scale(format == Format.GIF ? 1 : 2),
        look.transparent(),
        look.text(),
        slides.animate(),
        slides.speed(),
        ascii,
        slides.builds(),
        slides.template());
  }

  private Range range(Timeline timeline) {
    int steps = timeline.steps();
    int last = to == null ? steps : Math.min(to, steps);
    if (from < 1 || from > Math.max(1, last)) {
      throw new Failure("--from and --to: the steps go from 1 to " + steps);
    }
    return new Range(from, last);
  }

  private @Nullable Double moment(Timeline timeline) {
    if (step != null && !(step >= 0 && step <= timeline.steps())) {
      throw new Failure("--step: the steps go from 0 to " + timeline.steps());
    }
    return step;
  }
}
