package wireflight.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Beside
class FormatTest {
  @Test
  void everySourceFileIsInTheHouseFormat() throws Exception {
    List<Path> wrong = new ArrayList<>();
    for (Path file : Formatter.javaFiles(Path.of("src"))) {
      String source = Files.readString(file);
      if (!Formatter.format(source).equals(source)) {
        wrong.add(file);
      }
    }
    assertThat(wrong)
        .as("not formatted: ./mvnw process-test-classes exec:exec@format mends it")
        .isEmpty();
  }
}
