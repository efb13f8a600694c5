package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wireflight.language.Language;

/** The texts and prose that people read. */
class WordsOfTheWindowTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "wireflight", "ui");
  private static final Properties ENGLISH = properties("texts.properties");

  private static Properties properties(String file) {
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Test
  void everyKeyOfTheCodeHasItsText() throws IOException {
    Pattern asked = Pattern.compile("texts\\.get\\(\\s*\"([a-zA-Z.-]+)\"\\s*[,)]");
    List<String> missing = new ArrayList<>();
    for (String source : sources()) {
      Matcher keys = asked.matcher(source);
      while (keys.find()) {
        if (!ENGLISH.containsKey(keys.group(1))) {
          missing.add(keys.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noTextIsWrittenInTheCodeOfTheWindow() throws IOException {
    Pattern written =
        Pattern.compile(
            "(?:set(?:Text|PromptText|AccessibleText|AccessibleHelp|Title|HeaderText)"
                + "|new (?:Label|Button|ToggleButton|MenuItem|RadioMenuItem|CheckMenuItem|Menu"
                + "|Tooltip|ToggleSwitch|ButtonType|ExtensionFilter|CheckBox|Hyperlink))"
                + "\\(\\s*\"[^\"]*\\p{L}{2}");
    for (String source : sources()) {
      assertThat(source).doesNotContainPattern(written);
    }
    // Sentences are nowhere else either: two words and more that are no exception's message.
    Pattern sentence = Pattern.compile("\"\\p{Lu}\\p{Ll}+(?: \\p{L}+)+[^\"]*\"");
    for (String source : sources()) {
      assertThat(source.replaceAll("new \\w*(?:Exception|Error)\\([^;]*;", "").lines())
          .filteredOn(line -> !line.strip().startsWith("*") && !line.strip().startsWith("//"))
          .noneMatch(
              line -> sentence.matcher(line).find() && !line.contains("Application Support"));
    }
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        sources.add(Files.readString(file));
      }
    }
    assertThat(sources).hasSizeGreaterThan(50);
    return sources;
  }

  @Test
  void numbersHaveTheirThousandsSetApart() {
    Texts texts = new Texts(Language.ENGLISH);
    assertThat(texts.get("bytes.count", 1234567)).isEqualTo("1\u202f234\u202f567 bytes sent");
    assertThat(texts.get("connection.sent", 1)).isEqualTo("1 sent");
    assertThat(texts.get("transport.speed", 0.25)).isEqualTo("0.25×");
  }

  @Test
  void proseKeepsItsWordsWithoutItsMarks() {
    assertThat(new Prose().plain("**Nothing** crosses: `bind` only\ntells *the kernel*."))
        .isEqualTo("Nothing crosses: bind only tells the kernel.");
  }
}
