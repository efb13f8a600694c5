package wireflight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Alignment;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.AtomicFile;
import wireflight.trace.CapturePoint;
import wireflight.trace.PcapCopy;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;
import wireflight.trace.UnwrittenException;

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
      description =
          "of the packets only this one's, by its number in “connections” or its name, as in “TCP 1”")
  private @Nullable String connection;

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      description =
          "of the packets only those captured there: an interface's name, or its number from 0")
  private @Nullable String point;

  @Option(
      names = "--align",
      description =
          "of a capture from two ends whose clocks differ: take the estimated difference out")
  private boolean align;

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
    Trace opened = input.open();
    Trace trace = align ? Alignment.of(Analyzer.analyze(opened)) : opened;
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
      throw new Failure(output + " was not written: " + UnwrittenException.advice(e));
    }
    return input.report(opened);
  }

  private IntPredicate wanted(Trace trace) {
    int last = to == null ? trace.size() : Math.min(to, trace.size());
    if (from < 1 || from > Math.max(1, last)) {
      throw new Failure("--from and --to: the frames go from 1 to " + trace.size());
    }
    IntPredicate inRange = row -> row + 1 >= from && row + 1 <= last;
    if (point != null) {
      BitSet points = points(trace, point);
      IntPredicate all = inRange;
      inRange =
          row ->
              all.test(row) && (!trace.isFrame(row) || points.get(trace.frame(row).capturePoint()));
    }
    return connection == null ? inRange : ofConnection(trace, connection, inRange);
  }

  /** The interfaces of a name, of which a file may have several, or the one of a number. */
  private static BitSet points(Trace trace, String wanted) {
    BitSet named = new BitSet();
    BitSet numbered = new BitSet();
    for (CapturePoint each : trace.capturePoints()) {
      named.set(each.index(), each.name().equals(wanted));
      numbered.set(each.index(), Integer.toString(each.index()).equals(wanted));
    }
    if (named.isEmpty() && numbered.isEmpty()) {
      String all =
          trace.capturePoints().stream()
              .map(each -> each.index() + (each.name().isEmpty() ? "" : " (" + each.name() + ")"))
              .collect(Collectors.joining(", "));
      throw new Failure("--interface: the recording has " + (all.isEmpty() ? "none" : all));
    }
    return named.isEmpty() ? numbered : named;
  }

  private IntPredicate ofConnection(Trace trace, String wanted, IntPredicate inRange) {
    Analysis analysis = Analyzer.analyze(trace);
    int only = input.connection(analysis, wanted);
    return row -> inRange.test(row) && (!trace.isFrame(row) || analysis.isAbout(row, only));
  }
}
