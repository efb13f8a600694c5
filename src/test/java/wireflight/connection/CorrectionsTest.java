package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What segments really are, where Wireshark's rules leave aside what the capture holds. */
class CorrectionsTest {
  private static final String HANDSHAKE =
      """
      +0    > S 0:0(0) <wscale 7>
      +.050 < S. 0:0(0) ack 1 win 65160 <wscale 7>
      +.050 > . 1:1(0) ack 1
      """;

  private static Correction last(Script script) {
    return correction(script).orElseThrow();
  }

  private static Optional<Correction> correction(Script script) {
    return script.analyze().correction(script.size() - 1);
  }

  @Test
  void bytesThatWereCapturedBeforeInAnotherPacketWereSentAgain() {
    Correction known =
        last(
            Script.of(HANDSHAKE)
                .then(
                    """
                    +.01  > P. 1:101(100) ack 1 <id 11>
                    +.001 > P. 101:201(100) ack 1 <id 12>
                    +.002 > P. 1:101(100) ack 1 <id 13>
                    """));
    assertThat(known.called()).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(known.truth()).isEqualTo(Correction.Truth.RETRANSMISSION);
    assertThat(known.reason()).contains("already in frame 4", "11 then, 13 now", "sent again");
  }

  @Test
  void withoutAnySignWiresharksVerdictStands() {
    assertThat(
            correction(
                Script.of(HANDSHAKE)
                    .then(
                        """
                        +.01  > P. 1:101(100) ack 1
                        +.001 > P. 101:201(100) ack 1
                        +.002 > P. 1:101(100) ack 1
                        """)))
        .isEmpty();
  }

  @Test
  void aLaterTimestampTellsThatAnUnseenSegmentWasSentAgain() {
    Correction known =
        last(
            Script.of(HANDSHAKE)
                .then(
                    """
                    +.01  > P. 101:201(100) ack 1 <ts 20>
                    +.002 > P. 1:101(100) ack 1 <ts 29>
                    """));
    assertThat(known.called()).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(known.truth()).isEqualTo(Correction.Truth.RETRANSMISSION);
    assertThat(known.reason()).contains("sent after frame 4, by its later timestamp");
  }

  @Test
  void anEarlierIdentificationTellsThatALateSegmentWasOvertaken() {
    Script late =
        Script.of(HANDSHAKE)
            .then(
                """
                +.01 > P. 101:201(100) ack 1 <id 12>
                +.2  > P. 1:101(100) ack 1 <id 11>
                """);
    assertThat(last(late).called()).isEqualTo(Verdict.RETRANSMISSION);
    assertThat(last(late).truth()).isEqualTo(Correction.Truth.OUT_OF_ORDER);
    Script farApart =
        Script.of(HANDSHAKE)
            .then(
                """
                +.01 > P. 101:201(100) ack 1 <id 912>
                +.2  > P. 1:101(100) ack 1 <id 11>
                """);
    assertThat(correction(farApart)).isEmpty();
  }

  @Test
  void onePacketSeenTwiceIsNoRetransmissionNorADuplicateAck() {
    Script data =
        Script.of(HANDSHAKE)
            .then(
                """
                +.01   > P. 1:101(100) ack 1 <id 11>
                +.0001 > P. 1:101(100) ack 1 <id 11>
                """);
    assertThat(last(data).truth()).isEqualTo(Correction.Truth.SEEN_TWICE);
    Script ack =
        Script.of(HANDSHAKE)
            .then(
                """
                +.01   > P. 1:101(100) ack 1 <id 11>
                +.01   < . 1:1(0) ack 101 win 500 <id 7>
                +.0001 < . 1:1(0) ack 101 win 500 <id 7>
                """);
    assertThat(last(ack).called()).isEqualTo(Verdict.DUPLICATE_ACK);
    assertThat(last(ack).truth()).isEqualTo(Correction.Truth.SEEN_TWICE);
  }

  @Test
  void theSynAckOfASimultaneousOpenRepeatsItsNumberOnPurpose() {
    Script script =
        Script.of(
            """
            +0    > S 0:0(0)
            +.001 < S 0:0(0)
            +.01  > S. 0:0(0) ack 1
            """);
    assertThat(last(script).truth()).isEqualTo(Correction.Truth.SIMULTANEOUS_OPEN);
  }

  @Test
  void anEmptySegmentAgainstAClosedWindowIsAProbe() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.01 > P. 1:101(100) ack 1
                +.01 < . 1:1(0) ack 101 win 0
                +.2  > . 100:100(0) ack 1
                """);
    assertThat(last(script).called()).isEqualTo(Verdict.KEEP_ALIVE);
    assertThat(last(script).truth()).isEqualTo(Correction.Truth.ZERO_WINDOW_PROBE);
    script.then("+.01 < . 1:1(0) ack 101 win 0");
    assertThat(last(script).truth()).isEqualTo(Correction.Truth.ZERO_WINDOW_PROBE_ACK);
  }

  @Test
  void theFirstAnswerToAKeepAliveIsNoWindowUpdate() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +9   > . 0:0(0) ack 1
                +.01 < . 1:1(0) ack 1 win 509
                """);
    assertThat(last(script).called()).isEqualTo(Verdict.WINDOW_UPDATE);
    assertThat(last(script).truth()).isEqualTo(Correction.Truth.KEEP_ALIVE_ACK);
    Script grown =
        Script.of(HANDSHAKE)
            .then(
                """
                +9   > . 0:0(0) ack 1
                +.01 < . 1:1(0) ack 1 win 700
                """);
    assertThat(correction(grown)).isEmpty();
  }

  @Test
  void theCapturePointOfTheSenderTellsWhetherItWasSentAgain() {
    String first = "+.001 > P. 1:101(100) ack 1 <id 7011>\n";
    String second = "+.001 > P. 101:201(100) ack 1 <id 900>\n";
    String again = "+.2 > P. 1:101(100) ack 1 <id 8022>\n";
    Script overtaken = Script.of(HANDSHAKE).then(first + second);
    overtaken.at(1).then(HANDSHAKE + second + first.replace("+.001", "+.2"));
    assertThat(last(overtaken).called()).isEqualTo(Verdict.RETRANSMISSION);
    assertThat(last(overtaken).truth()).isEqualTo(Correction.Truth.OUT_OF_ORDER);
    assertThat(last(overtaken).reason()).contains("it is frame 4", "sent once");
    Script repeated = Script.of(HANDSHAKE).then(first + second + again);
    repeated.at(1).then(HANDSHAKE + second + again.replace("+.2", "+.002"));
    assertThat(last(repeated).called()).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(last(repeated).truth()).isEqualTo(Correction.Truth.RETRANSMISSION);
    assertThat(last(repeated).reason()).contains("it is frame 6", "sent again");
  }
}
