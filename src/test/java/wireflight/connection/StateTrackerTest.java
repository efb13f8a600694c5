package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states of both ends, by the examples of RFC 9293 and the ways in which they go wrong. */
class StateTrackerTest {
  private static final String HANDSHAKE =
      """
      +0    > S 0:0(0)
      +.001 < S. 0:0(0) ack 1
      +.001 > . 1:1(0) ack 1
      """;

  private static List<String> states(Script script) {
    Analysis analysis = script.analyze();
    List<String> states = new ArrayList<>();
    for (int row = 0; row < script.size(); row++) {
      states.add(analysis.clientState(row).rfcName() + " / " + analysis.serverState(row).rfcName());
    }
    return states;
  }

  @Test
  void theHandshakeGoesAsInFigure6() {
    assertThat(states(Script.of(HANDSHAKE)))
        .containsExactly(
            "SYN-SENT / SYN-RECEIVED", "ESTABLISHED / SYN-RECEIVED", "ESTABLISHED / ESTABLISHED");
  }

  @Test
  void anUnansweredSynTellsNothingOfTheServer() {
    assertThat(states(Script.of("+0 > S 0:0(0)\n+1 > S 0:0(0)")))
        .containsExactly("SYN-SENT / ", "SYN-SENT / ");
  }

  @Test
  void aRefusedSynLeavesBothClosed() {
    assertThat(states(Script.of("+0 > S 0:0(0)\n+.001 < R. -5000:-5000(0) ack 1")))
        .containsExactly("SYN-SENT / CLOSED", "CLOSED / CLOSED");
  }

  @Test
  void theNormalCloseGoesAsInFigure12() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +.001 < . 1:1(0) ack 2
                +.1   < F. 1:1(0) ack 2
                +.001 > . 2:2(0) ack 2
                """);
    assertThat(states(script).subList(3, 7))
        .containsExactly(
            "FIN-WAIT-1 / CLOSE-WAIT",
            "FIN-WAIT-2 / CLOSE-WAIT",
            "TIME-WAIT / LAST-ACK",
            "TIME-WAIT / CLOSED");
  }

  @Test
  void theServerMayCloseFirstWithDataInItsFin() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   < FP. 1:101(100) ack 1
                +.001 > F. 1:1(0) ack 102
                +.001 < . 102:102(0) ack 2
                """);
    assertThat(states(script).subList(3, 6))
        .containsExactly("CLOSE-WAIT / FIN-WAIT-1", "LAST-ACK / TIME-WAIT", "CLOSED / TIME-WAIT");
  }

  @Test
  void bothMayCloseAtOnceAsInFigure13() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +0    < F. 1:1(0) ack 1
                +.001 > . 2:2(0) ack 2
                +0    < . 2:2(0) ack 2
                """);
    assertThat(states(script).subList(3, 7))
        .containsExactly(
            "FIN-WAIT-1 / CLOSE-WAIT",
            "CLOSING / CLOSING",
            "CLOSING / TIME-WAIT",
            "TIME-WAIT / TIME-WAIT");
  }

  @Test
  void bothMayOpenAtOnceAsInFigure7() {
    assertThat(
            states(
                Script.of(
                    """
                    +0    > S 0:0(0)
                    +0    < S 0:0(0)
                    +.001 > S. 0:0(0) ack 1
                    +0    < S. 0:0(0) ack 1
                    """)))
        .containsExactly(
            "SYN-SENT / ",
            "SYN-RECEIVED / SYN-RECEIVED",
            "SYN-RECEIVED / ESTABLISHED",
            "ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aSocketConnectedToItselfIsOneSocket() {
    assertThat(
            states(
                Script.self(
                    """
                    +0    > S 0:0(0)
                    +.001 > S. 0:0(0) ack 1
                    +.001 > . 1:1(0) ack 1
                    """)))
        .containsExactly(
            "SYN-RECEIVED / SYN-RECEIVED",
            "ESTABLISHED / ESTABLISHED",
            "ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aHalfClosedConnectionStillCarriesData() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +.001 < . 1:1(0) ack 2
                +.1   < P. 1:101(100) ack 2
                +.001 > . 2:2(0) ack 101
                """);
    assertThat(states(script).get(6)).isEqualTo("FIN-WAIT-2 / CLOSE-WAIT");
  }

  @Test
  void aLostFinalAckShowsInTheFinSentAgain() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   > F. 1:1(0) ack 1
                +.001 < F. 1:1(0) ack 2
                +.001 > . 2:2(0) ack 2
                +.2   < F. 1:1(0) ack 2
                +.001 > . 2:2(0) ack 2
                """);
    assertThat(states(script).subList(5, 8))
        .containsExactly("TIME-WAIT / CLOSED", "TIME-WAIT / LAST-ACK", "TIME-WAIT / CLOSED");
  }

  @Test
  void aSynAckSentAgainShowsThatTheServerStillWaits() {
    Script script = Script.of(HANDSHAKE).then("+1 < S. 0:0(0) ack 1\n+.001 > . 1:1(0) ack 1");
    assertThat(states(script).subList(3, 5))
        .containsExactly("ESTABLISHED / SYN-RECEIVED", "ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aFinBehindAHoleArrivesOnlyWhenItIsAcknowledged() {
    Script script =
        Script.of(HANDSHAKE)
            .then(
                """
                +.1   > F. 101:101(0) ack 1
                +.001 < . 1:1(0) ack 1
                +.2   > P. 1:101(100) ack 1
                +.001 < . 1:1(0) ack 102
                """);
    assertThat(states(script).subList(3, 7))
        .containsExactly(
            "FIN-WAIT-1 / ESTABLISHED",
            "FIN-WAIT-1 / ESTABLISHED",
            "FIN-WAIT-1 / ESTABLISHED",
            "FIN-WAIT-2 / CLOSE-WAIT");
  }

  @Test
  void aResetClosesBothAtOnce() {
    Script script = Script.of(HANDSHAKE).then("+.1 > R 1:1(0)");
    assertThat(states(script).get(3)).isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void aResetDuringAPassiveOpenGoesBackToListen() {
    Script script = Script.of("+0 > S 0:0(0)\n+.001 < S. 0:0(0) ack 1\n+.001 > R 1:1(0)");
    assertThat(states(script).get(2)).isEqualTo("CLOSED / LISTEN");
  }

  @Test
  void aResetFarOutsideTheWindowChangesNothing() {
    Script script = Script.of(HANDSHAKE).then("+.1 > R 900000:900000(0)\n+.1 > P. 1:2(1) ack 1");
    script.then("+.1 < . 1:1(0) ack 2\n+.1 < R -400:-400(0)");
    assertThat(states(script).get(6)).isEqualTo("ESTABLISHED / ESTABLISHED");
  }

  @Test
  void aCaptureThatStartsMidConnectionTellsNothingUntilItEnds() {
    Script script =
        Script.of(
            """
            +0    > P. 1:101(100) ack 1
            +.001 < . 1:1(0) ack 101
            +.1   > F. 101:101(0) ack 1
            +.001 < F. 1:1(0) ack 102
            +.001 > . 102:102(0) ack 2
            """);
    assertThat(states(script))
        .containsExactly(" / ", " / ", " / ", "TIME-WAIT / LAST-ACK", "TIME-WAIT / CLOSED");
  }

  @Test
  void aNewSynOnTheSamePortsIsAnotherConnection() {
    Script script = Script.of(HANDSHAKE).then("+.1 > R. 1:1(0) ack 1\n+1 > S 70000:70000(0)");
    Analysis analysis = script.analyze();
    assertThat(analysis.connections()).hasSize(2);
    assertThat(analysis.connections().get(0).clientState()).isEqualTo(TcpState.CLOSED);
    assertThat(analysis.segment(4).orElseThrow().verdicts()).containsExactly(Verdict.REUSED_PORTS);
  }

  @Test
  void aGrowingTraceGivesTheSameAsAWholeOne() {
    Script script = Script.of(HANDSHAKE).then("+.1 > P. 1:11(10) ack 1\n+.1 > P. 1:11(10) ack 1");
    Analyzer analyzer = new Analyzer(Analyzer.Points.SEPARATE);
    Analysis early = analyzer.advance(script.first(1));
    assertThat(early.serverState(0)).isEqualTo(TcpState.UNKNOWN);
    for (int rows = 2; rows < script.size(); rows++) {
      analyzer.advance(script.first(rows));
    }
    Analysis grown = analyzer.advance(script);
    Analysis whole = script.analyze();
    for (int row = 0; row < script.size(); row++) {
      assertThat(grown.segment(row)).isEqualTo(whole.segment(row));
    }
    assertThat(List.copyOf(grown.connections())).isEqualTo(List.copyOf(whole.connections()));
    assertThat(early.connections().getFirst().packets()).isEqualTo(1);
    assertThat(early.serverState(0)).isEqualTo(TcpState.UNKNOWN);
  }
}
