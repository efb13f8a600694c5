package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wireflight.trace.Event;
import wireflight.trace.Note;
import wireflight.trace.Recording;

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
            "stuck.md, line 7: “server” is still in accept, and nothing came that would end it");
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
  void aKilledWorkerLeavesWhatArrivedAndAReason() throws IOException {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("the worker");
      worker.run("handshake");
      InputStream in = worker.recording();
      byte[] buffer = new byte[1 << 16];
      while (recording.snapshot().size() < 20) {
        recording.append(ByteBuffer.wrap(buffer, 0, in.read(buffer)));
      }
      new ProcessBuilder("kill", "-9", String.valueOf(worker.pid())).start();
      recording.readFrom(in);
      WorkerProcess.Exit exit = exitOf(worker);
      assertThat(exit.code()).isEqualTo(137);
      assertThat(exit.sentence()).isEqualTo("The worker was killed by signal 9.");
      assertThat(recording.snapshot().size()).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void aStoppedRunIsAWholeRecording(@TempDir Path folder) throws IOException {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    Path lesson = folder.resolve("long.md");
    Files.writeString(lesson, "# Long\n```sockets\na = socket udp\na bind :9\nwait 20s\n```\n");
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("the worker");
      worker.run(lesson.toString());
      InputStream in = worker.recording();
      byte[] buffer = new byte[1 << 16];
      while (recording.snapshot().size() < 5) {
        recording.append(ByteBuffer.wrap(buffer, 0, in.read(buffer)));
      }
      long before = System.nanoTime();
      worker.stop();
      recording.readFrom(in);
      assertThat(exitOf(worker)).isEqualTo(new WorkerProcess.Exit(0, ""));
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(10);
      assertThat(recording.snapshot().problems()).isEmpty();
      assertThat(recording.snapshot().statistics()).hasSize(1);
    }
  }

  @Test
  void closingItLeavesNoProcess() throws IOException {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    WorkerProcess worker = WorkerProcess.start(Network.OWN);
    ProcessHandle handle = ProcessHandle.of(worker.pid()).orElseThrow();
    worker.close();
    assertThat(handle.onExit().orTimeout(20, TimeUnit.SECONDS).join().isAlive()).isFalse();
    assertThat(exitOf(worker).sentence()).contains("killed by signal 9");
  }

  @Test
  void itEndsWithTheProcessThatStartedIt() throws Exception {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    ProcessBuilder parent =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            Orphaning.class.getName());
    Process process = parent.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long pid = Long.parseLong(process.inputReader().readLine());
    ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    // The worker is no child of this process; asking is all that can be done.
    worker.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(worker.isAlive()).isFalse();
  }

  /** Starts a worker, tells its number, and waits to be killed. */
  static final class Orphaning {
    private Orphaning() {}

    public static void main(String[] args) throws Exception {
      WorkerProcess worker = WorkerProcess.start(Network.OWN);
      worker.run("handshake");
      System.out.println(worker.pid());
      Thread.currentThread().join();
    }
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

  private static WorkerProcess.Exit exitOf(WorkerProcess worker) {
    return worker.exit().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
