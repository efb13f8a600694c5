package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentPagesTest {
  private static final Path MAPS = Path.of("/proc/self/smaps");
  private static final int FRAMES = 1100;
  private static final int LENGTH = 65000;

  @Test
  void aPassOverAMappedFileLeavesLittleOfItInMemory(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isReadable(MAPS), "resident pages are counted by Linux's /proc only");
    Path file = folder.resolve("large.pcapng");
    try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file))) {
      writer.addCapturePoint("lo", "", LinkType.RAW, 0);
      var data = ByteBuffer.allocate(LENGTH).asReadOnlyBuffer();
      for (int i = 0; i < FRAMES; i++) {
        writer.write(new Frame(i + 1, i, 0, LinkType.RAW, LENGTH, data, 0, LENGTH));
      }
    }
    Trace trace = Recording.open(file);
    long sum = 0;
    for (int row = 0; row < trace.size(); row++) {
      Frame frame = trace.frame(row);
      for (int at = 0; at < frame.length(); at += 4096) {
        sum += frame.data().get(frame.offset() + at);
      }
    }
    assertThat(trace.size()).isEqualTo(FRAMES);
    assertThat(sum).isZero();
    assertThat(residentKilobytes(file)).isPositive().isLessThan(48 << 10);
    assertThat(Files.size(file)).isGreaterThan(64L << 20);
  }

  /** What the kernel counts as resident of the mappings of a file. */
  private static long residentKilobytes(Path file) throws IOException {
    long sum = 0;
    boolean ours = false;
    List<String> lines = Files.readAllLines(MAPS);
    for (String line : lines) {
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
        ours = line.endsWith(file.toString());
      } else if (ours && line.startsWith("Rss:")) {
        sum += Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return sum;
  }
}
