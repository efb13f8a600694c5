package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wireflight.build.Beside;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
import wireflight.connection.TcpState;
import wireflight.trace.CallReturned;
import wireflight.trace.KernelSample;
import wireflight.trace.Trace;

/** Real programs in other languages, watched as a person would: by {@code wireflight run}. */
@Beside
@Timeout(180)
class ProgramRunTest {
  private static final String TALK =
      """
      import socket, threading
      s = socket.socket(); s.bind(("127.0.0.1", 80)); s.listen(5)
      def serve():
          c, a = s.accept(); d = c.recv(100); c.sendall(b"echo " + d); c.close()
      t = threading.Thread(target=serve); t.start()
      c = socket.create_connection(("127.0.0.1", 80)); c.sendall(b"hello")
      print("heard", c.recv(100).decode()); c.recv(100); c.close(); t.join()
      """;

  private static final String STAY =
      """
      import os, socket, time
      s = socket.socket(); s.bind(("127.0.0.1", 8080)); s.listen(5)
      print(os.getpid(), flush=True)
      time.sleep(1000)
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @Test
  void aServerAndAClientInOneProcessShowHandshakeDataCloseAndCalls() throws Exception {
    WatchedProgram.needs("python3");
    WatchedProgram.needs("strace");
    WatchedProgram run = WatchedProgram.start(folder, "python3", "-c", TALK);
    assertThat(run.output())
        .contains("heard echo hello", "python3 has ended with code 0. Recorded: ", "run.pcapng");
    assertThat(run.process.waitFor()).isZero();
    Trace trace = run.trace();
    Analysis analysis = Analyzer.analyze(trace);
    assertThat(analysis.connections())
        .singleElement()
        .satisfies(
            tcp -> {
              assertThat(tcp.server().port()).isEqualTo(80);
              assertThat(tcp.serverState()).isEqualTo(TcpState.TIME_WAIT);
            });
    assertThat(WatchedProgram.calls(trace))
        .contains(
            "python3 fd 3: socket(AF_INET, SOCK_STREAM) = 0",
            "python3 fd 3: bind(127.0.0.1:80) = 0",
            "python3 fd 3: listen(5) = 0")
        .anyMatch(call -> call.matches("python3 fd \\d: connect\\(127.0.0.1:80\\) = 0"))
        .anyMatch(call -> call.matches("python3 fd 3: accept\\(\\) = python3 fd \\d"))
        .anyMatch(call -> call.matches("python3 fd \\d: send\\(\"echo hello\", 10\\) = 10"))
        .anyMatch(call -> call.matches("python3 fd \\d: recv\\(100\\) = 10"));
    assertThat(trace.statistics()).allSatisfy(each -> assertThat(each.dropped()).isZero());
    assertThat(
            IntStream.range(1, trace.size())
                .allMatch(row -> trace.time(row - 1) <= trace.time(row)))
        .as("rows in time order")
        .isTrue();
  }

  @Test
  void aScriptWithTwoProgramsLeavesNeitherBehind() throws Exception {
    WatchedProgram.needs("python3");
    WatchedProgram.needs("strace");
    Path server = Files.writeString(folder.resolve("server.py"), STAY);
    Path client =
        Files.writeString(
            folder.resolve("client.py"),
            """
            import socket, time
            while True:
                try:
                    c = socket.create_connection(("localhost", 8080)); break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            c.close()
            """);
    WatchedProgram run =
        WatchedProgram.start(folder, "sh", "-c", "python3 " + server + " & exec python3 " + client);
    long pid = Long.parseLong(run.output().lines().findFirst().orElseThrow());
    assertThat(run.process.waitFor()).isZero();
    ProcessHandle.of(pid).ifPresent(ProgramRunTest::gone); // as soon as it is reaped
    List<CallReturned> calls =
        WatchedProgram.events(run.trace(), CallReturned.class)
            .filter(CallReturned::succeeded)
            .toList();
    Map<String, List<String>> byProcess =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.socket().actor().replaceFirst(" fd .*", ""),
                    Collectors.mapping(CallReturned::name, Collectors.toList())));
    assertThat(byProcess).containsOnlyKeys("server.py", "client.py");
    assertThat(byProcess.get("server.py")).contains("bind", "listen");
    assertThat(byProcess.get("client.py")).contains("connect", "close");
    assertThat(calls)
        .filteredOn(call -> call.socket().actor().equals("server.py fd 3"))
        .allSatisfy(call -> assertThat(call.socket().process()).isEqualTo((int) pid));
  }

  @Test
  void withoutStraceTheKernelTellsWhichProcessHasWhichSocket() throws Exception {
    WatchedProgram.needs("python3");
    Path script = Files.writeString(folder.resolve("stay.py"), STAY.replace("1000", "1"));
    // A path on which strace is not found, but what it takes to start is.
    for (String command : List.of("unshare", "sh", "true")) {
      Path link = folder.resolve(command);
      Files.writeString(link, "#!/bin/sh\nexec " + find(command) + " \"$@\"\n");
      assertThat(link.toFile().setExecutable(true)).isTrue();
    }
    WatchedProgram run =
        WatchedProgram.start(
            folder, Map.of("PATH", folder.toString()), python(), script.toString());
    String output = run.output();
    assertThat(output).contains("sudo apt install strace");
    int pid = Integer.parseInt(output.lines().findFirst().orElseThrow());
    Trace trace = run.trace();
    assertThat(WatchedProgram.calls(trace)).isEmpty();
    assertThat(WatchedProgram.samples(trace))
        .filteredOn(sample -> sample.state().equals("LISTEN"))
        .extracting(KernelSample::socket)
        .allSatisfy(
            socket -> {
              assertThat(socket.actor()).isEqualTo("stay.py fd 3");
              assertThat(socket.process()).isEqualTo(pid);
              assertThat(socket.local()).isEqualTo("127.0.0.1:8080");
            })
        .isNotEmpty();
  }

  @Test
  void aProgramThatFailsIsTold() throws Exception {
    WatchedProgram run = WatchedProgram.start(folder, "sh", "-c", "exit 3");
    assertThat(run.output()).contains("sh has ended with code 3. Recorded: 0 packets, 0 sockets");
    assertThat(run.process.waitFor()).isEqualTo(1);
  }

  @Test
  void aSignalEndsTheProgramAndCompletesTheRecording() throws Exception {
    WatchedProgram.needs("python3");
    WatchedProgram run = WatchedProgram.start(folder, "python3", "-c", STAY);
    BufferedReader output = run.process.inputReader();
    ProcessHandle program = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    run.process.toHandle().destroy();
    gone(program);
    run.process.waitFor();
    assertThat(output.lines()).anyMatch(line -> line.contains("been killed by signal 15"));
    Trace trace = run.trace();
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.statistics()).hasSize(1);
  }

  @Test
  void killedItLeavesNoProcess() throws Exception {
    WatchedProgram.needs("python3");
    WatchedProgram run = WatchedProgram.start(folder, "python3", "-c", STAY);
    BufferedReader output = run.process.inputReader();
    ProcessHandle program = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    List<ProcessHandle> all = run.process.descendants().toList();
    assertThat(all).contains(program);
    run.process.toHandle().destroyForcibly();
    for (ProcessHandle each : all) {
      gone(each);
    }
    assertThat(run.trace().problems()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whereItsWorkerIsKilledTheProgramIsEndedAndTheReasonTold() throws Exception {
    WatchedProgram.needs("python3");
    WatchedProgram run = WatchedProgram.start(folder, "python3", "-c", STAY);
    BufferedReader output = run.process.inputReader();
    ProcessHandle program = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    List<ProcessHandle> all = run.process.descendants().toList();
    run.process.children().forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      gone(each);
    }
    assertThat(all).contains(program);
    assertThat(run.process.waitFor()).isEqualTo(1);
    assertThat(output.lines()).anyMatch(line -> line.contains("The worker was killed by signal 9"));
  }

  @Test
  void fourHundredConnectionsAtOnceAreAllCaptured() throws Exception {
    WatchedProgram.needs("python3");
    String many =
        """
        import socket, threading
        n = 400
        s = socket.socket(); s.bind(("127.0.0.1", 8080)); s.listen(n)
        accepted = []
        t = threading.Thread(target=lambda: [accepted.append(s.accept()[0]) for i in range(n)])
        t.start()
        clients = [socket.create_connection(("127.0.0.1", 8080)) for i in range(n)]
        t.join()
        for c in clients: c.sendall(b"x" * 2000)
        for a in accepted: a.recv(2000, socket.MSG_WAITALL); a.sendall(b"y"); a.close()
        for c in clients: c.recv(10); c.close()
        """;
    WatchedProgram run = WatchedProgram.start(folder, "python3", "-c", many);
    assertThat(run.output()).contains("ended with code 0");
    Trace trace = run.trace();
    assertThat(trace.statistics())
        .singleElement()
        .satisfies(counted -> assertThat(counted.dropped()).isZero());
    Analysis analysis = Analyzer.analyze(trace);
    assertThat(analysis.connections())
        .hasSize(400)
        .extracting(Connection::serverState)
        .containsOnly(TcpState.TIME_WAIT);
  }

  // Not the script that some installations put in its place, which needs other commands.
  private static String python() throws IOException {
    Process python =
        new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
    return python.inputReader().readLine();
  }

  private static Path find(String command) throws IOException {
    for (String each : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(each, command))) {
        return Path.of(each, command).toRealPath();
      }
    }
    throw new IOException(command);
  }

  private static void gone(ProcessHandle process) {
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
