package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of segments beyond the ordinary course of a connection. */
class SegmentSentencesTest {
  private static final String CLIENT = "10.0.0.1:4000";
  private static final String SERVER = "10.0.0.2:80";

  @Test
  void congestionNotificationIsToldFromOfferToReduction() {
    Timeline timeline =
        new Script()
            .tcp(CLIENT, SERVER, "SEC", 100, 0, "")
            .tcp(SERVER, CLIENT, "SAE", 500, 101, "")
            .tcp(CLIENT, SERVER, "A", 101, 501, "")
            .marked()
            .tcp(SERVER, CLIENT, "PA", 501, 101, "abc")
            .tcp(CLIENT, SERVER, "AE", 101, 504, "")
            .tcp(SERVER, CLIENT, "PAC", 504, 101, "def")
            .timeline();
    assertThat(timeline.sentence(1)).contains("With ECE and CWR it offers ECN");
    assertThat(timeline.sentence(2)).contains("With ECE it agrees to ECN");
    assertThat(timeline.sentence(3)).doesNotContain("ECE", "CWR");
    assertThat(timeline.sentence(4)).contains("marked it CE", "the client is to tell that back");
    assertThat(((Moment.Flight) timeline.momentsAt(3).getFirst()).label()).contains("  CE");
    assertThat(timeline.sentence(5)).contains("ECE tells the server", "slow down");
    assertThat(timeline.sentence(6)).contains("CWR says that the server has slowed down");
  }

  @Test
  void dataOnASynIsToldWithItsAnswer() {
    Timeline taken =
        new Script()
            .fastOpen("01020304")
            .tcp(CLIENT, SERVER, "S", 100, 0, "hello")
            .tcp(SERVER, CLIENT, "SA", 500, 106, "")
            .timeline();
    assertThat(taken.sentence(1))
        .contains("already carries 5 bytes of data", "cookie proves that the client was here");
    assertThat(((Moment.Flight) taken.momentsAt(0).getFirst()).label())
        .startsWith("SYN · 5")
        .contains("TFO cookie", "\"hello\"");
    assertThat(taken.sentence(2)).contains("takes the 5 bytes that came with the SYN");
    Timeline asked =
        new Script()
            .fastOpen("")
            .tcp(CLIENT, SERVER, "S", 100, 0, "")
            .fastOpen("01020304")
            .tcp(SERVER, CLIENT, "SA", 500, 101, "")
            .timeline();
    assertThat(asked.sentence(1)).contains("asks for a TCP Fast Open cookie");
    assertThat(asked.sentence(2))
        .contains("gives a TCP Fast Open cookie of 4 bytes", "the client may send data")
        .doesNotContain("came with the SYN");
    Timeline plain = new Script().tcp(CLIENT, SERVER, "S", 100, 0, "hello").timeline();
    assertThat(plain.sentence(1)).contains("keeps until the handshake has ended");
  }
}
