package wireflight.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.FrameScan;
import wireflight.packet.Scan;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Frame;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Whole passes over a capture on one thread; the counter {@code rows} is rows a second, where the
 * rows of a capture by others are its packets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Passes {
  private static final int PACKETS = 200_000;

  private final Scan scan = new Scan();
  private Path file;
  private Trace trace;
  private Analysis analysis;

  /** Rows that were passed over. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Rows so far. */
    public long rows;
  }

  /** Opens the capture. */
  @Setup
  public void open() throws IOException {
    file = Capture.file(PACKETS);
    trace = Recording.open(file);
    analysis = Analyzer.analyze(trace);
  }

  /** From the file to rows. */
  @Benchmark
  public Trace reading(Counter counter) throws IOException {
    counter.rows += trace.size();
    return Recording.open(file);
  }

  /** Every packet down to its transport. */
  @Benchmark
  public long decoding(Counter counter) {
    long sum = 0;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        FrameScan.scan(scan, frame);
        sum += scan.captured();
      }
    }
    counter.rows += trace.size();
    return sum;
  }

  /** Every packet decoded and judged: connections, states, verdicts. */
  @Benchmark
  public Analysis analysis(Counter counter) {
    counter.rows += trace.size();
    return new Analyzer(Analyzer.Points.TOGETHER).advance(trace);
  }

  /** The steps that the window plays. */
  @Benchmark
  public Object timeline(Counter counter) {
    counter.rows += trace.size();
    return TimelineBuilder.build(analysis);
  }
}
