package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analyzer;

/** Every frame of every capture of the corpus, field by field, against what tshark says of it. */
class TruthTest {
  private static final Path CAPTURES = Path.of("../shared/captures");
  private static final List<String> LITERAL =
      List.of(
          "protocol",
          "src",
          "srcport",
          "dst",
          "dstport",
          "flags",
          "seq",
          "ack",
          "seq_raw",
          "ack_raw",
          "len",
          "window");

  private static final List<String> FIELD_DIFFERENCES = new ArrayList<>();
  private static final Set<String> ANALYSIS_DIFFERENCES = new HashSet<>();
  private static int compared;

  @BeforeAll
  static void compareAll() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the corpus of captures is not beside the project");
    try (Stream<Path> truths = Files.list(CAPTURES.resolve("truth"))) {
      truths.sorted().forEach(TruthTest::compare);
    }
    System.out.printf(
        "truth: %d frames compared, %d differ in a field, %d in the analysis%n",
        compared, FIELD_DIFFERENCES.size(), ANALYSIS_DIFFERENCES.size());
  }

  @Test
  void everyFieldAgrees() {
    assertThat(compared).isPositive();
    assertThat(FIELD_DIFFERENCES).isEmpty();
  }

  @Test
  void everyAnalysisAgreesButForTheListedOnes() throws IOException {
    Set<String> listed = new HashSet<>();
    try (var in = TruthTest.class.getResourceAsStream("differences.tsv")) {
      assertThat(in).isNotNull();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(cells -> listed.add(cells[0] + " " + cells[1]));
    }
    assertThat(listed).containsAll(ANALYSIS_DIFFERENCES);
    assertThat(ANALYSIS_DIFFERENCES.size()).isLessThanOrEqualTo(compared / 200);
  }

  private static void compare(Path truth) {
    String name = truth.getFileName().toString().replaceAll("\\.tsv$", "");
    try {
      List<Map<String, String>> expected = rows(Files.readString(truth));
      Map<String, Map<String, String>> ours = new HashMap<>();
      for (Map<String, String> row : rows(analyze(CAPTURES.resolve(name)))) {
        ours.put(cell(row, "frame"), row);
      }
      Map<String, String> streams = new HashMap<>();
      Map<String, String> back = new TreeMap<>();
      for (Map<String, String> row : expected) {
        if (!cell(row, "protocol").isEmpty()) {
          compared++;
          row(name, row, ours.getOrDefault(cell(row, "frame"), Map.of()), streams, back);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static void row(
      String name,
      Map<String, String> truth,
      Map<String, String> ours,
      Map<String, String> streams,
      Map<String, String> back) {
    String where = name + " " + cell(truth, "frame");
    for (String column : LITERAL) {
      if (!cell(truth, column).equals(cell(ours, column))) {
        FIELD_DIFFERENCES.add(
            where + " " + column + ": " + cell(truth, column) + ", ours " + cell(ours, column));
      }
    }
    if (!micros(truth).equals(micros(ours))) {
      FIELD_DIFFERENCES.add(where + " time " + micros(truth) + ", ours " + micros(ours));
    }
    String their = cell(truth, "protocol") + " " + cell(truth, "stream");
    String own = cell(ours, "protocol") + " " + cell(ours, "stream");
    boolean numbered = !cell(truth, "stream").isEmpty();
    if (numbered != !cell(ours, "stream").isEmpty()
        || numbered && !streams.computeIfAbsent(their, key -> own).equals(own)
        || numbered && !back.computeIfAbsent(own, key -> their).equals(their)) {
      FIELD_DIFFERENCES.add(where + " stream " + their + ", ours " + own);
    }
    if (!verdicts(truth).equals(verdicts(ours))) {
      ANALYSIS_DIFFERENCES.add(where);
      System.out.println(where + ": " + verdicts(truth) + ", ours " + verdicts(ours));
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static String micros(Map<String, String> row) {
    String time = cell(row, "time_relative");
    return time.isEmpty() ? time : time.substring(0, time.length() - 3);
  }

  private static Set<String> verdicts(Map<String, String> row) {
    return new HashSet<>(List.of(cell(row, "analysis").split(",", -1)));
  }

  private static String analyze(Path capture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var analysis = ReadingAhead.analyze(capture, Analyzer.Points.TOGETHER);
    new AnalysisOutput(analysis, RecordWriter.Format.tsv, out).write();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Map<String, String>> rows(String text) {
    List<String> lines = text.lines().toList();
    String[] names = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
