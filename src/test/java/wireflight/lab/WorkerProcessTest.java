package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wireflight.build.Beside;
import wireflight.trace.Event;
import wireflight.trace.Note;

/** A worker does what it is told, and says what it cannot do. */
@Beside
@Timeout(120)
class WorkerProcessTest {
  @Test
  void singleCallsAreMadeAsTheyCome() throws IOException {
    RecordedRun run =
        RecordedRun.of(
            "server = socket tcp",
            "server bind :8080",
            "server listen 1",
            "client = socket tcp",
            "client connect server",
            "peer = accept server",
            "client close");
    assertThat(run.exit().code()).isZero();
    assertThat(run.packets())
        .containsExactly("client S", "peer SA", "client A", "client FA", "peer A");
  }

  @Test
  void aCallThatCannotBeUnderstoodIsExplainedAndTheRestIsDone() throws IOException {
    RecordedRun run = RecordedRun.of("a = socket tcp", "a bnid :80", "a bind :80");
    assertThat(run.exit().code()).isEqualTo(1);
    assertThat(run.exit().sentence())
        .isEqualTo("the call, word 2: “bnid” is no call on a socket; did you mean “bind”?");
    assertThat(run.calls()).last().isEqualTo("a: bind(127.0.0.1:80) = 0");
  }

  @Test
  void sctpIsUsedWhereTheKernelHasItAndItsLackIsExplainedBeforeALessonBegins(@TempDir Path folder)
      throws IOException {
    Path lesson = folder.resolve("sctp.md");
    Files.writeString(
        lesson,
        """
        # SCTP
        ```sockets
        server = socket sctp
        server bind :8080
        server listen 5
        client = socket sctp
        client connect server
        peer = accept server
        client send "hello"
        peer recv
        ```
        """);
    RecordedRun run = RecordedRun.of("run " + lesson);
    if (Trial.SCTP.outcome().isEmpty()) {
      assertThat(run.exit().code()).isZero();
      assertThat(run.calls())
          .contains(
              "client: socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP) = 0",
              "client: connect(127.0.0.1:8080) = 0",
              "peer: recv(65536) = 5");
    } else {
      assertThat(run.exit().code()).isEqualTo(1);
      assertThat(run.exit().sentence())
          .startsWith("sctp.md, line 3: there is no SCTP here: ")
          .contains("sudo modprobe sctp");
      assertThat(run.trace().size()).isZero();
    }
  }

  @Test
  void aPersonsMistakeIsToldInTheRecordingAndDoesNotFailTheRun() throws IOException {
    RecordedRun run =
        RecordedRun.of(
            "hand", "a = socket udp", "b = socket udp", "b sendto a \"x\"", "a bind :80");
    assertThat(run.exit()).isEqualTo(new WorkerProcess.Exit(0, ""));
    assertThat(run.events(Note.class).map(Note::message))
        .containsExactly("“a” has no address yet: bind it first");
    Sandbox sandbox = new Sandbox();
    run.events(Event.class).forEach(sandbox::see);
    assertThat(sandbox.sockets())
        .extracting(SandboxSocket::name, SandboxSocket::stage, SandboxSocket::local)
        .containsExactly(
            tuple("a", SandboxSocket.Stage.BOUND, "127.0.0.1:80"),
            tuple("b", SandboxSocket.Stage.NEW, ""));
  }

  @Test
  void callsMayFollowALesson() throws IOException {
    RecordedRun run = RecordedRun.of("run echo", "more = socket udp", "more sendto server \"x\"");
    assertThat(run.exit().code()).isZero();
    assertThat(run.packets()).hasSize(6).last().isEqualTo("ICMP 3/3");
  }

  @Test
  void aLessonThatCannotGoOnSaysWhere(@TempDir Path folder) throws IOException {
    Path lesson = folder.resolve("stuck.md");
    Files.writeString(
        lesson,
        """
        # Stuck
        ```sockets
        server = socket tcp
        server bind :8080
        server listen 1
        peer = accept server
        peer send "nobody there"
        ```
        """);
    RecordedRun run = RecordedRun.of("run " + lesson);
    assertThat(run.exit().code()).isEqualTo(1);
    assertThat(run.exit().sentence())
        .isEqualTo(
            "stuck.md, line 7: “server” is still in accept, and nothing came that would end it.");
    assertThat(run.events(Note.class).map(Note::message))
        .containsExactly("The lesson is over; “server” is still in accept.");
  }

  @Test
  void anEndlessSendIsStopped() throws IOException {
    RecordedRun run =
        RecordedRun.of(
            "s = socket tcp",
            "s rcvbuf 4096",
            "s bind :8080",
            "s listen 1",
            "c = socket tcp",
            "c sndbuf 4096",
            "c connect s",
            "c send 1MiB",
            "c send 1MiB");
    assertThat(run.exit().sentence())
        .contains("“c” is still in send, and nothing came that would end it");
    assertThat(run.trace().problems()).isEmpty();
  }

  @Test
  void whatIsNotOnTheLoopbackIsRefused() throws IOException {
    RecordedRun run = RecordedRun.of("c = socket tcp", "c connect 192.0.2.1:80");
    assertThat(run.exit().sentence()).contains("is not on the loopback");
    assertThat(run.calls()).containsExactly("c: socket(AF_INET, SOCK_STREAM) = 0");
    assertThat(run.packets()).isEmpty();
  }

  @Test
  void onlyOneLineIsACommand() throws IOException {
    try (WorkerProcess worker = WorkerProcess.start(Network.LOOPBACK)) {
      assertThatThrownBy(() -> worker.run("x\nstop")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void onTheMachinesOwnLoopbackNothingIsReachableFromElsewhere() throws IOException {
    assumeTrue(mayCapture(), "needs the right to capture on the machine's loopback");
    try (WorkerProcess worker = WorkerProcess.start(Network.LOOPBACK)) {
      for (String call :
          new String[] {
            "s = socket tcp",
            "s listen 1",
            "s bind *:0",
            "s bind :0",
            "s listen 1",
            "u = socket udp",
            "u sendto 127.0.0.1:9 \"x\"",
            "u bind :0"
          }) {
        worker.call(call);
      }
      worker.end();
      RecordedRun run = RecordedRun.of(worker);
      assertThat(run.exit().sentence().lines())
          .satisfiesExactly(
              first -> assertThat(first).contains("must be bound before listen"),
              second -> assertThat(second).contains("bound to 127.0.0.1 or [::1] only"),
              third -> assertThat(third).contains("must be bound before sendto"));
      assertThat(run.calls("s"))
          .contains(
              "s: setsockopt(SO_BINDTODEVICE, \"lo\") = 0",
              "s: setsockopt(SO_REUSEADDR, 1) = 0",
              "s: bind(127.0.0.1:0) = 0");
      assertThat(run.calls("u")).last().isEqualTo("u: bind(127.0.0.1:0) = 0");
    }
  }

  private static boolean mayCapture() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("CapEff:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> 13 & 1) == 1);
    }
  }
}
