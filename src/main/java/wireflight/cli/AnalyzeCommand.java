package wireflight.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;

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

  @Override
  public Integer call() {
    Analyzer.Points points = perCapturePoint ? Analyzer.Points.SEPARATE : Analyzer.Points.TOGETHER;
    Analysis analysis = input.analyze(points);
    StandardOutput.write(out -> new AnalysisOutput(analysis, format, out).write());
    return input.report(analysis.trace());
  }
}
