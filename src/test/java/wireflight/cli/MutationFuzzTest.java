package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.application.MessageReader;
import wireflight.build.Beside;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Diagram;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.diagram.Viewport;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.packet.HeaderLayout;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Frame;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Damaged captures, from the file to the picture: no exception, no hang, no memory for what is only
 * claimed.
 *
 * <p>{@code -Dfuzz.seconds=600} goes on for so long; {@code -Dfuzz.seed=N}, as a failure tells it,
 * begins with that very case.
 */
@Beside
class MutationFuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 30);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  /** More than any case takes on a busy machine. */
  private static final long CASE_SECONDS = 60;

  /** All that a case may allocate in its course, garbage included: so much, and more by size. */
  private static final long ALLOCATED = 1L << 29;

  private static final long ALLOCATED_PER_BYTE = 16_384;

  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  @TempDir private Path folder;

  @Test
  void damagedCapturesAreShownAsFarAsTheyGo() throws Exception {
    List<Path> captures = captures();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    AtomicReference<Thread> worker = new AtomicReference<>();
    ExecutorService pool =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = Thread.ofPlatform().daemon().unstarted(task);
              worker.set(thread);
              return thread;
            });
    long seed = SEED;
    try {
      do {
        run(captures, seed++, pool, worker);
      } while (System.nanoTime() < end);
    } finally {
      pool.shutdownNow();
    }
    System.out.printf("fuzz: %d damaged captures, from -Dfuzz.seed=%d on%n", seed - SEED, SEED);
  }

  /** The corpus where it is, and what ships with the program. */
  private static List<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>();
    for (Path from : List.of(Path.of("assets/recordings"), Path.of("../shared/captures"))) {
      if (Files.isDirectory(from)) {
        try (Stream<Path> files = Files.list(from)) {
          files.filter(Files::isRegularFile).sorted().forEach(captures::add);
        }
      }
    }
    assertThat(captures).isNotEmpty();
    return captures;
  }

  private void run(
      List<Path> captures, long seed, ExecutorService pool, AtomicReference<Thread> worker)
      throws Exception {
    byte[] bytes = new Mutation(captures, seed).bytes();
    Path file = folder.resolve("damaged");
    Files.write(file, bytes);
    Future<Long> task = pool.submit(() -> allocated(() -> show(file)));
    try {
      assertThat(task.get(CASE_SECONDS, TimeUnit.SECONDS))
          .as("bytes allocated for a file of %d, -Dfuzz.seed=%d", bytes.length, seed)
          .isLessThan(ALLOCATED + ALLOCATED_PER_BYTE * bytes.length);
    } catch (ExecutionException e) {
      throw new AssertionError("-Dfuzz.seed=" + seed, e.getCause());
    } catch (TimeoutException e) {
      AssertionError hang = new AssertionError("hangs: -Dfuzz.seed=" + seed);
      hang.setStackTrace(Objects.requireNonNull(worker.get()).getStackTrace());
      throw hang;
    }
  }

  /** Something that reads a file. */
  private interface Body {
    void run() throws IOException;
  }

  private static long allocated(Body body) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    body.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void show(Path file) throws IOException {
    Trace trace = Recording.open(file);
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row)) {
        assertThat(trace.event(row)).isNotNull();
      }
    }
    Analysis analysis = Analyzer.analyze(trace);
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        HeaderLayout.of(
            frame.linkType().code(),
            analysis.packet(row),
            frame.data(),
            frame.offset(),
            frame.length(),
            analysis.language());
      }
      analysis.segment(row);
    }
    new AnalysisOutput(RecordWriter.Format.json, false, OutputStream.nullOutputStream())
        .finish(analysis);
    MessageReader.all(analysis);
    Timeline timeline = TimelineBuilder.build(analysis);
    for (int step = 1; step <= timeline.steps(); step += 1 + timeline.steps() / 50) {
      assertThat(timeline.sentence(step)).isNotBlank();
    }
    Subject subject = new Subject(analysis, timeline, -1, -1);
    for (View view : View.values()) {
      Diagram diagram = view.of(subject, TYPE, new LadderStyle(Palette.LIGHT));
      for (double position : new double[] {timeline.steps() / 2.0, timeline.steps()}) {
        double width = diagram.contentWidth(1280);
        diagram.contentHeight(width);
        diagram.attention(width, position);
        assertThat(diagram.picture(new Viewport(width, 720), position).drawing()).isNotNull();
      }
    }
  }
}
