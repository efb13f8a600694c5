package wireflight.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.build.Beside;
import wireflight.lab.Checkup;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * {@code record} of a lesson on the wire, ended in the middle in every way: no process, network,
 * interface or file of it is left.
 */
@Beside
@Timeout(120)
class RecordEndTest {
  /** The worker's network and those of its two devices. */
  private static final int NETWORKS = 3;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path temporary;

  /** Ctrl-C and a closed terminal reach the whole group, a service manager the starter only. */
  @ParameterizedTest
  @CsvSource({"INT, group", "HUP, group", "TERM, group", "TERM, starter", "INT, starter"})
  void aSignalCompletesTheRecordingAndLeavesNothing(String signal, String whom) throws Exception {
    Run run = start();
    run.kill(signal, whom);
    assertThat(run.process.waitFor()).isGreaterThan(128);
    run.isGone();
    assertThat(temporary).isEmptyDirectory();
    assertThat(run.complaints())
        .isEqualTo("wireflight: Stopped. What was recorded until then is in " + run.file + ".\n");
    Trace trace = Recording.open(run.file);
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.statistics()).as("what each capture counted at its end").hasSize(2);
  }

  @Test
  void aKilledWorkerIsToldAndLeavesNothing() throws Exception {
    Run run = start();
    run.kill("KILL", "worker");
    assertThat(run.process.waitFor()).isEqualTo(1);
    run.isGone();
    assertThat(temporary).isEmptyDirectory();
    assertThat(run.complaints()).contains("killed by signal 9", run.file.toString());
  }

  /** A worker that is stopped, as by Ctrl-Z, must go on to notice. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aWorkerWhoseStarterIsKilledEndsAndTidiesUp(boolean stopped) throws Exception {
    Run run = start();
    if (stopped) {
      run.kill("STOP", "worker");
    }
    run.kill("KILL", "starter");
    run.process.waitFor();
    run.isGone();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aWorkerThatHangsIsKilledAfterAWhile() throws Exception {
    Run run = start();
    run.kill("STOP", "worker");
    run.kill("TERM", "starter");
    assertThat(run.process.waitFor()).isGreaterThan(128);
    run.isGone();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatIsLeftWhenAllAreKilledAtOnceGoesWithTheNextStart() throws Exception {
    Run run = start();
    run.kill("KILL", "group");
    run.process.waitFor();
    run.isGone();
    Files.delete(run.file);
    Run next = start();
    next.kill("TERM", "group");
    next.process.waitFor();
    next.isGone();
    assertThat(temporary).isEmptyDirectory();
  }

  /** A starter and its worker in the middle of a lesson, in a process group of their own. */
  private record Run(Process process, Path file, Path said, List<ProcessHandle> all, String mark) {
    void kill(String signal, String whom) throws Exception {
      String target =
          switch (whom) {
            case "group" -> "-" + process.pid();
            case "starter" -> String.valueOf(process.pid());
            case "worker" -> String.valueOf(all.getLast().pid());
            default -> throw new IllegalArgumentException(whom);
          };
      assertThat(new ProcessBuilder("kill", "-" + signal, "--", target).start().waitFor()).isZero();
    }

    /**
     * No process of it, and so nobody in a network of it: with those go interfaces and sockets. The
     * processes tell by what they inherited, for the kernel numbers networks of others as it did
     * those that are gone.
     */
    void isGone() throws IOException {
      for (ProcessHandle each : all) {
        each.onExit().orTimeout(30, TimeUnit.SECONDS).join();
      }
      assertThat(entries(Path.of("/proc"), "[0-9]*")).noneMatch(it -> inherited(it, mark));
    }

    String complaints() throws IOException {
      return Files.readString(said);
    }
  }

  private Run start() throws Exception {
    assumeTrue(Checkup.ofThisMachine().examine().lessonsCanRun(), "needs a network of its own");
    assumeTrue(mayMakeTun(), "needs /dev/net/tun");
    Path file = folder.resolve("wire.pcapng");
    Path said = folder.resolve("said");
    String mark = "WIREFLIGHT_TEST=" + UUID.randomUUID();
    Process process = new ProcessBuilder(command(mark, file)).redirectError(said.toFile()).start();
    List<ProcessHandle> all = List.of();
    Set<Path> nets = Set.of();
    while (nets.size() < NETWORKS || !bothHaveSent(file)) {
      assertThat(process.isAlive()).as(() -> read(said)).isTrue();
      boolean _ = process.waitFor(5, TimeUnit.MILLISECONDS); // it goes on meanwhile
      all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      nets = networks(Path.of("/proc", String.valueOf(all.getLast().pid())));
      nets.removeAll(networks(Path.of("/proc", "self")));
    }
    assertThat(all).as("starter and worker").hasSize(2);
    assertThat(all).allMatch(it -> inherited(Path.of("/proc", String.valueOf(it.pid())), mark));
    return new Run(process, file, said, all, mark);
  }

  private static boolean bothHaveSent(Path file) throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    Trace trace = Recording.open(file);
    return IntStream.range(0, trace.size())
            .filter(trace::isFrame)
            .map(row -> trace.frame(row).capturePoint())
            .distinct()
            .count()
        > 1;
  }

  /** In a new session, and with Ctrl-C's signal as in a terminal, whatever the tests run under. */
  private List<String> command(String mark, Path file) {
    return List.of(
        "setsid",
        "env",
        "--default-signal",
        mark,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + temporary,
        "-classpath",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "record",
        "wire-backoff",
        "-o",
        file.toString());
  }

  private static boolean mayMakeTun() {
    return Files.isReadable(Path.of("/dev/net/tun")) && Files.isWritable(Path.of("/dev/net/tun"));
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The networks that threads of a process are in. */
  private static Set<Path> networks(Path process) {
    Set<Path> found = new TreeSet<>();
    for (Path thread : entries(process.resolve("task"), "*")) {
      try {
        found.add(Files.readSymbolicLink(thread.resolve("ns/net")));
      } catch (IOException e) {
        // It has just ended.
      }
    }
    return found;
  }

  /** Whether a process has a variable in the environment that it was started with. */
  private static boolean inherited(Path process, String variable) {
    try {
      return Files.readString(process.resolve("environ"), ISO_8859_1).contains(variable);
    } catch (IOException e) {
      return false; // it has just ended, or is another user's
    }
  }

  private static List<Path> entries(Path folder, String which) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, which)) {
      all.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return found; // it has just ended
    }
    return found;
  }
}
