package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.AtomicFile;
import wireflight.trace.PcapCopy;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;

/** A part of a recording as a recording of its own. */
@Command(
    name = "save",
    mixinStandardHelpOptions = true,
    description = "A recording, or a part of it, as pcapng with its calls or as plain pcap.")
final class SaveCommand implements Callable<Integer> {
  @Mixin private final CaptureInput input = new CaptureInput();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "the file to write: .pcapng keeps calls and lesson steps, .pcap only packets")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path output;

  @Option(
      names = "--connection",
      description = "of the packets only this one's, by its number in “connections”")
  private @Nullable Integer connection;

  @Option(names = "--from", description = "the first frame, as “analyze” numbers them (default: 1)")
  private int from = 1;

  @Option(names = "--to", description = "the last frame (default: the last there is)")
  private @Nullable Integer to;

  @Override
  public Integer call() {
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    boolean pcap = name.endsWith(".pcap");
    if (!pcap && !name.endsWith(".pcapng")) {
      throw new Failure(output + ": give a name that ends in .pcapng or .pcap");
    }
    Trace trace = input.open();
    IntPredicate wanted = wanted(trace);
    try {
      AtomicFile.write(
          output,
          out -> {
            if (pcap) {
              PcapCopy.write(trace, wanted, out);
            } else {
              TraceCopy.write(trace, wanted, out);
            }
          });
    } catch (IOException e) {
      throw new Failure(output + " was not written: " + e.getMessage());
    }
    return input.report(trace);
  }

  private IntPredicate wanted(Trace trace) {
    int last = to == null ? trace.size() : Math.min(to, trace.size());
    if (from < 1 || from > Math.max(1, last)) {
      throw new Failure("--from and --to: the frames go from 1 to " + trace.size());
    }
    IntPredicate inRange = row -> row + 1 >= from && row + 1 <= last;
    if (connection == null) {
      return inRange;
    }
    Analysis analysis = Analyzer.analyze(trace);
    int only = input.connection(analysis, connection);
    return row ->
        inRange.test(row)
            && (!trace.isFrame(row)
                || analysis.connectionOf(row) == only
                || analysis.quotedConnection(row) == only);
  }
}
