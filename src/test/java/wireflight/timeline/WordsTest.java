package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.connection.Endpoint;
import wireflight.language.Language;
import wireflight.packet.IpAddress;

class WordsTest {
  private final Words english = new Words(Language.ENGLISH);
  private final Words german = new Words(Language.GERMAN);

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "900, 0.90 µs",
    "212000, 212 µs",
    "80300000, 80.3 ms",
    "999499, 999 µs",
    "999600, 1.00 ms",
    "1020000000, 1.02 s",
    "60000000000, 60.0 s"
  })
  void durationsHaveThreeDigitsThatCount(long nanos, String text) {
    assertThat(Durations.text(nanos, Locale.ROOT)).isEqualTo(text);
  }

  @Test
  void aLanguageHasItsOwnDecimalMark() {
    assertThat(german.time(80_300_000)).isEqualTo("80,3 ms");
    assertThat(german.bytes(64_240)).isEqualTo("64\u202f240 Bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 µs",
    "28, 28 µs",
    "1000, 1.00 ms",
    "80345, 80.3 ms",
    "999999, 1.00 s",
    "9999999, 10.0 s"
  })
  void wholeMicrosecondsHaveNoFraction(long micros, String text) {
    assertThat(Durations.ofMicros(micros, Locale.ROOT)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 byte", "0, 0 bytes", "1460, 1460 bytes", "64240, 64\u202f240 bytes"})
  void bytesAreCounted(long count, String text) {
    assertThat(english.bytes(count)).isEqualTo(text);
  }

  @Test
  void rolesTakeAnArticleAndNamesDoNot() {
    assertThat(english.the("client")).isEqualTo("the client");
    assertThat(english.the("client 2")).isEqualTo("client 2");
    assertThat(english.the("alice")).isEqualTo("alice");
    assertThat(german.the("client")).isEqualTo("Client");
    assertThat(german.the("alice")).isEqualTo("alice");
  }

  @Test
  void sentencesBeginWithACapitalButNotNamesOfCallsAndPrograms() {
    assertThat(Words.sentence("the client calls")).isEqualTo("The client calls");
    assertThat(Words.sentence("recv() gives 5")).isEqualTo("recv() gives 5");
    assertThat(Words.sentence("chat.py fd 4 calls")).isEqualTo("chat.py fd 4 calls");
  }

  @Test
  void addressesAreReadAsSsPrintsThem() {
    Endpoint web = new Endpoint(IpAddress.parse("127.0.0.1"), 80);
    assertThat(SocketAddresses.parse("127.0.0.1:80")).contains(web);
    assertThat(SocketAddresses.parse("[::ffff:127.0.0.1]:80")).contains(web);
    assertThat(SocketAddresses.parse("[::1]:80").map(Endpoint::toString)).contains("[::1]:80");
    assertThat(SocketAddresses.parse("[fe80::1%lo]:80").map(Endpoint::toString))
        .contains("[fe80::1]:80");
    assertThat(SocketAddresses.parse("*:80")).contains(new Endpoint(IpAddress.v4(0), 80));
    for (String none : new String[] {"", ":80", "server", "127.0.0.1", "1.2.3.4:x", "a:1:2"}) {
      assertThat(SocketAddresses.parse(none)).as(none).isEqualTo(Optional.empty());
    }
  }

  @Test
  void markdownBecomesPlainText() {
    assertThat(PlainText.ofMarkdown("## The *SYN*\n\nsays `Seq=0`, see [RFC](http://x/y_z_)."))
        .isEqualTo("The SYN says Seq=0, see RFC.");
  }

  @Test
  void whatAnErrorMeansHangsOnTheCall() {
    Script script = new Script();
    script.call("server 127.0.0.1:80", "bind(127.0.0.1:81)", "server 127.0.0.1:80", "EINVAL");
    script.call("server 127.0.0.1:80", "accept()", "server 127.0.0.1:80", "EINVAL");
    script.call("server 127.0.0.1:80", "getsockopt(9)", "server 127.0.0.1:80", "EINVAL");
    Timeline timeline = script.timeline();
    assertThat(IntStream.rangeClosed(1, timeline.steps()).mapToObj(timeline::sentence))
        .anyMatch(it -> it.contains("EINVAL: the socket already has an address"))
        .anyMatch(it -> it.contains("EINVAL: the socket does not listen"))
        .anyMatch(it -> it.contains("EINVAL: an argument does not fit this call"));
  }
}
