package wireflight.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import wireflight.trace.Recording;

/** The capture that benchmarks run on. */
public final class Capture {
  private Capture() {}

  /**
   * What {@code -Dcapture=FILE} names; else the shipped recordings, one after the other again and
   * again, in a file that goes away with the process.
   *
   * @param packets how many there should be at least
   */
  public static Path file(int packets) throws IOException {
    String named = System.getProperty("capture", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    List<Path> recordings;
    try (Stream<Path> files = Files.list(Path.of("assets/recordings"))) {
      recordings = files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
    }
    int rows = 0;
    for (Path recording : recordings) {
      rows += Recording.open(recording).size();
    }
    Path capture = Files.createTempFile("wireflight-", ".pcapng");
    capture.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(capture)) {
      for (int written = 0; written < packets; written += rows) {
        for (Path recording : recordings) {
          Files.copy(recording, out);
        }
      }
    }
    return capture;
  }
}
