package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, as an installed tshark reads it. */
class TsharkReadsRecordingsTest {
  @TempDir Path folder;

  /** The lines that tshark prints with some fields of every row. */
  private List<String> tshark(byte[] recording, String... fields)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("ours.pcapng"), recording);
    Path errors = folder.resolve("errors");
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-T", "fields"));
    Stream.of(fields).forEach(field -> command.addAll(List.of("-e", field)));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      return abort("tshark is not installed");
    }
    List<String> lines;
    try (var reader = process.inputReader(UTF_8)) {
      lines = reader.readAllLines();
    }
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return lines;
  }

  @Test
  void itNumbersAndTimesEveryRowAsWeDo() throws Exception {
    byte[] recording = Samples.recording();
    Trace trace = Samples.read(recording);

    assertThat(tshark(recording, "frame.number", "frame.time_relative"))
        .isEqualTo(
            IntStream.range(0, trace.size())
                .mapToObj(row -> "%d\t0.%09d".formatted(row + 1, trace.relativeTime(row)))
                .toList());
  }

  @Test
  void itShowsTheSentenceOfEveryEvent() throws Exception {
    List<String> rows = tshark(Samples.recording(), "frame.protocols", "_ws.col.Info");
    assertThat(rows).hasSize(10);
    assertThat(rows.get(0))
        .isEqualTo("systemd_journal\tThe handshake, step 1: Two ends agree = on numbers.");
    assertThat(rows.get(2)).isEqualTo("systemd_journal\tclient: connect(127.0.0.1:8080)");
    assertThat(rows.get(4))
        .isEqualTo("systemd_journal\tclient: connect(127.0.0.1:8080) = -1 ECONNREFUSED");
  }

  @Test
  void itKnowsOurInterfaces() throws Exception {
    assertThat(tshark(Samples.recording(), "frame.interface_name", "frame.interface_description"))
        .contains("lo\tloopback", "tun0\t");
  }
}
