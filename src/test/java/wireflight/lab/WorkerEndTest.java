package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.trace.Recording;

/** However a worker ends, what was recorded is there and no process stays. */
@Isolated("it measures how soon a stopped worker has ended")
@Timeout(120)
class WorkerEndTest {
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

  private static WorkerProcess.Exit exitOf(WorkerProcess worker) {
    return worker.exit().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
