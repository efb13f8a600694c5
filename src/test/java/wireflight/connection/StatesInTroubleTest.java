package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** The states of both ends where segments are lost, repeated, refused or only ask for a sign. */
class StatesInTroubleTest {
  private static final String HANDSHAKE =
      """
      +0    > S 0:0(0)
      +.001 < S. 0:0(0) ack 1
      +.001 > . 1:1(0) ack 1
      """;

  private static String state(Script script, int row) {
    Analysis analysis = script.analyze();
    return analysis.clientState(row).rfcName() + " / " + analysis.serverState(row).rfcName();
  }

  private static String last(Script script) {
    return state(script, script.size() - 1);
  }

  private static Script open() {
    return Script.of(HANDSHAKE);
  }

  @Test
  void aSynThatAFilterDiscardedLeavesTheServerListening() throws IOException {
    Trace trace = Recording.open(Path.of("assets", "recordings", "lost-syn.pcapng"));
    Analysis analysis = Analyzer.analyze(trace);
    List<TcpState> server =
        IntStream.range(0, trace.size())
            .filter(analysis::isSegment)
            .limit(4)
            .mapToObj(analysis::serverState)
            .toList();
    assertThat(server)
        .containsExactly(
            TcpState.LISTEN, TcpState.SYN_RECEIVED, TcpState.SYN_RECEIVED, TcpState.ESTABLISHED);
  }

  @Test
  void aSynSentAgainBeforeAndAfterItsAnswerWaitsForTheAnswer() {
    Script script = Script.of("+0 > S 0:0(0)\n+1 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+1 > S 0:0(0)");
    assertThat(last(script)).isEqualTo("SYN-SENT / SYN-RECEIVED");
    script.then("+.001 < S. 0:0(0) ack 1\n+.001 > . 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void dataOnASynMayBeTakenOrNot() {
    Script taken = Script.of("+0 > S 0:5(5)\n+.001 < S. 0:0(0) ack 6\n+.001 > . 6:6(0) ack 1");
    assertThat(last(taken)).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(taken.analyze().segment(2).orElseThrow().verdicts()).isEmpty();
    Script left = Script.of("+0 > S 0:5(5)\n+.001 < S. 0:0(0) ack 1\n+.001 > P. 1:6(5) ack 1");
    assertThat(last(left)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aFinRightAfterTheSynMayEndTheOpening() {
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+.001 > F. 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("FIN-WAIT-1 / CLOSE-WAIT");
    script.then("+.001 < F. 1:1(0) ack 2\n+.001 > . 2:2(0) ack 2");
    assertThat(last(script)).isEqualTo("TIME-WAIT / CLOSED");
  }

  @Test
  void dataThatComesWithTheFinOfAnEndIsPartOfTheClose() {
    Script script = open().then("+.1 > FP. 1:11(10) ack 1\n+.001 < . 1:1(0) ack 12");
    assertThat(last(script)).isEqualTo("FIN-WAIT-2 / CLOSE-WAIT");
    // An acknowledgment of the data alone leaves the FIN open.
    Script part = open().then("+.1 > FP. 1:11(10) ack 1\n+.001 < . 1:1(0) ack 11");
    assertThat(last(part)).isEqualTo("FIN-WAIT-1 / ESTABLISHED");
  }

  @Test
  void aFinThatCrossesDataHasNotArrivedWhereTheDataLeft() {
    Script script = open().then("+.1 > F. 1:1(0) ack 1\n+.001 < P. 1:101(100) ack 1");
    assertThat(state(script, 3)).isEqualTo("FIN-WAIT-1 / CLOSE-WAIT");
    assertThat(last(script)).isEqualTo("FIN-WAIT-1 / ESTABLISHED");
    script.then("+.001 < . 101:101(0) ack 2");
    assertThat(last(script)).isEqualTo("FIN-WAIT-2 / CLOSE-WAIT");
    // An acknowledgment that comes late tells nothing new.
    script.then("+.001 < . 101:101(0) ack 1");
    assertThat(last(script)).isEqualTo("FIN-WAIT-2 / CLOSE-WAIT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ESTABLISHED / ESTABLISHED | +.1 > P. 1:11(10) ack 1",
        "FIN-WAIT-1 / CLOSE-WAIT   | +.1 > F. 1:1(0) ack 1",
        "FIN-WAIT-2 / CLOSE-WAIT   | +.1 > F. 1:1(0) ack 1; +.1 < . 1:1(0) ack 2",
        "CLOSING / CLOSING         | +.1 > F. 1:1(0) ack 1; +0 < F. 1:1(0) ack 1",
        "TIME-WAIT / LAST-ACK      | +.1 > F. 1:1(0) ack 1; +.1 < F. 1:1(0) ack 2",
        "CLOSING / TIME-WAIT       | +.1 > F. 1:1(0) ack 1; +0 < F. 1:1(0) ack 1; +.1 > . 2:2(0) ack 2",
      })
  void aResetEndsEveryState(String before, String segments) {
    Script script = open().then(segments.replace("; ", "\n"));
    assertThat(last(script)).isEqualTo(before);
    script.then("+.1 < R " + (segments.contains("< F.") ? 2 : 1) + ":1(0)");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void aResetThatAnswersNoSynOfOursChangesNothing() {
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < R. -5000:-5000(0) ack -7");
    assertThat(last(script)).startsWith("SYN-SENT / ");
    // Without ACK it may be to anything (RFC 9293, section 3.10.7.3).
    script.then("+.001 < R -5000:-5000(0)\n+.001 < R. -5000:-5000(0) ack 9");
    assertThat(last(script)).startsWith("SYN-SENT / ");
    script.then("+.001 < R. -5000:-5000(0) ack 1");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void aRefusedSynMayBeSentAgain() {
    // As Windows does, with the same number.
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < R. -5000:-5000(0) ack 1\n+.5 > S 0:0(0)");
    assertThat(last(script)).isEqualTo("SYN-SENT / CLOSED");
    script.then("+.001 < S. 0:0(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+.001 > . 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void anEndThatForgotItsConnectionResetsTheOtherAndGoesOnAsking() {
    // RFC 9293, figure 9: half-open connection discovery.
    Script script = open().then("+9 > S 70000:70000(0)\n+.001 < . 1:1(0) ack 1\n+.001 > R 1:1(0)");
    assertThat(last(script)).isEqualTo("SYN-SENT / CLOSED");
    script.then("+1 > S 70000:70000(0)\n+.001 < S. 90000:90000(0) ack 70001");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+.001 > . 70001:70001(0) ack 90001");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aResetInTheWindowThatIsNotTheNextByteIsChallenged() {
    // RFC 5961, section 3.2: here one in the midst of what has already come.
    Script script = open().then("+.1 > P. 1:101(100) ack 1\n+.001 > R 51:51(0)");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    script.then("+.001 < . 1:1(0) ack 101\n+.001 > R 101:101(0)");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void whoSendsAfterAResetWasNotClosedByIt() {
    // Beyond what was captured: either that was lost, or the reset is forged.
    Script script = open().then("+.1 > R 301:301(0)");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
    script.then("+.001 < . 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("CLOSED / ESTABLISHED");
    script.then("+.001 > P. 1:11(10) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void timeWaitMayBeReusedByANewSyn() {
    Script script =
        open()
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +.001 < F. 1:1(0) ack 2
                +.001 > . 2:2(0) ack 2
                +1    > S 90000:90000(0)
                +.001 < S. 70000:70000(0) ack 90001
                +.001 > . 90001:90001(0) ack 70001
                """);
    Analysis analysis = script.analyze();
    assertThat(analysis.connections()).hasSize(2);
    assertThat(analysis.connections().get(0).clientState()).isEqualTo(TcpState.TIME_WAIT);
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(analysis.relativeSequence(8)).isEqualTo(1);
  }

  @Test
  void theEndInTimeWaitMayBeAskedAnew() {
    // The other end opens: roles change, and the server of the new connection is the old client.
    Script script =
        open()
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +.001 < F. 1:1(0) ack 2
                +.001 > . 2:2(0) ack 2
                +1    < S 90000:90000(0)
                +.001 > S. 80000:80000(0) ack 90001
                """);
    Connection second = script.analyze().connections().get(1);
    assertThat(second.client().port()).isEqualTo(80);
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
  }

  @Test
  void keepAlivesChangeNoState() {
    Script script = open().then("+9 > . 0:0(0) ack 1\n+.01 < . 1:1(0) ack 1\n+9 > . 0:0(0) ack 1");
    assertThat(List.of(state(script, 3), state(script, 4), state(script, 5)))
        .containsOnly("ESTABLISHED / ESTABLISHED");
    Script half = open().then("+.1 > F. 1:1(0) ack 1\n+.1 < . 1:1(0) ack 2\n+9 < . 0:0(0) ack 2");
    assertThat(last(half)).isEqualTo("FIN-WAIT-2 / CLOSE-WAIT");
  }

  @Test
  void zeroWindowsAndTheirProbesChangeNoState() {
    Script script =
        open()
            .then(
                """
                +.1   > P. 1:101(100) ack 1
                +.001 < . 1:1(0) ack 101 win 0
                +.3   > . 101:102(1) ack 1
                +.001 < . 1:1(0) ack 101 win 0
                +.6   > F. 101:101(0) ack 1
                +.001 < . 1:1(0) ack 101 win 0
                """);
    assertThat(state(script, 5)).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(script.analyze().segment(5).orElseThrow().verdicts())
        .isEqualTo(Set.of(Verdict.ZERO_WINDOW_PROBE));
    // A FIN that finds no room is not taken.
    assertThat(last(script)).isEqualTo("FIN-WAIT-1 / ESTABLISHED");
  }

  @Test
  void aSimultaneousOpenMayLoseASynAck() {
    Script script =
        Script.of(
            """
            +0    > S 0:0(0)
            +0    < S 0:0(0)
            +.001 > S. 0:0(0) ack 1
            +1    > S. 0:0(0) ack 1
            +.001 < S. 0:0(0) ack 1
            +.001 < . 1:1(0) ack 1
            """);
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(script.analyze().connections()).hasSize(1);
  }

  @Test
  void aSelfConnectedSocketClosesByItself() {
    Script script =
        Script.self(
            """
            +0    > S 0:0(0)
            +.001 > S. 0:0(0) ack 1
            +.001 > . 1:1(0) ack 1
            +.1   > F. 1:1(0) ack 1
            +.001 > . 2:2(0) ack 2
            """);
    // Its own FIN arrives before it is acknowledged: FIN-WAIT-1, CLOSING, TIME-WAIT.
    assertThat(state(script, 3)).isEqualTo("CLOSING / CLOSING");
    assertThat(last(script)).isEqualTo("TIME-WAIT / TIME-WAIT");
  }

  @Test
  void aSynAckThatComesAfterTheClientGaveUpFindsItClosed() {
    // As Linux does: a reset without ACK (RFC 9293, section 3.10.7.1).
    Script script = Script.of("+0 > S 0:0(0)\n+1 > S 0:0(0)\n+9 < S. 0:0(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+.001 > R 1:1(0)");
    assertThat(state(script, 2)).isEqualTo("CLOSED / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("CLOSED / LISTEN");
    script.then("+1 < S. 0:0(0) ack 1 <id 7>\n+.001 > R 1:1(0) <id 8>");
    assertThat(state(script, 4)).isEqualTo("CLOSED / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("CLOSED / LISTEN");
  }

  @Test
  void whoAbortsAfterTheHandshakeWasOpen() {
    Script script = open().then("+.001 > R 1:1(0)");
    assertThat(state(script, 1)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void aSynAckThatIsRepeatedWithoutAnAnswerHasNotOpenedTheClient() {
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+1 < S. 0:0(0) ack 1");
    assertThat(state(script, 1)).isEqualTo("SYN-SENT / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("SYN-SENT / SYN-RECEIVED");
    assertThat(script.analyze().connections().getFirst().clientState())
        .isEqualTo(TcpState.SYN_SENT);
    script.then("+.001 > . 1:1(0) ack 1");
    assertThat(state(script, 2)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aSynAckThatAcknowledgesAnythingElseOpensNothing() {
    // RFC 9293, figure 8: recovery from an old duplicate.
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack -40\n+.001 > R -40:-40(0)");
    assertThat(state(script, 1)).startsWith("SYN-SENT / ");
    assertThat(last(script)).startsWith("SYN-SENT / ");
    script.then("+1 < S. 9000:9000(0) ack 1\n+.001 > . 1:1(0) ack 9001");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void lateCopiesOfSynAndSynAckChangeNoState() {
    Script script = open().then("+.1 < P. 1:11(10) ack 1\n+.1 < S. 0:0(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    // Linux answers both with an ACK.
    script.then("+.001 > . 1:1(0) ack 11\n+.1 > S 0:0(0)\n+.001 < . 11:11(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    script.then("+.1 < F. 11:11(0) ack 1\n+.1 > S 0:0(0)\n+.001 < . 12:12(0) ack 1");
    assertThat(last(script)).isEqualTo("CLOSE-WAIT / FIN-WAIT-1");
  }

  @Test
  void aServerThatGoesOnAfterAResetWasNotSentBackToListen() {
    String start = "+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n";
    // Within the window, not the next byte: challenged (RFC 5961, section 3.2).
    Script script = Script.of(start + "+.001 > R 50:50(0)\n+.001 < . 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("CLOSED / SYN-RECEIVED");
    script.then("+.001 > . 1:1(0) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
    Script forged = Script.of(start + "+.001 > R 1:1(0)\n+.001 > P. 1:11(10) ack 1");
    assertThat(last(forged)).isEqualTo("ESTABLISHED / LISTEN");
    assertThat(last(forged.then("+.001 < . 1:1(0) ack 11"))).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aClientThatSendsOnAfterAResetFindsNobody() {
    // As Linux does: what listens knows nothing of it and resets (RFC 9293, section 3.10.7.2).
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+.001 > R 1:1(0)");
    script.then("+.001 > P. 1:11(10) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / LISTEN");
    script.then("+.001 < R 1:1(0)");
    assertThat(last(script)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void anAckOfWhatWasNotSentIsResetAndOpensNothing() {
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+.001 > . 1:1(0) ack 77");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+.001 < R 77:77(0)");
    assertThat(last(script)).isEqualTo("ESTABLISHED / SYN-RECEIVED");
    script.then("+.001 > P. 1:4(3) ack 1");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aFinBesideASynIsNotTaken() {
    // RFC 9293, section 3.10.7.4, eighth; Linux drops such a SYN.
    Script script = Script.of("+0 > SF 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+.001 > . 1:1(0) ack 1");
    assertThat(state(script, 0)).isEqualTo("SYN-SENT / SYN-RECEIVED");
    assertThat(last(script)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aNewConnectionMayBeginWithTheNumberOfTheOldOne() {
    // As programs do that write their segments by hand.
    String whole =
        """
        +1    > S 0:0(0)
        +.001 < S. %1$d:%1$d(0) ack 1
        +.001 > . 1:1(0) ack %2$d
        +.1   > F. 1:1(0) ack %2$d
        +.001 < F. %2$d:%2$d(0) ack 2
        +.001 > . 2:2(0) ack %3$d
        """;
    Script script = Script.of(whole.formatted(0, 1, 2)).then(whole.formatted(700, 701, 702));
    assertThat(script.analyze().reason(7))
        .isEqualTo(
            "A SYN-ACK with another initial sequence number than the connection had up to frame 5"
                + " answers for a new one; its sequence number is beyond the one expected after"
                + " frame 5.");
    assertThat(state(script, 8)).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(state(script, 9)).isEqualTo("FIN-WAIT-1 / CLOSE-WAIT");
    assertThat(last(script)).isEqualTo("TIME-WAIT / CLOSED");
  }
}
