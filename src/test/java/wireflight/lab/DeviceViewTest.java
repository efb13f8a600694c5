package wireflight.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.build.Beside;

/** What was captured on a wire, as tshark alone takes the view of one device out of it. */
@Beside
class DeviceViewTest {
  @ParameterizedTest
  @ValueSource(strings = {"device1", "device2"})
  void oneDevicesViewAloneHasNoRetransmissionThatWasNone(String device, @TempDir Path folder)
      throws IOException {
    assumeTrue(new ThisMachine().hasCommand("tshark"), "needs tshark");
    Path view = folder.resolve("view.pcapng");
    Files.write(
        view,
        tshark(
            "-r",
            "assets/recordings/wire-rtt.pcapng",
            "-w",
            "-",
            "-Y",
            "frame.interface_name == \"" + device + "\""));
    // A row for each segment, which is empty where tshark has nothing to say of it.
    byte[] flags =
        tshark("-r", view.toString(), "-Y", "tcp", "-T", "fields", "-e", "tcp.analysis.flags");
    assertThat(new String(flags, UTF_8).lines()).hasSizeGreaterThan(10).allMatch(String::isEmpty);
  }

  private static byte[] tshark(String... arguments) throws IOException {
    ProcessBuilder tshark = new ProcessBuilder("tshark");
    tshark.command().addAll(List.of(arguments));
    Process process = tshark.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.onExit().join().exitValue()).isZero();
    return said;
  }
}
