package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wireflight.capture.PrivateNetwork;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** Real captures on a loopback of the test's own. */
@Timeout(120)
class WatchCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  private final StringWriter complaints = new StringWriter();

  @Test
  void asManyPacketsAreRecordedAsWereAskedFor() throws Exception {
    Path file = folder.resolve("lo.pcapng");
    int code =
        PrivateNetwork.call(
            () -> {
              AtomicBoolean over = new AtomicBoolean();
              Thread sender = Thread.ofPlatform().start(() -> send(over));
              try {
                return watch("-i", "lo", "--packets", "5", "-o", file.toString());
              } finally {
                over.set(true);
                sender.join();
              }
            });
    assertThat(code).isZero();
    Trace trace = Recording.open(file);
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(5);
    assertThat(trace.statistics()).hasSize(1);
  }

  @Test
  void withNothingToSeeItEndsInTimeWithAWholeRecording() throws Exception {
    Path file = folder.resolve("lo.pcapng");
    assertThat(
            PrivateNetwork.<Integer>call(
                () -> watch("-i", "lo", "--seconds", "1", "-o", file.toString())))
        .isZero();
    Trace trace = Recording.open(file);
    assertThat(trace.size()).isZero();
    assertThat(trace.capturePoints()).hasSize(1);
    assertThat(trace.problems()).isEmpty();
  }

  @Test
  void whatCannotBeCapturedIsToldAndLeavesNoFile() {
    Path file = folder.resolve("x.pcapng");
    assertThat(watch("-i", "nosuch0", "-o", file.toString())).isEqualTo(1);
    assertThat(complaints.toString()).contains("nosuch0");
    assertThat(Files.exists(file)).isFalse();
    assertThat(watch("-i", "lo", "--packets", "0")).isEqualTo(2);
  }

  private int watch(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "watch";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Main.run(arguments, new PrintWriter(complaints, true));
  }

  private static void send(AtomicBoolean over) {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      while (!over.get()) {
        channel.send(ByteBuffer.allocate(10), channel.getLocalAddress());
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
