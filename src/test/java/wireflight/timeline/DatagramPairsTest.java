package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Requests and answers of UDP, and datagrams that came to nothing. */
class DatagramPairsTest {
  private static final String CLIENT = "10.0.0.1:4000";
  private static final String SERVER = "10.0.0.2:7";
  private static final String RESOLVER = "10.0.0.2:53";

  private static byte[] dns(int id, boolean response) {
    byte[] bytes = new byte[12];
    bytes[0] = (byte) (id >> 8);
    bytes[1] = (byte) id;
    bytes[2] = (byte) (response ? 0x80 : 0);
    return bytes;
  }

  private static String note(Timeline timeline, int row) {
    return ((Moment.Flight) timeline.momentsAt(row).getFirst()).note();
  }

  @Test
  void theFirstDatagramBackIsTheAnswer() {
    Timeline timeline =
        new Script()
            .udp(CLIENT, SERVER, "hi")
            .udp(SERVER, CLIENT, "ho")
            .udp(SERVER, CLIENT, "hum")
            .timeline();
    assertThat(timeline.fateOf(0)).isEqualTo(Fate.ANSWERED);
    assertThat(timeline.sentence(1)).contains("Frame 2 brings the answer");
    assertThat(timeline.sentence(2)).contains("the answer to frame 1, 20.0 µs before");
    assertThat(timeline.fateOf(2)).isEqualTo(Fate.SENT);
  }

  @Test
  void queriesAndResponsesArePairedByTheirIdentifier() {
    Timeline timeline =
        new Script()
            .udp(CLIENT, RESOLVER, dns(7, false))
            .udp(CLIENT, RESOLVER, dns(8, false))
            .udp(CLIENT, RESOLVER, dns(9, false))
            .udp(RESOLVER, CLIENT, dns(8, true))
            .udp(CLIENT, RESOLVER, dns(7, false))
            .udp(RESOLVER, CLIENT, dns(7, true))
            .timeline();
    assertThat(timeline.sentence(4)).contains("the answer to frame 2");
    assertThat(timeline.sentence(5)).contains("The same was asked in frame 1", "Frame 6 brings");
    assertThat(timeline.sentence(6)).contains("the answer to frame 1");
    assertThat(timeline.fateOf(2)).isEqualTo(Fate.UNANSWERED);
    assertThat(note(timeline, 2)).isEqualTo("no answer");
    assertThat(timeline.sentence(3)).contains("No answer comes back");
  }

  @Test
  void aFlowInWhichAnythingCameBackIsNotCalledUnanswered() {
    Timeline timeline =
        new Script()
            .udp(CLIENT, SERVER, "hi")
            .udp(SERVER, CLIENT, "ho")
            .udp(CLIENT, SERVER, "bye")
            .timeline();
    assertThat(timeline.fateOf(2)).isEqualTo(Fate.SENT);
    Timeline silent = new Script().udp(CLIENT, SERVER, "hi").timeline();
    assertThat(silent.fateOf(0)).isEqualTo(Fate.UNANSWERED);
    Timeline group = new Script().udp(CLIENT, "224.0.0.251:7", "hi").timeline();
    assertThat(group.fateOf(0)).isEqualTo(Fate.SENT);
  }

  @Test
  void whatWantsNoAnswerIsNotCalledUnanswered() {
    // A log entry, and a port that tells nothing.
    Timeline told =
        new Script()
            .udp(CLIENT, "10.0.0.2:514", "log")
            .udp(CLIENT, "10.0.0.2:5004", "voice")
            .timeline();
    assertThat(told.fateOf(0)).isEqualTo(Fate.SENT);
    assertThat(note(told, 0)).isEmpty();
    assertThat(told.fateOf(1)).isEqualTo(Fate.SENT);
    assertThat(told.sentence(2)).doesNotContain("answer");
  }

  @Test
  void aServerThatAnswersOthersOwesAnAnswer() {
    Script script =
        new Script().udp("10.0.0.3:4000", "10.0.0.2:5004", "hi").udp(CLIENT, "10.0.0.2:5004", "hi");
    assertThat(script.timeline().fateOf(0)).isEqualTo(Fate.SENT);
    Timeline answered = script.udp("10.0.0.2:5004", CLIENT, "ho").timeline();
    assertThat(answered.fateOf(0)).isEqualTo(Fate.UNANSWERED);
    assertThat(answered.fateOf(1)).isEqualTo(Fate.ANSWERED);
  }

  @Test
  void whatARouterBringsBackWasNotRefused() {
    Script script = new Script().udp(CLIENT, SERVER, "one");
    Timeline timeline = script.unreachable(17, SERVER, CLIENT, 11 << 16).timeline();
    assertThat(timeline.fateOf(0)).isEqualTo(Fate.REFUSED);
    assertThat(note(timeline, 0)).isEqualTo("not delivered");
  }

  @Test
  void anErrorIsTiedToTheVeryDatagramThatItQuotes() {
    Script script =
        new Script()
            .udp(CLIENT, SERVER, "one")
            .udp(CLIENT, SERVER, "three")
            .portUnreachable(SERVER, CLIENT, 3);
    Timeline timeline = script.timeline();
    assertThat(script.analysis().quotedRow(2)).isZero();
    assertThat(timeline.fateOf(0)).isEqualTo(Fate.REFUSED);
    assertThat(note(timeline, 0)).isEqualTo("refused");
    assertThat(timeline.sentence(1)).contains("frame 3 brings it back as an ICMP error");
    assertThat(timeline.sentence(3)).contains("quotes the datagram (frame 1)");
    assertThat(timeline.fateOf(1)).isEqualTo(Fate.UNANSWERED);
  }

  @Test
  void anErrorMayQuoteATcpSegment() {
    Script script =
        new Script()
            .tcp(CLIENT, SERVER, "S", 100, 0, "")
            .tcp(CLIENT, SERVER, "S", 100, 0, "")
            .unreachable(6, SERVER, CLIENT, 100);
    assertThat(script.analysis().quotedRow(2)).isEqualTo(1);
    assertThat(script.timeline().fateOf(1)).isEqualTo(Fate.REFUSED);
    assertThat(script.timeline().sentence(3)).contains("its packet (frame 2) to 10.0.0.2:7");
  }

  @Test
  void aScanOfManyPortsTakesNoLongerThanItsDatagrams() {
    int flows = 50_000;
    Script script = new Script();
    for (int port = 1; port <= flows; port++) {
      script.udp(CLIENT, "10.0.0.2:" + port, "probe");
    }
    for (int port = 1; port <= flows; port++) {
      script.portUnreachable("10.0.0.2:" + port, CLIENT, 5);
    }
    Timeline timeline = assertTimeoutPreemptively(Duration.ofSeconds(20), script::timeline);
    assertThat(timeline.fateOf(0)).isEqualTo(Fate.REFUSED);
    assertThat(timeline.fateOf(flows - 1)).isEqualTo(Fate.REFUSED);
    assertThat(timeline.sentence(flows + 1)).contains("(frame 1)");
  }
}
