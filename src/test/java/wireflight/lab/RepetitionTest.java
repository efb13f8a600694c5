package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * Each lesson gives the same packets each time: senders, flags and lengths, in this order. What
 * only the kernel's timing decides may vary, and {@link Freedom} says what that is.
 *
 * <p>Compared are the recording that ships, and the run that other tests look at; with {@code
 * -Dwireflight.runs=20} so many more, and with {@code -Dwireflight.recorded=FOLDER} what {@code
 * wireflight record LESSON -o FOLDER/LESSON.1.pcapng} and the like have made there.
 */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class RepetitionTest {
  private static final int RUNS = Integer.getInteger("wireflight.runs", 0);
  private static final String RECORDED = System.getProperty("wireflight.recorded", "");

  /** What may vary. */
  private enum Freedom {
    /** Nothing. */
    NONE,
    /** Which acknowledgments without data the kernel merges into one. */
    ACKNOWLEDGMENTS,
    /** That, and which segments are marked PSH: those after which nothing waited to be sent. */
    PUSHES,
    /** That, and whose packet comes first where both ends send at once. */
    ORDER,
    /**
     * That, and whether the last segment is sent once more as a probe: the kernel does so where an
     * acknowledgment is late (RFC 8985, section 7), which is a busy machine's doing.
     */
    PROBES,
    /** That, and how a stream is cut into segments, and how many are sent again. */
    SEGMENTS
  }

  private static final Map<String, Freedom> FREEDOMS =
      Map.ofEntries(
          // How far the window has opened when the next segment goes hangs on the reader's pace.
          Map.entry("slow-reader", Freedom.SEGMENTS),
          Map.entry("lost-data", Freedom.ACKNOWLEDGMENTS),
          Map.entry("bursts", Freedom.PUSHES),
          // Both ends' timers run out after the same second.
          Map.entry("lost-syn-ack", Freedom.ORDER),
          // The tail loss probe comes after some milliseconds, unless the acknowledgment is faster.
          Map.entry("nodelay", Freedom.SEGMENTS),
          // What is sent after the first loss, and so what is lost next, hangs on timers.
          Map.entry("random-loss", Freedom.SEGMENTS),
          Map.entry("wire-fast-retransmit", Freedom.PROBES),
          Map.entry("wire-sack", Freedom.PROBES),
          // How often the timer runs out in the time given hangs on the round trip it measured.
          Map.entry("wire-backoff", Freedom.SEGMENTS),
          Map.entry("wire-slow-start", Freedom.SEGMENTS),
          Map.entry("wire-reordering", Freedom.SEGMENTS),
          Map.entry("wire-queue", Freedom.SEGMENTS),
          Map.entry("wire-fat-pipe", Freedom.SEGMENTS),
          Map.entry("wire-mtu", Freedom.SEGMENTS),
          Map.entry("wire-ipv6", Freedom.SEGMENTS));

  static Stream<String> lessons() {
    return new Lessons().builtIn().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyRunHasTheSamePackets(String lesson) throws IOException {
    Freedom freedom = FREEDOMS.getOrDefault(lesson, Freedom.NONE);
    Trace shipped = Recording.open(Path.of("assets/recordings", lesson + ".pcapng"));
    Map<String, List<String>> expected =
        shape(new RecordedRun(shipped, new WorkerProcess.Exit(0, "")), freedom);
    assertThat(shape(RecordedRun.shared(lesson), freedom)).as(lesson).isEqualTo(expected);
    for (int run = 1; run <= RUNS; run++) {
      assertThat(shape(RecordedRun.ofLesson(lesson), freedom))
          .as("%s, run %d", lesson, run)
          .isEqualTo(expected);
    }
    for (Path recorded : recorded(lesson)) {
      Trace trace = Recording.open(recorded);
      assertThat(shape(new RecordedRun(trace, new WorkerProcess.Exit(0, "")), freedom))
          .as(recorded.toString())
          .isEqualTo(expected);
    }
  }

  private static List<Path> recorded(String lesson) throws IOException {
    if (RECORDED.isEmpty()) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of(RECORDED), lesson + ".*.pcapng")) {
      files.forEach(found::add);
    }
    return found;
  }

  /** What must not vary: packets by who is to be told apart. */
  private static Map<String, List<String>> shape(RecordedRun run, Freedom freedom) {
    Map<String, List<String>> shape = new LinkedHashMap<>();
    List<String> packets = run.packets();
    List<Integer> points = run.capturePoints();
    Set<Integer> probes = freedom == Freedom.PROBES ? run.tailsAgain() : Set.of();
    for (int i = 0; i < packets.size(); i++) {
      String packet = packets.get(i);
      // IGMP: the kernel announces groups when it likes.
      if (packet.startsWith("Undecoded")
          || freedom != Freedom.NONE && packet.endsWith(" A")
          || probes.contains(i)) {
        continue;
      }
      boolean apart = freedom.compareTo(Freedom.ORDER) >= 0;
      String key = apart ? points.get(i) + " " + packet.split(" ", 2)[0] : "all";
      List<String> seen = shape.computeIfAbsent(key, it -> new ArrayList<>());
      boolean data = packet.matches(".* P?A \\d+");
      String told = freedom == Freedom.SEGMENTS && data ? "data" : packet;
      told = data && freedom.compareTo(Freedom.PUSHES) >= 0 ? told.replace(" PA ", " A ") : told;
      if (!told.equals("data") || seen.isEmpty() || !seen.getLast().equals("data")) {
        seen.add(told);
      }
    }
    return shape;
  }
}
