package wireflight.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.capture.CaptureException;
import wireflight.lab.Lesson;
import wireflight.wire.Wire;

/** What was said in English is put into another language, sentence by sentence. */
class PutTest {
  private static final List<Class<?>> SPEAKERS =
      List.of(Lesson.class, Wire.class, CaptureException.class);

  @Test
  void aSentenceIsFoundAgainByItsWordsAndKeepsWhatStandsInItsPlaces() {
    assertThat(put("The lesson is over; “peer” is still in recv."))
        .isEqualTo("Die Lektion ist zu Ende; „peer“ wartet noch in recv.");
    assertThat(put("my.md, line 3, word 2: “lisen” is no call on a socket; did you mean “listen”?"))
        .isEqualTo(
            "my.md, Zeile 3, Wort 2: „lisen“ ist kein Aufruf an einem Socket; meintest du „listen“?");
  }

  @Test
  void whatSeveralPackagesSaidTogetherIsPutByEach() {
    String said =
        "A device needs a network of its own, which this process may not make: Linux says EPERM"
            + " (operation not permitted). `wireflight doctor` tells what helps.";
    assertThat(put("wire-rtt.md: " + said))
        .isEqualTo(
            "wire-rtt.md: Ein Gerät braucht ein eigenes Netz, das dieser Prozess nicht machen darf:"
                + " Linux sagt EPERM (nicht erlaubt). `wireflight doctor` sagt, was hilft.");
  }

  @Test
  void whatNobodySaidStaysAsItIs() {
    assertThat(put("Segmentation fault")).isEqualTo("Segmentation fault");
    assertThat(Language.ENGLISH.put("ports go from 0 to 65535", SPEAKERS))
        .isEqualTo("ports go from 0 to 65535");
  }

  private static String put(String english) {
    return Language.GERMAN.put(english, SPEAKERS);
  }
}
