package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is large enough to be mapped, with records that lie across the parts it is read in.
 */
class AheadTest {
  private static final int FRAMES = 600;
  private static final int LONGER_THAN_A_PART = 300;

  @TempDir Path folder;

  @Test
  void rowsAcrossPartsAndLongerThanOneAreRead() throws IOException {
    byte[] bytes = large();
    Trace mapped = Recording.open(Files.write(folder.resolve("large.pcapng"), bytes));
    Recording pieces = Recording.follow("pieces");
    pieces.append(bytes);
    pieces.finish();

    assertThat(mapped.size()).isEqualTo(FRAMES);
    assertThat(mapped.frame(LONGER_THAN_A_PART).length()).isGreaterThan(Ahead.PART);
    assertThat(mapped.problems()).isEmpty();
    assertThat(Samples.rows(mapped)).isEqualTo(Samples.rows(pieces.snapshot()));
  }

  @Test
  void whoFollowsTheReadingSeesEveryRowsBytes() throws IOException {
    byte[] bytes = large();
    List<Integer> sums = new ArrayList<>();
    ReadProgress follower =
        new ReadProgress() {
          @Override
          public boolean read(long done, long all) {
            return true;
          }

          @Override
          public void rows(Trace soFar) {
            for (int row = sums.size(); row < soFar.size(); row++) {
              sums.add(Arrays.hashCode(soFar.frame(row).bytes()));
            }
          }
        };
    Recording read = Recording.read(Files.write(folder.resolve("large.pcapng"), bytes), follower);

    List<Integer> afterwards = new ArrayList<>();
    for (int row = 0; row < read.snapshot().size(); row++) {
      afterwards.add(Arrays.hashCode(read.snapshot().frame(row).bytes()));
    }
    assertThat(sums).hasSize(FRAMES).isEqualTo(afterwards);
  }

  @Test
  void aLastRecordThatIsCutOffIsTold() throws IOException {
    byte[] bytes = large();
    Path file = folder.resolve("cut.pcapng");
    Trace trace = Recording.open(Files.write(file, Arrays.copyOf(bytes, bytes.length - 10)));

    assertThat(trace.size()).isEqualTo(FRAMES - 1);
    assertThat(trace.problems()).hasSize(1);
    assertThat(trace.problems().getFirst().message()).contains("ends in the middle of a record");
  }

  @Test
  void damageAfterTheFirstPartsKeepsTheRowsBefore() throws IOException {
    byte[] bytes = large();
    int damage = bytes.length - 3_000_000;
    Arrays.fill(bytes, damage, bytes.length, (byte) 0xff);
    Trace trace = Recording.open(Files.write(folder.resolve("damaged.pcapng"), bytes));

    assertThat(trace.size()).isBetween(LONGER_THAN_A_PART, FRAMES - 1);
    assertThat(trace.problems()).hasSize(1);
    assertThat(trace.problems().getFirst().offset()).isBetween(damage - 70_000L, damage + 4L);
  }

  /** Packets of many sizes, from a fixed seed. */
  private static byte[] large() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(bytes)) {
      writer.addCapturePoint("lo", "", LinkType.RAW, 0);
      for (int i = 0; i < FRAMES; i++) {
        int length = i == LONGER_THAN_A_PART ? Ahead.PART + 5 : 1 + random.nextInt(65_000);
        byte[] data = new byte[length];
        random.nextBytes(data);
        ByteBuffer packet = ByteBuffer.wrap(data).asReadOnlyBuffer();
        writer.write(new Frame(i + 1, i, 0, LinkType.RAW, length, packet, 0, length));
      }
    }
    return bytes.toByteArray();
  }
}
