package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxErrorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"texts", "texts_de"})
  void whatACallMayFailWithHasAMeaningForPeople(String file) throws IOException {
    Properties texts = new Properties();
    Path path = Path.of("src/main/resources/wireflight/timeline", file + ".properties");
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    assertThat(LinuxErrors.names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(texts.getProperty("errno." + name, "")).isNotEmpty());
    assertThat(LinuxErrors.name(22)).isEqualTo("EINVAL");
  }
}
