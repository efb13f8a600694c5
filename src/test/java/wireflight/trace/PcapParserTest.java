package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapParserTest {
  private static ByteOrder order(String name) {
    return name.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static ByteBuffer header(ByteOrder order, int magic, int minor, int linkType) {
    return ByteBuffer.allocate(1024)
        .order(order)
        .putInt(magic)
        .putShort((short) 2)
        .putShort((short) minor)
        .putLong(0)
        .putInt(65535)
        .putInt(linkType);
  }

  private static Trace trace(ByteBuffer file) {
    byte[] bytes = new byte[file.position()];
    file.get(0, bytes);
    return Samples.read(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "big, a1b2c3d4, 1000, 0",
    "little, a1b2c3d4, 1000, 0",
    "big, a1b23c4d, 1, 0",
    "little, a1b23c4d, 1, 0",
    "big, a1b2cd34, 1000, 8",
    "little, a1b2cd34, 1000, 8"
  })
  void packetsAreReadInEitherByteOrderAndResolution(
      String order, String magic, int unit, int extra) {
    ByteBuffer file = header(order(order), Integer.parseUnsignedInt(magic, 16), 4, 101);
    for (int i = 0; i < 3; i++) {
      file.putInt(0xf000_0000 + i).putInt(7 + i).putInt(4).putInt(40).put(new byte[extra]);
      file.put(Samples.packet(i, 4));
    }
    Trace trace = trace(file);

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(3);
    assertThat(trace.capturePoints())
        .containsExactly(new CapturePoint(0, "", "", LinkType.RAW, 65535));
    assertThat(trace.time(1)).isEqualTo(0xf000_0001L * 1_000_000_000L + 8L * unit);
    assertThat(trace.frame(1).originalLength()).isEqualTo(40);
    assertThat(trace.frame(1).bytes()).isEqualTo(Samples.packet(1, 4));
  }

  @ParameterizedTest
  @CsvSource({"2, 40, 4", "3, 40, 4", "3, 4, 40", "4, 4, 40"})
  void oldVersionsHaveTheLengthsTheOtherWayRound(int minor, int first, int second) {
    ByteBuffer file = header(ByteOrder.BIG_ENDIAN, PcapParser.MICROSECONDS, minor, 1);
    Trace trace = trace(file.putLong(0).putInt(first).putInt(second).put(new byte[4]));

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.frame(0).length()).isEqualTo(4);
    assertThat(trace.frame(0).originalLength()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"0x30000001, 1", "0x04000001, 1", "0x00010001, 0"})
  void theBitsForAFrameCheckSequenceAreNoPartOfTheLinkType(String link, int rows) {
    ByteBuffer file =
        header(ByteOrder.LITTLE_ENDIAN, PcapParser.MICROSECONDS, 4, Integer.decode(link));
    Trace trace = trace(file.putLong(0).putInt(4).putInt(4).putInt(0));

    assertThat(trace.size()).isEqualTo(rows);
    assertThat(trace.capturePoints().getFirst().linkType()).isEqualTo(LinkType.ETHERNET);
    assertThat(trace.problems()).hasSize(1 - rows);
  }

  @ParameterizedTest
  @CsvSource({"-1", "300000000", "262145"})
  void aPacketOfImpossibleLengthEndsTheReading(int length) {
    ByteBuffer file = header(ByteOrder.LITTLE_ENDIAN, PcapParser.MICROSECONDS, 4, 1);
    file.putLong(0).putInt(4).putInt(4).putInt(0);
    Trace trace = trace(file.putLong(0).putInt(length).putInt(4).putInt(0));

    assertThat(trace.size()).isEqualTo(1);
    assertThat(trace.problems()).extracting(ReadProblem::offset).containsExactly(44L);
  }
}
