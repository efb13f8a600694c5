package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.connection.Connection;

/** SCTP associations (RFC 9260): found by tag, with states, TSNs and sentences. */
class AssociationTest {
  private static final String CLIENT = "10.0.0.1:4000";
  private static final String CLIENT_TOO = "10.0.9.1:4000";
  private static final String SERVER = "10.0.0.2:9";
  private static final int TO_CLIENT = 0xaaaa0001;
  private static final int TO_SERVER = 0xbbbb0002;

  // Chunks: initiate tag, window, streams, initial TSN.
  private static final String INIT = "01000014 aaaa0001 00010000 000a000a 00000064";
  private static final String INIT_ACK = "02000014 bbbb0002 00010000 000a000a fffffffe";
  private static final String COOKIE_ECHO = "0a000008 01020304";
  private static final String COOKIE_ACK = "0b000004";
  private static final String SHUTDOWN_ACK = "08000004";
  private static final String COMPLETE = "0e000004";

  private static String data(String tsn, String text) {
    int length = 16 + text.length() / 2;
    return String.format("0003%04x", length) + tsn + "0002 0000 00000000" + text;
  }

  private static String sack(String tsn, String gaps) {
    int count = gaps.length() / 8;
    return String.format("0300%04x", 16 + 4 * count)
        + tsn
        + "00008000"
        + String.format("%04x0000", count)
        + gaps;
  }

  private static String shutdown(String tsn) {
    return "07000008" + tsn;
  }

  private static Script opened() {
    return new Script()
        .sctp(CLIENT, SERVER, 0, INIT)
        .sctp(SERVER, CLIENT, TO_CLIENT, INIT_ACK)
        .sctp(CLIENT, SERVER, TO_SERVER, COOKIE_ECHO)
        .sctp(SERVER, CLIENT, TO_CLIENT, COOKIE_ACK);
  }

  private static List<String> states(Script script) {
    Analysis analysis = script.analysis();
    List<String> states = new ArrayList<>();
    for (int row = 0; row < analysis.trace().size(); row++) {
      AssociationFacts facts = analysis.association(row).orElseThrow();
      states.add(facts.clientState().rfcName() + " / " + facts.serverState().rfcName());
    }
    return states;
  }

  private static Moment.Flight flight(Script script, int row) {
    return (Moment.Flight) script.timeline().momentsAt(row).getFirst();
  }

  @Test
  void theOpeningAndTheEndGoAsInTheStateDiagram() {
    Script script =
        opened()
            .sctp(CLIENT, SERVER, TO_SERVER, shutdown("fffffffd"))
            .sctp(SERVER, CLIENT, TO_CLIENT, SHUTDOWN_ACK)
            .sctp(CLIENT, SERVER, TO_SERVER, COMPLETE);
    assertThat(states(script))
        .containsExactly(
            "COOKIE-WAIT / CLOSED",
            "COOKIE-WAIT / CLOSED",
            "COOKIE-ECHOED / ESTABLISHED",
            "ESTABLISHED / ESTABLISHED",
            "SHUTDOWN-SENT / SHUTDOWN-RECEIVED",
            "CLOSED / SHUTDOWN-ACK-SENT",
            "CLOSED / CLOSED");
    // The server has sent nothing that could be acknowledged.
    assertThat(flight(script, 4).label()).isEqualTo("SHUTDOWN");
    assertThat(script.timeline().sentence(5)).contains("unlike with a FIN").doesNotContain("TSN");
    Connection only = script.analysis().connections().getFirst();
    assertThat(only.openingSeen()).isTrue();
    assertThat(only.client().toString()).isEqualTo(CLIENT);
    assertThat(script.timeline().momentsAt(2).stream().skip(1).map(it -> ((Moment.StateChange) it)))
        .extracting(change -> change.state().rfcName())
        .containsExactly("COOKIE-ECHOED", "ESTABLISHED");
  }

  @Test
  void anInitAckSeenFirstTellsWhoAsked() {
    Script script = new Script().sctp(SERVER, CLIENT, TO_CLIENT, INIT_ACK);
    assertThat(script.analysis().connections().getFirst().client().toString()).isEqualTo(CLIENT);
  }

  @Test
  void anotherAddressOfAnEndIsFoundByItsTag() {
    Script script =
        opened()
            .sctp(CLIENT_TOO, SERVER, TO_SERVER, data("00000064", "68690000"))
            .sctp(SERVER, CLIENT_TOO, TO_CLIENT, sack("00000064", ""));
    Analysis analysis = script.analysis();
    assertThat(analysis.connections()).hasSize(1);
    assertThat(analysis.fromClient(4)).isTrue();
    assertThat(analysis.fromClient(5)).isFalse();
    assertThat(script.timeline().sentence(5))
        .contains("comes from 10.0.9.1, another address of the client");
  }

  @Test
  void anAbortOfAnInitIsARefusal() {
    Script script =
        new Script().sctp(CLIENT, SERVER, 0, INIT).sctp(SERVER, CLIENT, TO_CLIENT, "06000004");
    assertThat(states(script)).containsExactly("COOKIE-WAIT / CLOSED", "CLOSED / CLOSED");
    assertThat(script.timeline().sentence(2)).contains("Nothing listens on port 9");
    assertThat(flight(script, 1).kind()).isEqualTo(Moment.Kind.RESET);
  }

  @Test
  void dataAndAcknowledgmentsShowRelativeNumbersAlsoAcrossTheWrap() {
    Script script =
        opened()
            .sctp(SERVER, CLIENT, TO_CLIENT, data("ffffffff", "68690000"))
            .sctp(CLIENT, SERVER, TO_SERVER, sack("fffffffd", "00020002"))
            .sctp(
                SERVER,
                CLIENT,
                TO_CLIENT,
                data("00000000", "61616161"),
                data("00000001", "62626262"))
            .sctp(CLIENT, SERVER, TO_SERVER, sack("00000001", ""));
    assertThat(flight(script, 4).label()).startsWith("DATA · 4  TSN=1  Stream=2");
    assertThat(flight(script, 5).label()).isEqualTo("SACK  Ack=-1  Gap=1");
    assertThat(flight(script, 5).note()).isEqualTo("reports a gap");
    assertThat(flight(script, 6).label()).isEqualTo("2 × DATA · 8  TSN=2–3  Stream=2  \"aaaa\"");
    assertThat(script.timeline().sentence(8))
        .contains("has every chunk up to TSN 3 (raw 1)", "It answers frame 7, sent");
    assertThat(script.analysis().connections().getFirst().serverBytes()).isEqualTo(12);
  }

  @Test
  void aTsnSentAgainWasLost() {
    Script script =
        opened()
            .sctp(CLIENT, SERVER, TO_SERVER, data("00000064", "68690000"))
            .after(1_000_000)
            .sctp(CLIENT, SERVER, TO_SERVER, data("00000064", "68690000"))
            .sctp(SERVER, CLIENT, TO_CLIENT, sack("00000064", ""));
    assertThat(flight(script, 5).note()).isEqualTo("retransmission");
    assertThat(flight(script, 4).lost()).isTrue();
    assertThat(flight(script, 5).lost()).isFalse();
    assertThat(script.timeline().sentence(6)).contains("already sent in frame 5");
  }

  @Test
  void aTsnThatItsReceiverGotTwiceWasNotLost() {
    // One duplicate TSN after no gaps.
    String twice = "03000014 00000064 00008000 00000001 00000064";
    Script script =
        opened()
            .sctp(CLIENT, SERVER, TO_SERVER, data("00000064", "68690000"))
            .after(1_000_000)
            .sctp(CLIENT, SERVER, TO_SERVER, data("00000064", "68690000"))
            .sctp(SERVER, CLIENT, TO_CLIENT, twice);
    assertThat(flight(script, 4).lost()).isFalse();
    assertThat(flight(script, 5).note()).isEqualTo("retransmission");
    assertThat(script.timeline().sentence(7))
        .contains("TSN 0 arrived again: sent twice, lost neither time");
  }

  @Test
  void aStaleCookieOpensNothing() {
    Script script =
        new Script()
            .sctp(CLIENT, SERVER, 0, INIT)
            .sctp(SERVER, CLIENT, TO_CLIENT, INIT_ACK)
            .sctp(CLIENT, SERVER, TO_SERVER, COOKIE_ECHO)
            .sctp(SERVER, CLIENT, TO_CLIENT, "0900000c 00030008 00000010")
            .sctp(CLIENT, SERVER, 0, INIT);
    assertThat(states(script))
        .endsWith("COOKIE-ECHOED / ESTABLISHED", "COOKIE-ECHOED / CLOSED", "COOKIE-WAIT / CLOSED");
  }

  @Test
  void aWrongTagChangesNothing() {
    Script script = opened().sctp(SERVER, CLIENT, 0x12345678, "06000004");
    assertThat(states(script).getLast()).isEqualTo("ESTABLISHED / ESTABLISHED");
    assertThat(flight(script, 4).note()).isEqualTo("wrong verification tag");
    // RFC 9260, section 8.5.1: with the T bit the tag is the sender's own.
    assertThat(states(opened().sctp(SERVER, CLIENT, TO_SERVER, "06010004")).getLast())
        .isEqualTo("CLOSED / CLOSED");
  }

  @Test
  void anInitAfterTheEndOpensAnotherAssociation() {
    Script script =
        opened()
            .sctp(CLIENT, SERVER, TO_SERVER, "06000004")
            .sctp(CLIENT, SERVER, 0, INIT.replace("aaaa0001", "cccc0003"));
    assertThat(script.analysis().connections()).hasSize(2);
    Script again = new Script().sctp(CLIENT, SERVER, 0, INIT).sctp(CLIENT, SERVER, 0, INIT);
    assertThat(again.analysis().connections()).hasSize(1);
    assertThat(flight(again, 0).lost()).isTrue();
    assertThat(flight(again, 1).note()).isEqualTo("retransmission");
  }

  @Test
  void bothEndsMayAskAtOnceAndEndAtOnce() {
    Script script =
        new Script()
            .sctp(CLIENT, SERVER, 0, INIT)
            .sctp(SERVER, CLIENT, 0, INIT_ACK.replaceFirst("02", "01"))
            .sctp(SERVER, CLIENT, TO_CLIENT, INIT_ACK)
            .sctp(CLIENT, SERVER, TO_SERVER, COOKIE_ECHO)
            .sctp(SERVER, CLIENT, TO_CLIENT, COOKIE_ACK)
            .sctp(CLIENT, SERVER, TO_SERVER, shutdown("fffffffd"))
            .sctp(SERVER, CLIENT, TO_CLIENT, shutdown("00000063"))
            .sctp(CLIENT, SERVER, TO_SERVER, SHUTDOWN_ACK)
            .sctp(SERVER, CLIENT, TO_CLIENT, SHUTDOWN_ACK)
            .sctp(CLIENT, SERVER, TO_SERVER, COMPLETE);
    assertThat(script.analysis().connections()).hasSize(1);
    assertThat(states(script))
        .containsSequence("COOKIE-WAIT / COOKIE-WAIT", "COOKIE-WAIT / COOKIE-WAIT")
        .containsSequence("COOKIE-ECHOED / ESTABLISHED", "ESTABLISHED / ESTABLISHED")
        .endsWith("CLOSED / CLOSED");
  }

  @Test
  void anIcmpErrorThatQuotesItIsTiedToIt() {
    Script script = opened().unreachable(132, SERVER, CLIENT, TO_SERVER);
    assertThat(script.analysis().quotedConnection(4)).isZero();
  }

  @Test
  void callsOnASocketOfSctpTellOfMessagesAndOfNoFin() {
    String client = "sctp:client " + CLIENT + " " + SERVER;
    Script script = new Script();
    script.call(client, "recv(100)", client, "0");
    script.call(client, "shutdown(SHUT_WR)", client, "0");
    Timeline timeline = script.timeline();
    assertThat(timeline.sentence(1)).contains("ended the association");
    assertThat(timeline.sentence(2)).contains("nothing more can be sent either way");
    assertThat(timeline.momentsAt(0))
        .filteredOn(Moment.Call.class::isInstance)
        .extracting(it -> ((Moment.Call) it).outcome())
        .containsExactly("→ 0 (SHUTDOWN)");
  }
}
