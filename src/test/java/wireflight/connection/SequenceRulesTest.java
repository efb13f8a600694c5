package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The verdicts and the sentences that explain them. */
class SequenceRulesTest {
  private static final String HANDSHAKE =
      """
      +0    > S 0:0(0)
      +.001 < S. 0:0(0) ack 1
      +.001 > . 1:1(0) ack 1
      """;

  private static String verdicts(Analysis analysis, int frame) {
    return String.join(
        ",",
        new TreeSet<>(
            analysis.segment(frame - 1).orElseThrow().verdicts().stream()
                .map(Verdict::fieldName)
                .toList()));
  }

  private static Analysis after(String lines) {
    return Script.of(HANDSHAKE).then(lines).analyze();
  }

  @Test
  void anOrdinaryExchangeHasNoVerdicts() {
    Analysis analysis =
        after("+.1 > P. 1:101(100) ack 1\n+.001 < . 1:1(0) ack 101\n+.1 < P. 1:51(50) ack 101");
    for (int frame = 1; frame <= 6; frame++) {
      assertThat(verdicts(analysis, frame)).isEmpty();
      assertThat(analysis.reason(frame - 1)).isEmpty();
    }
    SegmentFacts data = analysis.segment(3).orElseThrow();
    assertThat(data.bytesInFlight()).isEqualTo(100);
    SegmentFacts ack = analysis.segment(4).orElseThrow();
    assertThat(ack.acknowledgedRow()).isEqualTo(3);
    assertThat(ack.acknowledgmentRoundTrip()).isEqualTo(1_000_000);
    assertThat(ack.initialRoundTrip()).isEqualTo(2_000_000);
  }

  @Test
  void dataSentAgainNamesTheFrameThatFirstSentIt() {
    Analysis analysis = after("+.1 > P. 1:101(100) ack 1\n+.2 > P. 1:101(100) ack 1");
    assertThat(verdicts(analysis, 5)).isEqualTo("retransmission");
    assertThat(analysis.reason(4))
        .isEqualTo("Bytes 1-100 were already sent in frame 4, 200 ms before.");
  }

  /** As in Wireshark, whose next expected number is 0 while it has seen nothing. */
  @Test
  void aKeepAliveIsOneAlsoWhereItsNumbersWrapToNothing() {
    Analysis wrapped =
        Script.from(-17, 0, HANDSHAKE + "+.1 > P. 1:17(16) ack 1\n+.1 > . 16:16(0) ack 1")
            .analyze();
    assertThat(verdicts(wrapped, 5)).isEqualTo("keep_alive");
    assertThat(wrapped.reason(4)).contains("frame 4");

    Analysis first = Script.from(-1, 0, "+0 > . 0:0(0) ack 1").analyze();
    assertThat(verdicts(first, 1)).isEqualTo("keep_alive");
    assertThat(first.reason(0)).startsWith("It is the first segment seen of this direction");
  }

  /** As where a capture begins in the middle: numbers count from what its first frame speaks of. */
  @Test
  void bytesFromBeforeTheFirstNumberAreCountedInsteadOfEndingBeforeTheyBegin() {
    Analysis analysis = Script.of("+0 < . 1:1(0) ack 51\n+.1 > P. 1:51(50) ack 1").analyze();
    assertThat(verdicts(analysis, 2)).contains("spurious_retransmission");
    assertThat(analysis.reason(1))
        .isEqualTo("50 bytes from 4294967247 on were already acknowledged in frame 1.");
  }

  @Test
  void aSynSentAgainIsARetransmission() {
    Analysis analysis = Script.of("+0 > S 0:0(0)\n+1 > S 0:0(0)").analyze();
    assertThat(verdicts(analysis, 2)).isEqualTo("retransmission");
    assertThat(analysis.reason(1)).isEqualTo("The SYN was already sent in frame 1, 1.00 s before.");
  }

  @Test
  void twoDuplicateAcksMakeAFastRetransmission() {
    Analysis analysis =
        after(
            """
            +.1   > . 1:101(100) ack 1
            +0    > . 101:201(100) ack 1
            +0    > . 201:301(100) ack 1
            +.05  < . 1:1(0) ack 101
            +0    < . 1:1(0) ack 101
            +0    < . 1:1(0) ack 101
            +.001 > . 101:201(100) ack 1
            """);
    assertThat(verdicts(analysis, 8)).isEqualTo("duplicate_ack");
    assertThat(analysis.reason(8))
        .isEqualTo("Duplicate 2 of the acknowledgment in frame 7: still waiting for byte 101.");
    assertThat(verdicts(analysis, 10)).isEqualTo("fast_retransmission,retransmission");
    assertThat(analysis.reason(9))
        .isEqualTo(
            "2 duplicate ACKs, the last in frame 9, asked for bytes 101-200, first sent in frame"
                + " 5.");
  }

  @Test
  void oneDuplicateAckAfterAnAcknowledgmentOfUnseenBytesIsTooFew() {
    Analysis analysis =
        after(
            """
            +.1   < . 1:101(100) ack 1
            +0    < . 101:201(100) ack 1
            +.05  < . 201:201(0) ack 5001
            +.001 > . 1:1(0) ack 1
            +.009 < . 1:101(100) ack 1
            """);
    assertThat(verdicts(analysis, 6)).isEqualTo("ack_lost_segment");
    assertThat(verdicts(analysis, 7)).isEqualTo("duplicate_ack");
    assertThat(verdicts(analysis, 8)).isEqualTo("retransmission");
  }

  @Test
  void aSynSentAgainForgetsWhatStoodAboveAHole() {
    Analysis analysis =
        after(
            """
            +.1 > . 4901:4921(20) ack 1
            +.1 > S 0:0(0)
            +.1 > P. 1:51(50) ack 1
            +.1 > P. 51:101(50) ack 1
            """);
    assertThat(verdicts(analysis, 4)).isEqualTo("lost_segment");
    assertThat(verdicts(analysis, 5)).isEqualTo("retransmission");
    assertThat(verdicts(analysis, 6)).isEmpty();
    assertThat(verdicts(analysis, 7)).isEmpty();
  }

  @Test
  void acknowledgedDataSentAgainIsSpurious() {
    Analysis analysis =
        after("+.1 > . 1:101(100) ack 1\n+.01 < . 1:1(0) ack 101\n+.1 > . 1:101(100) ack 1");
    assertThat(verdicts(analysis, 6)).isEqualTo("retransmission,spurious_retransmission");
    assertThat(analysis.reason(5)).isEqualTo("Bytes 1-100 were already acknowledged in frame 5.");
  }

  @Test
  void aHoleAndItsLateFilling() {
    Analysis analysis = after("+.1 > . 101:201(100) ack 1\n+.0005 > . 1:101(100) ack 1");
    assertThat(verdicts(analysis, 4)).isEqualTo("lost_segment");
    assertThat(analysis.reason(3))
        .isEqualTo("Bytes 1-100 should come between frame 3 and this one, but are not there.");
    assertThat(verdicts(analysis, 5)).isEqualTo("out_of_order");
    assertThat(analysis.reason(4)).startsWith("Bytes 1-100 come after frame 4");
  }

  @Test
  void anAcknowledgmentOfBytesNeverSeen() {
    Analysis analysis = after("+.1 < . 1:1(0) ack 501");
    assertThat(verdicts(analysis, 4)).isEqualTo("ack_lost_segment");
    assertThat(analysis.reason(3))
        .isEqualTo(
            "It acknowledges up to byte 500, but bytes 1-500 of the other direction were not"
                + " captured before it.");
    Analysis beyond = after("+.1 > . 101:201(100) ack 1\n+.01 < . 1:1(0) ack 201");
    assertThat(beyond.reason(4))
        .isEqualTo(
            "It acknowledges up to byte 200, but bytes 1-100 of the other direction were not"
                + " captured before it.");
    Analysis overlap =
        after("+.1 > . 1:101(100) ack 1\n+.1 > . 51:151(100) ack 1\n+.1 < . 1:1(0) ack 151");
    assertThat(verdicts(overlap, 6)).isEqualTo("ack_lost_segment");
    assertThat(overlap.reason(5))
        .isEqualTo(
            "It acknowledges up to byte 150, more than came in one run, though all of it was"
                + " captured before.");
  }

  @Test
  void oneSegmentMayRepeatSeveralAndBringNewBytes() {
    Analysis analysis =
        after(
            """
            +.1 > . 1:101(100) ack 1
            +0  > . 201:301(100) ack 1
            +0  > . 101:201(100) ack 1
            +.3 > . 1:401(400) ack 1
            """);
    assertThat(verdicts(analysis, 7)).isEqualTo("retransmission");
    assertThat(analysis.reason(6))
        .isEqualTo(
            "Bytes 1-100 were already sent in frame 4, 300 ms before, bytes 101-200 in frame 6,"
                + " bytes 201-300 in frame 5; bytes 301-400 are new.");
  }

  @Test
  void aSegmentThatRepeatsManyNamesTheFirstOfThem() {
    Analysis analysis =
        after(
            """
            +.1 > . 1:11(10) ack 1
            +0  > . 11:21(10) ack 1
            +0  > . 21:31(10) ack 1
            +0  > . 31:41(10) ack 1
            +0  > . 41:51(10) ack 1
            +.3 > . 1:51(50) ack 1
            """);
    assertThat(analysis.reason(8))
        .isEqualTo(
            "Bytes 1-10 were already sent in frame 4, 300 ms before, bytes 11-20 in frame 5, bytes"
                + " 21-30 in frame 6, bytes 31-50 in later frames.");
  }

  @Test
  void bytesWithinABiggerSegmentAreAllOfThemRepeated() {
    Analysis analysis = after("+.1 > . 1:1001(1000) ack 1\n+.3 > . 501:601(100) ack 1");
    assertThat(analysis.reason(4))
        .isEqualTo("Bytes 501-600 were already sent in frame 4, 300 ms before.");
  }

  @Test
  void aSegmentThatOverlapsTheLatestIsNotSaidToBeOvertaken() {
    Analysis analysis = after("+.1 > . 1:101(100) ack 1\n+.001 > . 51:151(100) ack 1");
    assertThat(verdicts(analysis, 5)).isEqualTo("out_of_order");
    assertThat(analysis.reason(4))
        .isEqualTo(
            "Bytes 51-150 begin before the end of frame 4, within the initial round trip of 2.00"
                + " ms.");
  }

  @Test
  void anAcknowledgmentOfBytesSentTwiceIsOfTheFirstCopyAsInWireshark() {
    Analysis analysis =
        after("+.1 > . 1:101(100) ack 1\n+1 > . 1:101(100) ack 1\n+.1 < . 1:1(0) ack 101");
    assertThat(analysis.segment(5).orElseThrow().acknowledgedRow()).isEqualTo(3);
  }

  @Test
  void bytesInFlightAreCountedFromTheFirstThatWasCapturedAndNotAcknowledged() {
    Analysis analysis = Script.of("+0 > . 1:101(100) ack 1\n+.1 > . 101:201(100) ack 1").analyze();
    assertThat(analysis.segment(0).orElseThrow().bytesInFlight()).isEqualTo(100);
    assertThat(analysis.segment(1).orElseThrow().bytesInFlight()).isEqualTo(200);
    Analysis hole =
        after("+.1 > . 101:201(100) ack 1\n+.1 < . 1:1(0) ack 151\n+.1 > . 201:211(10) ack 1");
    assertThat(hole.segment(3).orElseThrow().bytesInFlight()).isEqualTo(100);
    assertThat(hole.segment(5).orElseThrow().bytesInFlight()).isEqualTo(60);
  }

  @Test
  void anAcknowledgmentIsOfTheSegmentThatEndsThereInWhateverOrderTheyCame() {
    Analysis analysis =
        after(
            """
            +.1 > . 101:201(100) ack 1
            +0  > . 1:101(100) ack 1
            +.1 < . 1:1(0) ack 101
            +.1 < . 1:1(0) ack 101
            +.1 < . 1:1(0) ack 201
            """);
    assertThat(analysis.segment(5).orElseThrow().acknowledgedRow()).isEqualTo(4);
    // The same again is of nothing new.
    assertThat(analysis.segment(6).orElseThrow().acknowledgedRow()).isEqualTo(-1);
    assertThat(analysis.segment(7).orElseThrow().acknowledgedRow()).isEqualTo(3);
  }

  @Test
  void dataOnASynIsCountedAfterIt() {
    Analysis analysis = Script.of("+0 > S 0:5(5)\n+1 > S 0:5(5)").analyze();
    assertThat(analysis.reason(1))
        .isEqualTo("Bytes 1-5 were already sent in frame 1, 1.00 s before.");
  }

  @Test
  void aSingleByteSentAgainIsCalledAKeepAliveButIsNone() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1 > P. 1:11(10) ack 1
                +.1 < . 1:1(0) ack 11
                +.1 > P. 11:12(1) ack 1
                +.2 > P. 11:12(1) ack 1
                """);
    Analysis analysis = script.analyze();
    assertThat(verdicts(analysis, 7)).isEqualTo("keep_alive");
    assertThat(analysis.reason(6)).startsWith("It is a single byte and starts one byte before");
    Correction known = analysis.correction(6).orElseThrow();
    assertThat(known.truth()).isEqualTo(Correction.Truth.RETRANSMISSION);
    assertThat(known.reason()).startsWith("Byte 11 was sent in frame 6 and not acknowledged since");
    script.then("+.01 < . 1:1(0) ack 12\n+60 > . 11:12(1) ack 1");
    assertThat(verdicts(script.analyze(), 9)).isEqualTo("keep_alive");
    assertThat(script.analyze().correction(8)).isEmpty();
  }

  @Test
  void aFullWindowAZeroWindowAndItsProbe() {
    Analysis analysis =
        after(
            """
            +.1 > . 1:1001(1000) ack 1
            +0  < . 1:1(0) ack 1001 win 0
            +.2 > . 1001:1002(1) ack 1
            +0  < . 1:1(0) ack 1001 win 0
            +.2 < . 1:1(0) ack 1001 win 800
            """);
    assertThat(List.of(4, 5, 6, 7, 8).stream().map(frame -> verdicts(analysis, frame)).toList())
        .containsExactly(
            "window_full",
            "zero_window",
            "zero_window_probe",
            "zero_window,zero_window_probe_ack",
            "window_update");
    assertThat(analysis.reason(7))
        .isEqualTo("It only changes the window field, which was 0 in frame 7.");
  }

  @Test
  void aKeepAliveAndItsAnswer() {
    Analysis analysis =
        after(
            """
            +.1 > P. 1:11(10) ack 1
            +0  < . 1:1(0) ack 11
            +60 > . 10:10(0) ack 1
            +0  < . 1:1(0) ack 11
            """);
    assertThat(verdicts(analysis, 6)).isEqualTo("keep_alive");
    assertThat(verdicts(analysis, 7)).isEqualTo("keep_alive_ack");
    assertThat(analysis.reason(6)).isEqualTo("It answers the keep-alive in frame 6.");
  }

  @Test
  void windowsAreScaledOnlyIfBothEndsOfferIt() {
    String rest = "+0 > . 1:1(0) ack 1 win 500";
    Analysis both =
        Script.of("+0 > S 0:0(0) <wscale 7>\n+0 < S. 0:0(0) ack 1 <wscale 8>\n" + rest).analyze();
    Analysis one =
        Script.of("+0 > S 0:0(0) <wscale 7>\n+0 < S. 0:0(0) ack 1 <mss 1460>\n" + rest).analyze();
    assertThat(both.window(0)).isEqualTo(1000);
    assertThat(both.window(2)).isEqualTo(500 << 7);
    assertThat(one.window(2)).isEqualTo(500);
  }

  @Property
  boolean theInitialSequenceNumbersDoNotMatter(@ForAll int client, @ForAll int server) {
    // 0 is left out: the published rules take an acknowledgment of 0 for none.
    String lines =
        HANDSHAKE
            + """
            +.1   > . 1:1001(1000) ack 1
            +0    > . 2001:3001(1000) ack 1
            +.01  < . 1:1(0) ack 1001
            +.01  < . 1:1(0) ack 1001
            +.01  < . 1:1(0) ack 1001
            +.001 > . 1001:2001(1000) ack 1
            +.01  < P. 1:501(500) ack 3001
            +.3   < P. 1:501(500) ack 3001
            +.01  > F. 3001:3001(0) ack 501
            """;
    return facts(Script.from(client, server, lines)).equals(facts(Script.of(lines)))
        || List.of(-1, -1001, -3001, -3002).contains(client)
        || List.of(-1, -501).contains(server);
  }

  private static List<String> facts(Script script) {
    Analysis analysis = script.analyze();
    return java.util.stream.IntStream.range(0, script.size())
        .mapToObj(row -> analysis.segment(row).orElseThrow().toString())
        .toList();
  }
}
