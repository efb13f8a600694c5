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
import wireflight.trace.ReadProgress;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Whole passes over a capture on one thread, each with those before it; the counter {@code rows} is
 * rows a second, where the rows of a capture by others are its packets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Passes {
  private static final int PACKETS = 200_000;

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

  /** From the file to packets: every one down to its transport. */
  @Benchmark
  public int decoding(Counter counter) throws IOException {
    Decoding decoding = new Decoding();
    decoding.rows(Recording.read(file, decoding).snapshot());
    counter.rows += decoding.row;
    return decoding.sum;
  }

  /** From the file to judged packets: connections, states, verdicts; what {@code analyze} does. */
  @Benchmark
  public Analysis analysis(Counter counter) throws IOException {
    Judging judging = new Judging();
    Analysis whole = judging.analyzer.advance(Recording.read(file, judging).snapshot());
    counter.rows += whole.trace().size();
    return whole;
  }

  /** The steps that the window plays. */
  @Benchmark
  public Object timeline(Counter counter) {
    counter.rows += trace.size();
    return TimelineBuilder.build(analysis);
  }

  /** A step on the way from the file, made as soon as rows are read and while they lie at hand. */
  private abstract static class Following implements ReadProgress {
    @Override
    public boolean read(long done, long all) {
      return true;
    }
  }

  private static final class Decoding extends Following {
    private final Scan scan = new Scan();
    private int row;
    private int sum;

    @Override
    public void rows(Trace soFar) {
      for (; row < soFar.size(); row++) {
        if (soFar.isFrame(row)) {
          FrameScan.scan(scan, soFar.frame(row));
          sum += scan.captured();
        }
      }
    }
  }

  private static final class Judging extends Following {
    private final Analyzer analyzer = new Analyzer(Analyzer.Points.TOGETHER);

    @Override
    public void rows(Trace soFar) {
      analyzer.advance(soFar);
    }
  }
}
