package wireflight.trace;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PcapngParserTest {
  private static final byte[] DATA = {1, 2, 3, 4, 5};

  static Stream<ByteOrder> orders() {
    return Stream.of(LITTLE_ENDIAN, BIG_ENDIAN);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyKindOfPacketBlockIsARow(ByteOrder order) {
    Trace trace =
        new PcapngScript(order)
            .point(1, 4)
            .packet(0, 5_000_001, DATA)
            .block(2, (short) 0, (short) 9, 0, 7, 5, 60, DATA)
            .block(3, 60, new byte[] {9, 8, 7, 6})
            .trace();

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(3);
    assertThat(trace.time(0)).isEqualTo(5_000_001_000L);
    assertThat(trace.frame(0).bytes()).isEqualTo(DATA);
    assertThat(trace.time(1)).isEqualTo(7000);
    assertThat(trace.frame(1).bytes()).isEqualTo(DATA);
    assertThat(trace.frame(1).originalLength()).isEqualTo(60);
    assertThat(trace.time(2)).isEqualTo(Trace.NO_TIME);
    assertThat(trace.frame(2).bytes()).containsExactly(9, 8, 7, 6);
    assertThat(trace.frame(2).originalLength()).isEqualTo(60);
  }

  @Test
  @Timeout(20)
  void aHostOfInterfacesAndCountsTakesNoMoreThanItsShareOfTime() {
    int many = 300_000;
    ByteBuffer bytes = ByteBuffer.allocate(28 + many * (20 + 24)).order(LITTLE_ENDIAN);
    bytes.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putInt(1).putLong(-1).putInt(28);
    for (int i = 0; i < many; i++) {
      bytes.putInt(1).putInt(20).putInt(1).putInt(0).putInt(20);
      bytes.putInt(5).putInt(24).putInt(i).putLong(0).putInt(24);
    }
    Recording recording = Recording.follow("many");
    recording.append(bytes.flip());
    assertThat(recording.snapshot().problems()).isEmpty();
    assertThat(recording.snapshot().capturePoints()).hasSize(many);
    assertThat(recording.snapshot().statistics()).hasSize(many);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anInterfaceSaysHowItCountsTime(ByteOrder order) {
    Trace trace =
        new PcapngScript(order)
            .point(1, 0, (short) 9, (short) 1, new byte[] {9, 0, 0, 0})
            .point(1, 0, (short) 9, (short) 1, new byte[] {(byte) 0x8a, 0, 0, 0})
            .point(1, 0, (short) 9, (short) 1, new byte[] {3, 0, 0, 0}, (short) 14, (short) 8, -2L)
            .packet(0, 1_700_000_000_123_456_789L, DATA)
            .packet(1, 1024 * 3 + 512, DATA)
            .packet(2, 5001, DATA)
            .packet(0, -1, DATA)
            .trace();

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.time(0)).isEqualTo(1_700_000_000_123_456_789L);
    assertThat(trace.time(1)).isEqualTo(3_500_000_000L);
    assertThat(trace.time(2)).isEqualTo(3_001_000_000L);
    assertThat(trace.time(3)).as("the year 2554").isEqualTo(Trace.NO_TIME);
  }

  @Test
  void sectionsHaveInterfacesAndAByteOrderOfTheirOwn() {
    Trace trace =
        new PcapngScript(BIG_ENDIAN)
            .point(1, 0, (short) 2, (short) 4, "eth0")
            .packet(0, 1, DATA)
            .section(LITTLE_ENDIAN)
            .point(101, 0, (short) 2, (short) 2, "lo", (short) 0, (short) 3, (short) 4, "text")
            .packet(0, 2, DATA)
            .trace();

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.capturePoints())
        .containsExactly(
            new CapturePoint(0, "eth0", "", LinkType.ETHERNET, 0),
            new CapturePoint(1, "lo", "text", LinkType.RAW, 0));
    assertThat(trace.frame(1).capturePoint()).isEqualTo(1);
    assertThat(trace.frame(1).linkType()).isEqualTo(LinkType.RAW);
    assertThat(trace.time(1)).isEqualTo(2000);
  }

  @Test
  void theLatestStatisticsOfEachInterfaceCount() {
    Trace trace =
        new PcapngScript(BIG_ENDIAN)
            .point(1, 0)
            .point(1, 0)
            .block(5, 1, 0, 4, (short) 4, (short) 8, 10L)
            .block(5, 0, 0, 5, (short) 4, (short) 8, 30L, (short) 5, (short) 8, 3L)
            .block(5, 1, 0, 6, (short) 5, (short) 8, 2L)
            .trace();

    assertThat(trace.statistics())
        .containsExactly(
            new CaptureStatistics(0, 5000, 30, 3), new CaptureStatistics(1, 6000, -1, 2));
  }

  @Test
  void whatWiresharkNumbersIsARowAndWhatItSkipsIsNone() {
    Trace trace =
        new PcapngScript(LITTLE_ENDIAN)
            .block(4, 0)
            .block(0xbad, 32473, "copied")
            .block(0x40000bad, 7, "not")
            .block(10, 0x544c534b, 3, "abc")
            .block(0x204, (short) 0, 1_700_000_000_000_000_000L, 0L)
            .block(
                9, "__REALTIME_TIMESTAMP=1700000000000001\nMESSAGE=from the system\nPRIORITY=6\n")
            .block(0x80000123, "mine")
            .trace();

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(4);
    assertThat(trace.event(0).message()).contains("32473");
    assertThat(trace.event(2).time()).isEqualTo(1_700_000_000_000_000_000L);
    assertThat(trace.event(3))
        .isEqualTo(
            new Note(1_700_000_000_000_001_000L, "from the system", Map.of("PRIORITY", "6")));
  }

  @Test
  void aLengthThatIsNotPaddedIsTakenAsMeant() {
    byte[] body = PcapngScript.body(LITTLE_ENDIAN, 0, 0, 1, 5, 5, DATA);
    Trace trace =
        new PcapngScript(LITTLE_ENDIAN)
            .point(1, 0)
            .raw(6, 12 + body.length, body, new byte[3], 12 + body.length)
            .packet(0, 2, DATA)
            .trace();

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(2);
    assertThat(trace.frame(0).bytes()).isEqualTo(DATA);
  }

  @Test
  void aBlockThatContradictsItselfIsPassedOverAndTheNextIsRead() {
    PcapngScript script = new PcapngScript(LITTLE_ENDIAN).point(1, 0);
    int packetWithoutInterface = script.size();
    script.packet(1, 1, DATA);
    int tooLarge = script.size();
    script.block(6, 0, 0, 0, 0x7fff_ffff, 5, DATA);
    int tooShort = script.size();
    script.block(6, 0, 0, 0);
    int optionTooLong = script.size();
    script.point(1, 0, (short) 2, (short) 999, "eth1");
    script.packet(0, 2, DATA);

    Trace trace = script.trace();
    assertThat(trace.size()).isEqualTo(1);
    assertThat(trace.time(0)).isEqualTo(2000);
    assertThat(trace.capturePoints()).hasSize(2);
    assertThat(trace.problems())
        .extracting(ReadProblem::offset)
        .containsExactly(
            (long) packetWithoutInterface, (long) tooLarge, (long) tooShort, (long) optionTooLong);
  }

  @Test
  void whereTheFramingIsLostReadingStopsAndSaysWhere() {
    List<Object[]> damages =
        List.of(
            new Object[] {6, 0xffff_fff0, 0, 0, 0, 0},
            new Object[] {6, 8, 0, 0, 0, 0},
            new Object[] {6, 16, 0, 20, 0, 0},
            new Object[] {0x0a0d0d0a, 28, 0x12345678, (short) 1, (short) 0, -1L, 28},
            new Object[] {0x0a0d0d0a, 28, 0x1a2b3c4d, (short) 2, (short) 0, -1L, 28},
            new Object[] {0x0a0d0d0a, 16, 0x1a2b3c4d, 16, 0, 0, 0});
    for (Object[] damage : damages) {
      PcapngScript script = new PcapngScript(LITTLE_ENDIAN).point(1, 0).packet(0, 1, DATA);
      int offset = script.size();
      Trace trace = script.raw(damage).packet(0, 2, DATA).trace();

      assertThat(trace.size()).isEqualTo(1);
      assertThat(trace.problems()).extracting(ReadProblem::offset).containsExactly((long) offset);
    }
  }

  @Test
  void aFileThatIsWrongAllOverIsNotListedInFull() {
    PcapngScript script = new PcapngScript(LITTLE_ENDIAN);
    for (int i = 0; i < 500; i++) {
      script.packet(0, i, DATA);
    }
    assertThat(script.trace().problems())
        .hasSize(101)
        .last()
        .extracting(ReadProblem::message)
        .isEqualTo("Further problems are not listed.");
  }
}
