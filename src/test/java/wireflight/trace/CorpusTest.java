package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real captures of many origins, against what tshark says of each frame. */
class CorpusTest {
  private static final Path CAPTURES = Path.of("../shared/captures");

  /** What tshark gives as {@code frame.time_relative}, frame by frame. */
  private static List<String> truth(Path capture) throws IOException {
    Path file = CAPTURES.resolve("truth").resolve(capture.getFileName() + ".tsv");
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size()).stream().map(line -> line.split("\t", -1)[1]).toList();
  }

  private static List<Path> captures() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the folder of captures is not there");
    try (var files = Files.list(CAPTURES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyFrameHasTheNumberAndTheTimeThatTsharkGivesIt() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    int compared = 0;
    for (Path capture : captures()) {
      List<String> truth = truth(capture);
      if (truth.isEmpty()) {
        continue;
      }
      compared++;
      Trace trace = Recording.open(capture);
      boolean enough =
          trace.problems().isEmpty() ? trace.size() == truth.size() : trace.size() >= truth.size();
      if (!enough) {
        wrong.put(
            capture.toString(),
            trace.size() + " rows instead of " + truth.size() + " " + trace.problems());
        continue;
      }
      List<String> ours = new ArrayList<>();
      for (int row = 0; row < truth.size(); row++) {
        ours.add(microseconds(trace.relativeTime(row)));
      }
      List<String> theirs = truth.stream().map(CorpusTest::microseconds).toList();
      if (!ours.equals(theirs)) {
        wrong.put(capture.toString(), ours + " instead of " + theirs);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(150);
  }

  private static String microseconds(long nanos) {
    return nanos == Trace.NO_TIME
        ? "none"
        : BigDecimal.valueOf(nanos, 9).setScale(6, RoundingMode.HALF_EVEN).toString();
  }

  private static String microseconds(String seconds) {
    return seconds.isEmpty()
        ? "none"
        : new BigDecimal(seconds).setScale(6, RoundingMode.HALF_EVEN).toString();
  }

  /** A pcapng file may hold nothing but its section header. */
  private static boolean isEmptySection(Path file) throws IOException {
    return Files.size(file) >= 28 && Files.readAllBytes(file)[0] == 0x0a;
  }

  @Test
  void whatIsNoCaptureSaysSoWithTheFileAndAnOffset() throws IOException {
    for (Path file : captures()) {
      Trace trace = Recording.open(file);
      if (trace.capturePoints().isEmpty() && trace.size() == 0 && !isEmptySection(file)) {
        assertThat(trace.problems()).as(file.toString()).isNotEmpty();
      }
      assertThat(trace.problems())
          .as(file.toString())
          .allSatisfy(
              problem -> {
                assertThat(problem.source()).isEqualTo(file.toString());
                assertThat(problem.offset()).isBetween(0L, Files.size(file));
                assertThat(problem.message()).endsWith(".");
              });
    }
  }
}
