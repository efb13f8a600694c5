package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every frame of every capture of the corpus, field by field, against what tshark says of it. */
class TruthTest {
  private static final Path CAPTURES = Path.of("../shared/captures");
  private static final Comparison COMPARISON = new Comparison();

  @BeforeAll
  static void compareAll() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the corpus of captures is not beside the project");
    try (Stream<Path> truths = Files.list(CAPTURES.resolve("truth"))) {
      for (Path truth : truths.sorted().toList()) {
        String name = truth.getFileName().toString().replaceAll("\\.tsv$", "");
        COMPARISON.compare(name, CAPTURES.resolve(name), Comparison.rows(Files.readString(truth)));
      }
    }
    COMPARISON.verdicts.forEach((where, what) -> System.out.println(where + ": " + what));
    System.out.printf(
        "truth: %d frames compared, %d differ in a field, %d in the analysis%n",
        COMPARISON.compared, COMPARISON.fields.size(), COMPARISON.verdicts.size());
  }

  @Test
  void everyFieldAgrees() {
    assertThat(COMPARISON.compared).isPositive();
    assertThat(COMPARISON.fields).isEmpty();
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
    assertThat(listed).containsAll(COMPARISON.verdicts.keySet());
    assertThat(COMPARISON.verdicts.size()).isLessThanOrEqualTo(COMPARISON.compared / 200);
  }
}
