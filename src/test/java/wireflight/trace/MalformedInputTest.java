package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: no exception, no wait, no memory for what is only claimed. */
class MalformedInputTest {
  private static final byte[] PCAPNG_START =
      new PcapngScript(ByteOrder.BIG_ENDIAN).point(1, 0).bytes();
  private static final byte[] PCAP_START =
      ByteBuffer.allocate(24).putInt(0xa1b2c3d4).putInt(0x20004).putInt(20, 1).array();
  private static final byte[] SNOOP_START =
      ByteBuffer.allocate(16).putInt(0x736e6f6f).putInt(0x70000000).putInt(2).putInt(4).array();

  /** Reads every row in full, and says what every trace must hold to. */
  private static Trace readAll(byte[] bytes) {
    Trace trace = Samples.read(bytes);
    assertThat(trace.size()).isLessThanOrEqualTo(bytes.length / 12);
    Samples.rows(trace);
    for (ReadProblem problem : trace.problems()) {
      assertThat(problem.offset()).isBetween(0L, (long) bytes.length);
    }
    return trace;
  }

  @Test
  void cutOffAtAnyByteTheWholeRowsBeforeStand() throws IOException {
    byte[] bytes = Samples.recording();
    List<Object> all = Samples.rows(Samples.read(bytes));
    int most = 0;
    for (int length = 0; length < bytes.length; length++) {
      Trace trace = readAll(Arrays.copyOf(bytes, length));
      List<Object> rows = Samples.rows(trace);
      assertThat(rows).isEqualTo(all.subList(0, rows.size()));
      assertThat(rows.size()).isGreaterThanOrEqualTo(most);
      assertThat(trace.problems()).hasSizeLessThanOrEqualTo(1);
      most = rows.size();
    }
    assertThat(most).isEqualTo(10);
  }

  @Test
  void aCutInTheMiddleOfABlockIsReportedWhereTheBlockBegins() throws IOException {
    byte[] bytes = Samples.recording();
    ByteBuffer blocks = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int last = bytes.length - blocks.getInt(bytes.length - 4);
    for (int length = last + 1; length < bytes.length; length++) {
      assertThat(Samples.read(Arrays.copyOf(bytes, length)).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.offset()).isEqualTo(last))
          .satisfies(problem -> assertThat(problem.source()).isEqualTo("sample"));
    }
  }

  @Property(tries = 500)
  void randomBytesAreReadToSomething(
      @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(max = 3) int start)
      throws IOException {
    byte[] head =
        switch (start) {
          case 0 -> new byte[0];
          case 1 -> PCAPNG_START;
          case 2 -> PCAP_START;
          default -> SNOOP_START;
        };
    readAll(join(head, bytes));
  }

  @Property(tries = 500)
  void randomBodiesInSoundBlocksAreReadToSomething(
      @ForAll @IntRange(max = 12) int type, @ForAll @Size(max = 120) byte[] body) {
    byte[] bytes =
        new PcapngScript(ByteOrder.LITTLE_ENDIAN)
            .point(1, 0)
            .block(type, (Object) body)
            .packet(0, 1, new byte[4])
            .bytes();
    Trace trace = readAll(bytes);
    assertThat(trace.size()).isGreaterThan(0);
    assertThat(trace.isFrame(trace.size() - 1)).isTrue();
  }

  @Test
  void damagedRealCapturesAreReadToSomething() throws IOException {
    Path folder = Path.of("../shared/captures");
    assumeTrue(Files.isDirectory(folder), "the folder of captures is not there");
    Random random = new Random(20_000);
    List<Path> captures;
    try (var files = Files.list(folder)) {
      captures = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path capture : captures) {
      byte[] sound = Arrays.copyOf(Files.readAllBytes(capture), 4000);
      for (int i = 0; i < 10; i++) {
        byte[] bytes = sound.clone();
        for (int hit = random.nextInt(1, 6); hit > 0; hit--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(-2, 256);
        }
        readAll(bytes);
      }
    }
  }

  private static byte[] join(byte[] head, byte[] tail) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head);
    out.write(tail);
    return out.toByteArray();
  }
}
