package wireflight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java that cannot find libpcap, because it is told to look for another name. */
class WithoutLibpcapTest {
  @Test
  void thePacketSocketTakesItsPlaceAndAFilterNamesWhatToInstall(@TempDir Path folder)
      throws Exception {
    PrivateNetwork.call(() -> null); // skips where this user may not capture
    List<String> lines = run(folder, "org.pcap4j.core.pcapLibName", "nosuchpcap");
    assertThat(lines)
        .containsExactly(
            "ANY packet socket",
            "LIBPCAP libpcap is not installed: install it with `sudo apt install libpcap0.8`"
                + " (Fedora: `sudo dnf install libpcap`).",
            "FILTER A capture filter needs libpcap; libpcap is not installed: install it with `sudo apt install libpcap0.8`"
                + " (Fedora: `sudo dnf install libpcap`).");
  }

  @Test
  void loadingLibpcapSaysNothingAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
    PrivateNetwork.call(() -> null);
    assumeTrue(!CaptureSources.libpcapVersion().isEmpty(), "libpcap is not installed");
    List<String> lines = run(folder, "some.property", "");
    assertThat(lines).containsExactly("ANY libpcap", "LIBPCAP libpcap", "FILTER libpcap");
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactly(folder);
    }
  }

  private static List<String> run(Path folder, String property, String value) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-D" + property + "=" + value,
                "-classpath",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }

  /** Says how captures can be opened. */
  static final class Child {
    public static void main(String[] arguments) {
      CaptureOptions everything = CaptureOptions.everything();
      say("ANY", everything);
      say("LIBPCAP", everything.withVia(CaptureOptions.Via.LIBPCAP));
      say("FILTER", everything.withFilter("tcp port 80"));
    }

    private static void say(String what, CaptureOptions options) {
      try (FrameSource source = CaptureSources.open("lo", options, (time, data, length) -> {})) {
        System.out.println(what + " " + source.method());
      } catch (CaptureException e) {
        System.out.println(what + " " + e.getMessage());
      }
    }
  }
}
