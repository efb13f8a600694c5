package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wireflight.lab.LessonText.START;
import static wireflight.lab.LessonText.calls;
import static wireflight.lab.LessonText.errorOf;
import static wireflight.lab.LessonText.parse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.lab.Lesson.Line;

/** What can be written in a lesson, and what is said of what cannot. */
class LessonParserTest {
  @Test
  void proseBelongsToTheCallsThatFollowIt() throws LessonError {
    Lesson lesson =
        parse(
            """
            # The three-way handshake
            Before data can flow, *both* ends agree. More of it.

            A second paragraph.
            ```sockets
            server = socket tcp
            server bind :8080   # the port
            ```
            ## Then
            ```sockets
            server listen 5
            ```
            The end.
            """);
    assertThat(lesson.id()).isEqualTo("mine");
    assertThat(lesson.title()).isEqualTo("The three-way handshake");
    assertThat(lesson.summary()).isEqualTo("Before data can flow, both ends agree.");
    assertThat(lesson.steps())
        .extracting(Lesson.Step::narration)
        .containsExactly(
            "Before data can flow, *both* ends agree. More of it.\n\nA second paragraph.",
            "## Then",
            "The end.");
    assertThat(lesson.steps().getFirst().lines())
        .containsExactly(
            new Line(6, "server = socket tcp", new Call.Socket("server", SocketKind.TCP)),
            new Line(
                7,
                "server bind :8080   # the port",
                new Call.Bind("server", new Address("", 8080))));
    assertThat(lesson.steps().get(1).lines())
        .containsExactly(new Line(11, "server listen 5", new Call.Listen("server", 5)));
    assertThat(lesson.steps().getLast().lines()).isEmpty();
  }

  @Test
  void everyCallOfTheSocketsApiCanBeWritten() throws LessonError {
    assertThat(
            calls(
                """
                peer = accept server
                second = server accept
                u = socket udp
                six = socket tcp6
                client connect server
                client connect 127.0.0.2:80
                six connect [::1]:80
                client send "a \\"b\\"\\r\\n"
                client send 3000 bytes
                client send 2kB
                client send "a" then 3 then 2 bytes
                peer recv
                peer recv 5
                u sendto localhost:53 "x"
                u recvfrom
                client shutdown write
                client linger 0
                client linger off
                client nodelay on
                wait 50ms
                client lose data 3
                client lose syn-ack
                server lose syns 2 1
                client lose 20% seed 7
                client lose nothing
                u lose datagram 2
                client close
                """))
        .containsExactly(
            new Call.Accept("server", "peer"),
            new Call.Accept("server", "second"),
            new Call.Socket("u", SocketKind.UDP),
            new Call.Socket("six", SocketKind.TCP6),
            new Call.Connect("client", new Target.Socket("server")),
            new Call.Connect("client", new Target.At(new Address("127.0.0.2", 80))),
            new Call.Connect("six", new Target.At(new Address("::1", 80))),
            new Call.Send("client", List.of(new Payload.Text("a \"b\"\r\n"))),
            new Call.Send("client", List.of(new Payload.Count(3000))),
            new Call.Send("client", List.of(new Payload.Count(2000))),
            new Call.Send(
                "client",
                List.of(new Payload.Text("a"), new Payload.Count(3), new Payload.Count(2))),
            new Call.Recv("peer", 65536),
            new Call.Recv("peer", 5),
            new Call.SendTo("u", new Target.At(new Address("", 53)), new Payload.Text("x")),
            new Call.RecvFrom("u", 65536),
            new Call.Shutdown("client", Call.Direction.WRITE),
            new Call.SetOption("client", SocketOption.LINGER, 0),
            new Call.SetOption("client", SocketOption.LINGER, -1),
            new Call.SetOption("client", SocketOption.NODELAY, 1),
            new Call.Wait(Duration.ofMillis(50)),
            lose("client", new Loss.Chosen(Loss.Kind.DATA, List.of(3))),
            lose("client", new Loss.Chosen(Loss.Kind.SYN_ACK, List.of(1))),
            lose("server", new Loss.Chosen(Loss.Kind.SYN, List.of(1, 2))),
            lose("client", new Loss.ByChance(new Dice(20, 7))),
            new Call.Lose("client", Optional.empty()),
            lose("u", new Loss.Chosen(Loss.Kind.DATAGRAM, List.of(2))),
            new Call.Close("client"));
  }

  private static Call.Lose lose(String actor, Loss loss) {
    return new Call.Lose(actor, Optional.of(loss));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server lisen 5 | 2 | did you mean “listen”?",
        "clinet connect server | 1 | did you mean “client”?",
        "client connect sever | 3 | did you mean “server”?",
        "x = sokcet tcp | 3 | did you mean “socket”?",
        "x = socket tpc | 4 | did you mean “tcp”?",
        "x = server acept | 4 | did you mean “accept”?",
        "client shutdown wirte | 3 | did you mean “write”?",
        "connect client server | 1 | a line starts with the name of the socket",
        "server accept | 2 | peer = accept server",
        "server bind :99999 | 3 | ports go from 0 to 65535",
        "server bind here | 3 | write :8080 or 127.0.0.1:8080",
        "client send hello | 3 | should be a number",
        "client send \"hello | 0 | the closing quotation mark is missing",
        "client send \"\\q\" | 0 | is not known",
        "client close now | 3 | is too much here",
        "client send | 3 | what to send",
        "client = socket tcp | 1 | there is already a socket called “client”",
        "send = socket tcp | 1 | is a word of the language",
        "client nodelay 3 | 3 | is on or off",
        "client lose | 3 | what to lose",
        "client lose dta 3 | 3 | did you mean “data”?",
        "client lose datagram | 3 | a TCP socket loses data, ack, syn, syn-ack, fin",
        "client lose data third | 4 | should be a number: 3 stands for the third",
        "client lose data 0 | 4 | counted from 1",
        "client lose 100% | 3 | from 1% to 99%",
        "client lose 20% sed 7 | 4 | did you mean “seed”?",
        "client lose nothing more | 4 | is too much here",
        "client join 239.1.2.3 | 2 | only a UDP socket over IPv4",
        "client connect 239.1.2.3:80 | 3 | only datagrams can be sent to a group",
        "client bind 224.0.0.1:80 | 3 | is not on the loopback",
        "s = socket sctpp | 4 | did you mean “sctp”?",
        "wait 50 apples | 2 | a time ends in ms or s",
      })
  void anErrorPointsAtTheWordAndNamesTheRightOne(String line, int word, String hint) {
    LessonError error = errorOf(START + line + "\n```\n");
    assertThat(error.file()).isEqualTo("mine.md");
    assertThat(error.line()).isEqualTo(6);
    assertThat(error.word()).isEqualTo(word);
    assertThat(error.getMessage()).startsWith("mine.md, line 6").contains(hint);
  }

  @Test
  void aByteOrderMarkAsWindowsWritesItIsNoPartOfTheTitle() throws LessonError {
    assertThat(parse("\uFEFF# Mine\r\nText.\r\n```sockets\r\na = socket udp\r\n```\r\n").title())
        .isEqualTo("Mine");
  }

  @Test
  void whatIsNoLessonIsNamed() {
    assertThat(errorOf("```sockets\na = socket tcp\n```\n"))
        .hasMessageContaining("title is missing");
    assertThat(errorOf("# T\nwords\n")).hasMessageContaining("there are no calls");
    assertThat(errorOf("# T\n- x\n  ```sockets\n  a = socket tcp\n  ```\n"))
        .hasMessageContaining("line 3: a block of calls must not stand in a list");
    assertThatThrownBy(
            () -> new LessonParser(Bounds.USUAL).parse("x.md", "x.md", new byte[] {(byte) 0xff}))
        .hasMessageContaining("not text in UTF-8");
  }
}
