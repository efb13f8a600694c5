package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.trace.CallReturned;

/** What is recorded is what strace sees the worker do. */
@Timeout(120)
class StraceTest {
  private static final String TRACED =
      "socket,bind,listen,accept,accept4,connect,sendto,sendmsg,recvfrom,recvmsg,shutdown,setsockopt,close";
  // 1234 bind(5, {...}, 16) = 0, or = -1 ECONNREFUSED (...)
  private static final Pattern CALL =
      Pattern.compile("^(?:\\d+ +)?(\\w+)\\((-?\\d+|AF_INET6?)(.*)\\) += (-?\\d+)(?: (E\\w+))?.*");
  private static final Pattern UNFINISHED =
      Pattern.compile("^(\\d+) +(.*) <unfinished \\.\\.\\.>$");
  private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handshake",
        "datagrams",
        "half-close",
        "reset",
        "time-wait",
        "nagle",
        "lost-syn",
        "random-loss",
        "lost-datagram"
      })
  void theSystemCallsAreThoseRecorded(String lesson, @TempDir Path folder) throws Exception {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    assumeTrue(strace(), "needs strace, and the right to trace");
    // A pipe, because with -D nobody waits for strace; but its end of the pipe closes when it ends.
    Path log = folder.resolve("strace");
    assertThat(new ProcessBuilder("mkfifo", log.toString()).start().waitFor()).isZero();
    CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> read(log));
    List<String> strace =
        List.of(
            "strace",
            "-D",
            "-f",
            "-qq",
            "-e",
            "signal=none",
            "-e",
            "trace=" + TRACED,
            "-o",
            log + "");
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN, strace)) {
      worker.run(lesson);
      worker.end();
      RecordedRun run = RecordedRun.of(worker);
      assertThat(run.exit()).isEqualTo(new WorkerProcess.Exit(0, ""));
      Map<String, List<String>> recorded =
          run.events(CallReturned.class)
              .collect(
                  Collectors.groupingBy(
                      call -> call.socket().actor(),
                      LinkedHashMap::new,
                      Collectors.mapping(StraceTest::asStraceNamesIt, Collectors.toList())));
      // Each socket has a thread of its own, and two that return at once are in no order.
      assertThat(calls(lines.orTimeout(60, TimeUnit.SECONDS).join()))
          .containsExactlyInAnyOrderElementsOf(recorded.values());
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
    boolean counted = name.equals("sendto") || name.equals("recvfrom");
    String result =
        call.succeeded() ? (counted ? call.result().split(" ", 2)[0] : "") : call.errno();
    return name + " " + result;
  }

  /** Those on each socket that was opened after the capture was. */
  private static List<List<String>> calls(List<String> log) {
    List<List<String>> calls = new ArrayList<>();
    Map<String, List<String>> sockets = new HashMap<>();
    List<String> lines = joined(log);
    int captureOpened = 0;
    for (int i = 0; i < lines.size(); i++) {
      captureOpened =
          lines.get(i).contains("bind(") && lines.get(i).contains("AF_PACKET") ? i : captureOpened;
    }
    assertThat(captureOpened).isPositive();
    for (String line : lines.subList(captureOpened, lines.size())) {
      Matcher matcher = CALL.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String name = matcher.group(1);
      String socket = matcher.group(2);
      String result = matcher.group(4);
      // libpcap asks about the device through a socket of its own, which it marks.
      if (name.equals("socket") && matcher.group(3).contains("SOCK_CLOEXEC")) {
        continue;
      }
      if (name.equals("socket") || (name.equals("accept") && sockets.containsKey(socket))) {
        sockets.put(result, new ArrayList<>());
        calls.add(sockets.get(result));
      }
      List<String> own = sockets.get(name.equals("socket") ? result : socket);
      if (own == null) {
        continue;
      }
      if (name.equals("close")) {
        sockets.remove(socket);
      }
      String error = matcher.group(5);
      boolean counted = name.equals("sendto") || name.equals("recvfrom");
      own.add(name + " " + (error != null ? error : counted ? result : ""));
    }
    calls.removeIf(List::isEmpty);
    return calls;
  }

  // A call during which another thread did something stands on two lines.
  private static List<String> joined(List<String> log) {
    List<String> whole = new ArrayList<>();
    Map<String, String> begun = new HashMap<>();
    for (String line : log) {
      Matcher unfinished = UNFINISHED.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (unfinished.matches()) {
        begun.put(unfinished.group(1), unfinished.group(2));
      } else if (resumed.matches()) {
        whole.add(begun.getOrDefault(resumed.group(1), "") + resumed.group(2));
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  private static boolean strace() {
    try {
      Process process = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
