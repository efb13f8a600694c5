package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.lab.SandboxSocket.Stage;
import wireflight.language.Language;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.SocketName;

/** What a person is offered, given what the recorded calls really gave. */
class SandboxTest {
  private final Sandbox sandbox = new Sandbox();
  private long calls;

  @Test
  void aNewSocketCanConnectOrBindAndTheUsualCallComesFirst() throws LessonError {
    make("server = socket tcp", "server", "socket", "AF_INET, SOCK_STREAM", "");
    assertThat(offers("server"))
        .startsWith("server bind :8080")
        .contains("server reuseaddr on", "server close")
        .doesNotContain("server listen 5", "server recv");
  }

  @Test
  void whatListensIsOfferedToWhoConnects() throws LessonError {
    listening();
    make("client = socket tcp", "client", "socket", "AF_INET, SOCK_STREAM", "");
    assertThat(offers("client")).startsWith("client connect server");
    assertThat(offers("server"))
        .containsExactly(
            "peer = accept server",
            "server lose syn",
            "server lose ack",
            "server lose nothing",
            "server close");
  }

  @Test
  void aCallThatWaitsLeavesNothingToOfferUntilItReturns() throws LessonError {
    listening();
    enter("peer = accept server", "server", "accept", "");
    assertThat(socket("server").busy()).isEqualTo("accept");
    assertThat(offers("server")).isEmpty();
    assertThatThrownBy(() -> sandbox.check("server close"))
        .isInstanceOf(LessonError.class)
        .hasMessageContaining("still in accept");
    leave("server", "accept", "", "peer", "");
    assertThat(socket("peer").stage()).isEqualTo(Stage.CONNECTED);
    assertThat(offers("peer")).startsWith("peer send \"hello\"").contains("peer recv");
    assertThat(offers("server")).startsWith("peer2 = accept server");
  }

  @Test
  void whatIsWrongWithACallIsToldInThePersonsLanguage() throws LessonError {
    make("client = socket tcp", "client", "socket", "AF_INET, SOCK_STREAM", "");
    LessonError wrong = catchThrowableOfType(LessonError.class, () -> sandbox.check("clint close"));
    assertThat(wrong.in(Language.ENGLISH))
        .isEqualTo(wrong.problem())
        .isEqualTo("there is no socket called “clint” yet; did you mean “client”?");
    assertThat(wrong.in(Language.GERMAN))
        .isEqualTo("es gibt noch keinen Socket namens „clint“; meintest du „client“?");
    LessonError cut = catchThrowableOfType(LessonError.class, () -> sandbox.check("client bind"));
    assertThat(cut.in(Language.GERMAN))
        .isEqualTo("hier fehlt: eine Adresse wie :8080 oder 127.0.0.1:8080");
  }

  @Test
  void afterShutdownItCanOnlyReceive() throws LessonError {
    listening();
    make("peer = accept server", "server", "accept", "", "peer");
    make("peer shutdown read", "peer", "shutdown", "SHUT_RD", "");
    assertThat(offers("peer")).contains("peer send \"hello\"");
    make("peer shutdown write", "peer", "shutdown", "SHUT_WR", "");
    assertThat(offers("peer")).contains("peer recv").doesNotContain("peer send \"hello\"");
  }

  @Test
  void aResetConnectionCanOnlyBeClosed() throws LessonError {
    listening();
    make("peer = accept server", "server", "accept", "", "peer");
    enter("peer recv", "peer", "recv", "65536");
    leave("peer", "recv", "65536", "", "ECONNRESET");
    assertThat(offers("peer")).containsExactly("peer close");
    make("peer close", "peer", "close", "", "");
    assertThat(offers("peer")).isEmpty();
    assertThatThrownBy(() -> sandbox.check("peer recv")).hasMessageContaining("is closed");
  }

  @Test
  void aRefusedConnectMayBeTriedAgain() throws LessonError {
    make("client = socket tcp", "client", "socket", "AF_INET, SOCK_STREAM", "");
    enter("client connect :9", "client", "connect", "127.0.0.1:9");
    leave("client", "connect", "127.0.0.1:9", "", "ECONNREFUSED");
    assertThat(socket("client").stage()).isEqualTo(Stage.NEW);
  }

  @Test
  void aDatagramSocketCanSendAtOnceAndThenReceive() throws LessonError {
    make("server = socket udp", "server", "socket", "AF_INET, SOCK_DGRAM", "");
    make("server bind :8080", "server", "bind", "127.0.0.1:8080", "");
    make("client = socket udp", "client", "socket", "AF_INET, SOCK_DGRAM", "");
    assertThat(offers("client")).startsWith("client sendto server \"hello\"");
    assertThat(offers("client")).doesNotContain("client recvfrom");
    make("client sendto server \"hello\"", "client", "sendto", "\"hello\", 5", "5");
    assertThat(offers("client")).contains("client recvfrom");
    assertThat(offers("server")).startsWith("server recvfrom");
  }

  @Test
  void everythingOfferedIsUnderstood() throws LessonError {
    listening();
    make("client = socket tcp", "client", "socket", "AF_INET, SOCK_STREAM", "");
    make("peer = accept server", "server", "accept", "", "peer");
    make("eye = socket udp6", "eye", "socket", "AF_INET6, SOCK_DGRAM", "");
    for (SandboxSocket socket : sandbox.sockets()) {
      for (Offer offer : sandbox.offers(socket)) {
        if (!offer.open()) {
          sandbox.check(offer.line());
        }
      }
    }
    for (Offer creation : sandbox.creations("client", 0)) {
      assertThat(creation.line()).startsWith("client2 = socket ");
      sandbox.check(creation.line());
    }
  }

  @Test
  void whatComesToASocketCanBeLostWhereItCanBeChosen() throws LessonError {
    listening();
    make("peer = accept server", "server", "accept", "", "peer");
    assertThat(offers("peer")).contains("peer lose data 3", "peer lose 20% seed 7");
    make("six = socket tcp6", "six", "socket", "AF_INET6, SOCK_STREAM", "");
    make("six connect [::1]:9", "six", "connect", "[::1]:9", "");
    assertThat(offers("six")).contains("six lose fin").doesNotContain("six lose data");
    make("six-server = socket tcp6", "six-server", "socket", "AF_INET6, SOCK_STREAM", "");
    make("six-server bind :80", "six-server", "bind", "[::1]:80", "");
    make("six-server listen 5", "six-server", "listen", "5", "");
    assertThat(offers("six-server")).contains("six-server lose syn");
    make("udp-one = socket udp", "udp-one", "socket", "AF_INET, SOCK_DGRAM", "");
    assertThat(offers("udp-one")).noneMatch(offer -> offer.contains(" lose "));
    make("udp-one bind :7", "udp-one", "bind", "127.0.0.1:7", "");
    assertThat(offers("udp-one")).contains("udp-one lose datagram", "udp-one lose nothing");
    for (SandboxSocket socket : sandbox.sockets()) {
      for (Offer offer : sandbox.offers(socket)) {
        if (offer.call().equals("lose")) {
          sandbox.check(offer.line());
        }
      }
    }
  }

  @Test
  void aMistakeIsNamedWithTheNearestWord() throws LessonError {
    listening();
    assertThatThrownBy(() -> sandbox.check("server lisen 5")).hasMessageContaining("“listen”");
    assertThatThrownBy(() -> sandbox.check("sever close")).hasMessageContaining("“server”");
  }

  @Test
  void whatWasDoneBecomesALessonThatDoesItAgain() throws LessonError {
    listening();
    String markdown = sandbox.lesson("By\nhand");
    Lesson lesson =
        new LessonParser(Bounds.USUAL)
            .parse("mine.md", "mine.md", markdown.getBytes(StandardCharsets.UTF_8));
    assertThat(lesson.title()).isEqualTo("By hand");
    assertThat(lesson.steps().getFirst().lines().stream().map(Lesson.Line::text))
        .containsExactlyElementsOf(sandbox.lines());
  }

  private void listening() throws LessonError {
    make("server = socket tcp", "server", "socket", "AF_INET, SOCK_STREAM", "");
    make("server bind :8080", "server", "bind", "127.0.0.1:8080", "");
    make("server listen 5", "server", "listen", "5", "");
  }

  private void make(String line, String actor, String call, String arguments, String result)
      throws LessonError {
    enter(line, actor, call, arguments);
    leave(actor, call, arguments, result, "");
  }

  private void enter(String line, String actor, String call, String arguments) throws LessonError {
    sandbox.check(line);
    sandbox.made(line);
    sandbox.see(new CallEntered(0, ++calls, name(actor, arguments), call, arguments));
  }

  private void leave(String actor, String call, String arguments, String result, String errno) {
    sandbox.see(
        new CallReturned(0, calls, name(actor, arguments), call, arguments, result, "", errno));
  }

  private SocketName name(String actor, String arguments) {
    String transport =
        arguments.contains("DGRAM")
            ? "udp"
            : sandbox.sockets().stream()
                .filter(socket -> socket.name().equals(actor))
                .map(socket -> socket.kind().transport())
                .findFirst()
                .orElse("tcp");
    return new SocketName("this machine", 1, actor, transport, "", "");
  }

  private SandboxSocket socket(String name) {
    return sandbox.sockets().stream()
        .filter(socket -> socket.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> offers(String name) {
    return sandbox.offers(socket(name)).stream().map(Offer::line).toList();
  }

  @Test
  void socketsAreOfferedOnTheDevicesOfTheWire() throws LessonError {
    Sandbox sandbox = new Sandbox();
    assertThat(sandbox.onWire()).isEmpty();
    String line = sandbox.creations("server", 2).getFirst().line();
    assertThat(line).isEqualTo("server = socket tcp on device 2");
    sandbox.check(line);
    sandbox.made(line);
    assertThat(sandbox.onWire()).contains(true);
    Sandbox other = new Sandbox();
    other.made("server = socket tcp");
    assertThat(other.onWire()).contains(false);
  }
}
