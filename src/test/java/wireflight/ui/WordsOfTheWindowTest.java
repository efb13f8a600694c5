package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.language.Language;

/** The texts and prose that people read. */
class WordsOfTheWindowTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("wireflight.ui.texts", Locale.ENGLISH);

  static Stream<String> keys() {
    return BUNDLE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyTextIsAPattern(String key) {
    MessageFormat pattern = new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH);
    int places = pattern.getFormatsByArgumentIndex().length;
    String filled = pattern.format(new Object[] {1, 2, 3, 4, 5});
    assertThat(filled).isNotBlank().doesNotContain("{");
    assertThat(places).isLessThanOrEqualTo(5);
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
