package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.build.Beside;
import wireflight.trace.CallReturned;

/** What is recorded of every lesson is what strace sees the worker do meanwhile. */
@Beside
@Timeout(180)
class StraceTest {
  private static final int AT_ONCE = 3;

  private static final Map<String, CompletableFuture<Both>> RUNS = new LinkedHashMap<>();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(AT_ONCE);

  /** What was recorded of one run, and what strace wrote of it. */
  private record Both(RecordedRun recorded, List<String> log) {}

  static Stream<String> lessons() {
    return new Lessons().builtIn().stream().map(Lesson::id);
  }

  /** Much of the time lessons wait: some are run at a time. */
  @BeforeAll
  static void runAll(@TempDir Path folder) throws InterruptedException {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    assumeTrue(strace(), "needs strace, and the right to trace");
    lessons()
        .filter(lesson -> RecordedRun.lacking(lesson).isEmpty())
        .forEach(
            lesson ->
                RUNS.put(
                    lesson,
                    CompletableFuture.supplyAsync(
                        () -> run(lesson, folder.resolve(lesson)), POOL)));
  }

  @AfterAll
  static void endAll() throws InterruptedException {
    POOL.shutdownNow();
    assertThat(POOL.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  // In the order in which the runs are made, so that each has the time that it is given.
  @ParameterizedTest
  @MethodSource("lessons")
  @Execution(ExecutionMode.SAME_THREAD)
  void theSystemCallsAreThoseRecorded(String lesson) {
    assumeTrue(RUNS.containsKey(lesson), RecordedRun.lacking(lesson));
    Both run = Objects.requireNonNull(RUNS.get(lesson)).join();
    Map<String, List<String>> recorded =
        run.recorded
            .events(CallReturned.class)
            .collect(
                Collectors.groupingBy(
                    call -> call.socket().actor(),
                    LinkedHashMap::new,
                    Collectors.mapping(StraceTest::asStraceNamesIt, Collectors.toList())));
    recorded.values().stream()
        .filter(calls -> !calls.contains("close"))
        .forEach(calls -> calls.addAll(tidyingUp(calls)));
    // Each socket has a thread of its own, and two that return at once are in no order.
    assertThat(StraceLog.callsBySocket(run.log))
        .as(lesson)
        .containsExactlyInAnyOrderElementsOf(recorded.values());
  }

  /** What the worker does with a socket that the lesson left open, once its recording is whole. */
  private static List<String> tidyingUp(List<String> calls) {
    boolean connects =
        calls.stream().anyMatch(call -> call.startsWith("connect") || call.startsWith("listen"));
    boolean unconnected = calls.getFirst().equals("socket") && !connects;
    return List.of("setsockopt", unconnected ? "shutdown ENOTCONN" : "shutdown", "close");
  }

  private static Both run(String lesson, Path log) {
    // Stops at the traced calls only: the rest of the worker is as fast as ever.
    List<String> strace =
        List.of(
            "strace",
            "-D",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-e",
            "signal=none",
            "-e",
            "trace=" + StraceLog.TRACED,
            "-o",
            log.toString());
    try {
      // A pipe, because with -D nobody waits for strace; but its end of it closes when it ends.
      assertThat(new ProcessBuilder("mkfifo", log.toString()).start().waitFor()).isZero();
      CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> read(log));
      try (WorkerProcess worker = WorkerProcess.start(Network.OWN, strace)) {
        worker.run(lesson);
        worker.end();
        RecordedRun run = RecordedRun.of(worker);
        assertThat(run.exit()).isEqualTo(new WorkerProcess.Exit(0, ""));
        return new Both(run, lines.orTimeout(60, TimeUnit.SECONDS).join());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> read(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String asStraceNamesIt(CallReturned call) {
    String name =
        switch (call.name()) {
          case "send" -> "sendto";
          case "recv" -> "recvfrom";
          default -> call.name();
        };
    String address =
        switch (call.name()) {
          case "bind", "connect" -> call.arguments();
          case "sendto" -> call.arguments().substring(call.arguments().lastIndexOf(' ') + 1);
          default -> "";
        };
    boolean counted = name.equals("sendto") || name.equals("recvfrom");
    String result =
        call.succeeded() ? (counted ? call.result().split(" ", 2)[0] : "") : call.errno();
    return StraceLog.call(name, address, result);
  }

  private static boolean strace() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", "-qq", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
