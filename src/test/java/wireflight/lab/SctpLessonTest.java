package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wireflight.trace.Recording;

/** The lesson of the other transport with connections, which many kernels lack. */
class SctpLessonTest {
  private static final String[] PACKETS = {
    "client INIT",
    "peer INIT ACK",
    "client COOKIE ECHO",
    "peer COOKIE ACK",
    "client DATA 5",
    "peer SACK",
    "client DATA 6",
    "peer SACK",
    "client SHUTDOWN",
    "peer SHUTDOWN ACK",
    "client SHUTDOWN COMPLETE"
  };

  @Test
  void theRecordingThatShipsHasTheHandshakeOfFourAndTheEndOfThree() throws IOException {
    Path file = Path.of("assets/recordings/sctp.pcapng");
    check(new RecordedRun(Recording.open(file), new WorkerProcess.Exit(0, "")));
  }

  @Test
  void theSameComesWhereTheKernelHasIt() throws IOException {
    check(RecordedRun.shared("sctp"));
  }

  private static void check(RecordedRun run) {
    assertThat(run.packets()).containsExactly(PACKETS);
    // Each message by itself, though there was room for both.
    assertThat(run.calls("peer"))
        .containsExactly(
            "peer: recv(100) = 5",
            "peer: recv(100) = 6",
            "peer: recv(100) = 0",
            "peer: close() = 0");
  }
}
