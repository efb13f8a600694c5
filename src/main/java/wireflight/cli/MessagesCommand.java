package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.application.MessageReader;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.Trace;

/** A line an application message, in the order in which the messages became whole. */
@Command(
    name = "messages",
    mixinStandardHelpOptions = true,
    description = "A line an application message, with the frames that carry it.")
final class MessagesCommand implements Callable<Integer> {
  @Mixin private final CaptureInput input = new CaptureInput();

  @Option(
      names = "--format",
      defaultValue = "tsv",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private RecordWriter.Format format;

  @Override
  public Integer call() {
    Trace trace = input.open();
    Analysis analysis = Analyzer.analyze(trace);
    StandardOutput.write(out -> write(analysis, format, out));
    return input.report(trace);
  }

  /** Writes every message as it becomes whole, so that a large file needs no more memory. */
  static void write(Analysis analysis, RecordWriter.Format format, OutputStream out)
      throws IOException {
    RecordWriter writer = RecordWriter.to(out, format, MessageRows.COLUMNS);
    MessageRows rows = new MessageRows(analysis, writer);
    MessageReader reader =
        new MessageReader(
            message -> {
              try {
                rows.write(message);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try {
      reader.read(analysis);
      reader.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.finish();
  }
}
