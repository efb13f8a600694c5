package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wireflight.lab.LessonText.START;
import static wireflight.lab.LessonText.calls;
import static wireflight.lab.LessonText.errorOf;
import static wireflight.lab.LessonText.parse;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons that mean ill, or are none: each is refused with a sentence. */
class HostileLessonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "client connect 192.168.1.4:80",
        "client connect example.com:80",
        "client connect 10.0.0.1:80",
        "client connect 1270.0.0.1:80",
        "client connect 127.0.0.1.example.com:80",
        "client connect 127.0.0.256:80",
        "client connect [2001:db8::1]:80",
        "client connect [::ffff:192.168.1.4]:80",
        "server bind 192.168.1.4:80",
        "client connect 0x7f000001:80",
        "client sendto 224.0.0.1:80 \"x\"",
        "client connect ../../etc/passwd:1",
      })
  void nothingBeyondTheLoopbackCanBeNamed(String line) {
    assertThat(errorOf(START + line + "\n```\n")).hasMessageContaining("is not on the loopback");
  }

  @Test
  void everyAddressCanBeBoundButNotReached() throws LessonError {
    assertThat(calls("server bind *:80\n"))
        .containsExactly(new Call.Bind("server", new Address("0.0.0.0", 80)));
    assertThat(errorOf(START + "client connect 0.0.0.0:80\n```\n"))
        .hasMessageContaining("can be bound but not reached");
  }

  @Test
  void aMillionSocketsAreRefused() {
    StringBuilder lesson = new StringBuilder("# T\n```sockets\n");
    for (int i = 0; i < 300; i++) {
      lesson.append("s").append(i).append(" = socket tcp\n");
    }
    assertThat(errorOf(lesson + "```\n"))
        .hasMessage("mine.md, line 259: a lesson has at most 256 sockets");
  }

  @Test
  void endlessSendsAreRefused() {
    assertThat(errorOf(START + "client send 100MB\n```\n"))
        .hasMessageContaining("here at most 1048576 is allowed");
    assertThat(errorOf(START + "client send 1MB\n".repeat(18) + "```\n"))
        .hasMessageContaining("at most 16777216 bytes in all");
    assertThat(errorOf(START + "client recv\n".repeat(3000) + "```\n"))
        .hasMessageContaining("at most 2000 calls");
    assertThat(errorOf(START + "wait 15s\n".repeat(2) + "```\n"))
        .hasMessageContaining("waits at most 20 s");
  }

  @Test
  void aFileThatIsTooLongIsRefusedUnread() {
    assertThatThrownBy(
            () -> new LessonParser(Bounds.USUAL).parse("x.md", "x.md", new byte[300_000]))
        .isInstanceOf(LessonError.class)
        .hasMessageContaining("at most 262144 bytes");
    assertThatThrownBy(() -> new LessonParser(Bounds.USUAL).parse(Path.of("/dev/zero")))
        .isInstanceOf(LessonError.class)
        .hasMessageContaining("at most 262144 bytes");
  }

  @Test
  void deepNestingIsNoTrouble() {
    assertThat(errorOf("> ".repeat(60_000) + "x")).hasMessageContaining("title is missing");
    assertThat(errorOf("*a ".repeat(60_000))).hasMessageContaining("title is missing");
    assertThat(errorOf("[".repeat(60_000))).hasMessageContaining("title is missing");
  }

  @Property(tries = 2000)
  void anyTextIsALessonOrALessonError(@ForAll("lessonLike") String text) {
    try {
      Lesson lesson = parse(text);
      assertThat(lesson.steps()).isNotEmpty();
    } catch (LessonError e) {
      assertThat(e.getMessage()).startsWith("mine.md").doesNotContain("null");
    }
  }

  @Property(tries = 2000)
  void anyLineIsACallOrALessonError(@ForAll("words") List<String> words) {
    String line = String.join(" ", words);
    LineParser parser = new LineParser("x", Bounds.USUAL);
    try {
      parser.parse(1, "server = socket tcp");
      assertThat(parser.parse(2, line)).isNotNull();
    } catch (LessonError e) {
      assertThat(e.word()).isBetween(0, words.size() + 1);
    }
  }

  @Provide
  Arbitrary<String> lessonLike() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of("# T\n", "```sockets\n", "```\n", "> ", "- ", "\n", "\r", "    ", "~~~"),
            words().map(words -> String.join(" ", words) + "\n"),
            Arbitraries.strings().ofMaxLength(20));
    return piece.list().ofMaxSize(20).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "server",
                "client",
                "=",
                "socket",
                "tcp",
                "accept",
                "bind",
                ":80",
                "send",
                "\"x\"",
                "recv",
                "5",
                "99999999999",
                "bytes",
                "connect",
                "[::1]:1",
                "wait",
                "1s",
                "linger",
                "off",
                "#",
                "\"",
                "“",
                "\\",
                "[]:1",
                ":",
                "-1",
                "٣"),
            Arbitraries.strings().ofMaxLength(8))
        .list()
        .ofMaxSize(7);
  }
}
