package wireflight.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program says everything in each of its languages. */
class LanguagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/wireflight");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  /** Words that Germans use, too. */
  private static final Set<String> SHARED =
      Set.of(
          "ACK",
          "Bytes",
          "Format",
          "Frame",
          "Header",
          "JSON",
          "LaTeX",
          "Loopback",
          "Mbit",
          "kbit",
          "MTU",
          "Markdown",
          "Mermaid",
          "PlantUML",
          "Sockets",
          "Text",
          "Wireflight",
          "chat",
          "client",
          "python",
          "server",
          "ttl");

  static Stream<Path> english() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.endsWith("texts.properties")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void everythingIsSaidInGermanToo(Path english) throws IOException {
    Properties here = read(english);
    Properties there = read(english.resolveSibling("texts_de.properties"));
    assertThat(there.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(here.stringPropertyNames());
    for (String key : here.stringPropertyNames()) {
      String text = here.getProperty(key);
      String german = there.getProperty(key);
      assertThat(places(german)).as(key).isEqualTo(places(text));
      if (german.equals(text)) {
        assertThat(words(text)).as("%s is not translated: %s", key, text).isSubsetOf(SHARED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyTextIsAPattern(Path english) throws IOException {
    for (Path file : List.of(english, english.resolveSibling("texts_de.properties"))) {
      Properties texts = read(file);
      for (String key : texts.stringPropertyNames()) {
        String filled =
            new MessageFormat(texts.getProperty(key), Locale.ROOT)
                .format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(filled).as(key).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void whoeverSpeaksAnotherLanguageReadsEnglish() {
    assertThat(Language.of(Locale.of("de", "AT"))).isEqualTo(Language.GERMAN);
    assertThat(Language.of(Locale.JAPANESE)).isEqualTo(Language.ENGLISH);
    assertThat(Language.of("no such language")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of(Language.GERMAN.code())).isEqualTo(Language.GERMAN);
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      texts.load(in);
    }
    return texts;
  }

  private static Set<String> places(String pattern) {
    return found(PLACE, pattern);
  }

  private static Set<String> words(String text) {
    return found(WORD, text.replaceAll("\\{[^}]*}", " "));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
