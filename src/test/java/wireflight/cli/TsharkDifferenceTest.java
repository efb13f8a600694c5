package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.trace.Frame;
import wireflight.trace.LinkType;
import wireflight.trace.RecordingWriter;

/**
 * Captures that a seed makes, held against an installed tshark, field by field.
 *
 * <p>{@code -Ddifference.seed=N} makes the same captures again; {@code -Ddifference.rounds=N} makes
 * so many.
 */
class TsharkDifferenceTest {
  private static final int ROUNDS = Integer.getInteger("difference.rounds", 3);

  /** The same captures in every build, so that what differs was changed; others where asked for. */
  private static final long SEED = Long.getLong("difference.seed", 20_260_000L);

  private static final int SOLARIS = 226;

  @TempDir private Path folder;

  @BeforeAll
  static void tsharkIsThere() {
    assumeTrue(Tshark.version().orElse("").startsWith("4.0."), "tshark 4.0 is not installed");
  }

  @Test
  void everyStackDownToItsTransport() throws IOException {
    compare(TsharkDifferenceTest::stacks);
  }

  @Test
  void everySegmentOfBadConnections() throws IOException {
    compare(TsharkDifferenceTest::connections);
  }

  /** Something that writes packets as a seed has it. */
  private interface Maker {
    void write(Random random, RecordingWriter to) throws IOException;
  }

  private void compare(Maker maker) throws IOException {
    Comparison comparison = new Comparison();
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      Path file = folder.resolve("seed-" + seed + ".pcapng");
      try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file))) {
        for (int linkType : RandomLinks.TYPES) {
          writer.addCapturePoint("link" + linkType, "", new LinkType(linkType), 0);
        }
        maker.write(new Random(seed), writer);
      }
      comparison.compare("-Ddifference.seed=" + seed + " frame", file, Tshark.rows(file));
    }
    assertThat(comparison.compared).isGreaterThan(1000 * ROUNDS);
    assertThat(comparison.fields).isEmpty();
    assertThat(comparison.verdicts).isEmpty();
  }

  private static void stacks(Random random, RecordingWriter to) throws IOException {
    RandomStacks stacks = new RandomStacks(random);
    long time = 1_700_000_000_000_000_000L;
    for (int i = 0; i < 600; i++) {
      RandomStacks.Recipe recipe = stacks.recipe();
      RandomStacks.Ends ends = ends(random, random.nextInt(3) == 0);
      RandomSegments segments = new RandomSegments(random.nextLong());
      int protocol = List.of(6, 6, 17, 132, ends.v6() ? 58 : 1).get(random.nextInt(5));
      for (int k = 0; k < 3; k++) {
        RandomSegments.Segment segment = segments.next();
        byte[] transport = protocol == 6 ? segment.bytes() : transport(random, protocol);
        RandomStacks.Ends way = segment.fromClient() ? ends : ends.back();
        time += random.nextInt(1_000_000);
        write(
            to,
            time,
            stacks.wrap(recipe, way, protocol, transport),
            random.nextInt(20) == 0 ? random.nextInt(90) : Integer.MAX_VALUE);
      }
    }
  }

  private static byte[] transport(Random random, int protocol) {
    byte[] data = new byte[random.nextInt(60)];
    Bytes out = new Bytes();
    switch (protocol) {
      case 17 ->
          out.u16(20000 + random.nextInt(3))
              .u16(30000 + random.nextInt(3))
              .u16(8 + data.length)
              .u16(0)
              .put(data);
      case 132 ->
          out.u16(2905).u16(2906).u32(random.nextInt()).u32(0).u8(11).u8(0).u16(4); // a COOKIE ACK
      default ->
          out.u8(protocol == 1 ? 8 : 128).u8(0).u16(0).u16(1).u16(random.nextInt(99)).put(data);
    }
    return out.array();
  }

  private static void connections(Random random, RecordingWriter to) throws IOException {
    RandomStacks stacks = new RandomStacks(random);
    RandomStacks.Recipe plain = new RandomStacks.Recipe(101, List.of(), 0, 0, 0);
    List<RandomSegments> connections = new ArrayList<>();
    List<RandomStacks.Ends> ends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      connections.add(new RandomSegments(random.nextLong()));
      ends.add(ends(random, i % 5 == 0));
    }
    long time = 1_700_000_000_000_000_000L;
    for (int i = 0; i < 3000; i++) {
      int which = random.nextInt(connections.size());
      RandomSegments.Segment segment = connections.get(which).next();
      RandomStacks.Ends way = ends.get(which);
      if (!segment.fromClient()) {
        way = way.back();
      }
      time +=
          random.nextLong(
              List.of(20_000L, 200_000L, 2_000_000L, 40_000_000L).get(random.nextInt(4)));
      write(
          to,
          time,
          stacks.wrap(plain, way, 6, segment.bytes()),
          i % 50 == 0 ? 40 + random.nextInt(40) : Integer.MAX_VALUE);
    }
  }

  private static RandomStacks.Ends ends(Random random, boolean v6) {
    byte[] a = new byte[v6 ? 16 : 4];
    byte[] b = new byte[v6 ? 16 : 4];
    random.nextBytes(a);
    random.nextBytes(b);
    a[0] = (byte) (v6 ? 0x20 : 10);
    b[0] = (byte) (v6 ? 0x20 : 10);
    return new RandomStacks.Ends(a, b);
  }

  private static void write(RecordingWriter to, long time, RandomStacks.Packet packet, int most)
      throws IOException {
    byte[] bytes = packet.bytes();
    // tshark looks for the packet behind Solaris' header from the end of what was captured.
    boolean whole = packet.linkType().code() == SOLARIS;
    int point = RandomLinks.TYPES.indexOf(packet.linkType().code());
    to.write(
        new Frame(
            1,
            time,
            point,
            packet.linkType(),
            bytes.length,
            ByteBuffer.wrap(bytes),
            0,
            whole ? bytes.length : Math.min(most, bytes.length)));
  }
}
