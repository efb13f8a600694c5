package wireflight.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.Trace;

/** A line a packet: what the analysis says of it. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "A line a packet: what the analysis says of it.")
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private final CaptureInput input = new CaptureInput();

  @Option(
      names = "--format",
      defaultValue = "tsv",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private RecordWriter.Format format;

  @Option(
      names = "--per-capture-point",
      description =
          "Analyse what each capture point saw by itself; else all as one, as tshark does.")
  private boolean perCapturePoint;

  @Option(
      names = "--better",
      description =
          "Two columns more: what a segment really is where more is known than Wireshark's rules"
              + " look at, and by what it is known.")
  private boolean better;

  @Override
  public Integer call() {
    Analyzer.Points points = perCapturePoint ? Analyzer.Points.SEPARATE : Analyzer.Points.TOGETHER;
    List<Trace> whole = new ArrayList<>();
    StandardOutput.write(
        out -> {
          AnalysisOutput output = new AnalysisOutput(format, better, out);
          Analysis analysis = input.analyze(points, output::advance);
          whole.add(analysis.trace());
          output.finish(analysis);
        });
    // Nobody is told of what is wrong further on who did not want to read as far as that.
    return whole.isEmpty() ? 0 : input.report(whole.getFirst());
  }
}
