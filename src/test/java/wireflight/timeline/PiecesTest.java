package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** IP datagrams that were cut up: one flight, or one for each piece. */
class PiecesTest {
  private static final String CLIENT = "10.0.0.1:4000";
  private static final String SERVER = "10.0.0.2:7";

  private static Script cut() {
    return new Script()
        .piece(CLIENT, SERVER, 7, 3000, 0, 1480)
        .piece(CLIENT, SERVER, 7, 3000, 1480, 1480)
        .piece(CLIENT, SERVER, 7, 3000, 2960, 48)
        .udp(SERVER, CLIENT, "thanks");
  }

  /** What stands at each flight, in the order of the steps. */
  static List<String> notes(Timeline timeline) {
    return IntStream.rangeClosed(1, timeline.steps())
        .mapToObj(step -> (Moment.Flight) timeline.momentsAt(timeline.rowOf(step)).getFirst())
        .map(flight -> flight.head() + ": " + flight.note())
        .toList();
  }

  @Test
  void aDatagramIsOneFlightUntilItIsOpened() {
    Script script = cut();
    Timeline closed = script.timeline();
    assertThat(notes(closed)).containsExactly("UDP · 3000: 3 pieces", "UDP · 6: ");
    assertThat(closed.sentence(1)).contains("frames 1, 2, 3 hold its pieces");
    assertThat(closed.firstPiece(2)).isZero();
    assertThat(closed.firstPiece(3)).isEqualTo(-1);
    Timeline open = TimelineBuilder.build(script.analysis(), first -> first == 0);
    assertThat(notes(open))
        .containsExactly(
            "UDP · 3000: piece 1 of 3",
            "IP fragment · 1480: piece 2 of 3",
            "IP fragment · 48: piece 3 of 3",
            "UDP · 6: ");
    assertThat(open.sentence(3))
        .contains("begins in frame 1: bytes 2960 to 3007, the last ones", "no ports");
    Moment.Flight piece = (Moment.Flight) open.momentsAt(2).getFirst();
    assertThat(open.lifelines().get(piece.from()).name()).isEqualTo("client");
  }

  /** RFC 8200, section 4.5: identification and offset stand in a header of their own. */
  @Test
  void aDatagramOfVersion6IsCutUpLikewise() {
    String client = "[2001:db8::1]:4000";
    String server = "[2001:db8::2]:7";
    Script script =
        new Script()
            .piece(client, server, 70_000, 2000, 1448, 560)
            .piece(client, server, 70_001, 2000, 0, 1448)
            .piece(client, server, 70_000, 2000, 0, 1448);
    Timeline closed = script.timeline();
    assertThat(closed.firstPiece(0)).isEqualTo(2);
    assertThat(closed.firstPiece(1)).isEqualTo(-1);
    assertThat(closed.sentence(closed.stepOf(2))).contains("frames 1, 3 hold its pieces");
    Timeline open = TimelineBuilder.build(script.analysis(), first -> first == 2);
    assertThat(notes(open)).contains("IP fragment · 560: piece 1 of 2");
    assertThat(open.sentence(1)).contains("bytes 1448 to 2007, the last ones");
  }

  @Test
  void aMissingPieceIsSaid() {
    Timeline timeline =
        new Script()
            .piece(CLIENT, SERVER, 7, 3000, 0, 1480)
            .piece(CLIENT, SERVER, 7, 3000, 2960, 48)
            .timeline();
    assertThat(notes(timeline))
        .containsExactly("UDP · 3000: no answer, 2 pieces, not all captured");
  }

  @Test
  void piecesOfTwoDatagramsAreKeptApartAlsoWhenTheLastComesFirst() {
    Script script =
        new Script()
            .piece(CLIENT, SERVER, 7, 1500, 1480, 28)
            .piece(CLIENT, SERVER, 8, 1500, 0, 1480)
            .piece(CLIENT, SERVER, 7, 1500, 0, 1480)
            .piece(CLIENT, SERVER, 8, 1500, 1480, 28);
    Timeline timeline = script.timeline();
    assertThat(timeline.firstPiece(0)).isEqualTo(2);
    assertThat(timeline.firstPiece(3)).isEqualTo(1);
    assertThat(timeline.steps()).isEqualTo(2);
    Timeline all = TimelineBuilder.build(script.analysis(), 0, first -> true);
    assertThat(all.steps()).isEqualTo(4);
  }

  @Test
  void piecesMayOverlapComeTwiceAndInAnyOrder() {
    Script script =
        new Script()
            .piece(SERVER, CLIENT, 7, 3000, 2960, 48)
            .piece(SERVER, CLIENT, 7, 3000, 1400, 1560)
            .piece(SERVER, CLIENT, 7, 3000, 1400, 1560)
            .piece(SERVER, CLIENT, 7, 3000, 0, 1480);
    assertThat(notes(script.timeline())).containsExactly("UDP · 3000: 4 pieces");
    // Then the whole datagram once more, its last piece first.
    script
        .piece(SERVER, CLIENT, 7, 3000, 2960, 48)
        .piece(SERVER, CLIENT, 7, 3000, 0, 1480)
        .piece(SERVER, CLIENT, 7, 3000, 1480, 1480);
    assertThat(notes(script.timeline()))
        .containsExactly("UDP · 3000: 4 pieces", "UDP · 3000: 3 pieces");
  }

  @Test
  void aPieceThatComesMinutesLaterIsOfAnotherDatagram() {
    Script script = new Script().piece(SERVER, CLIENT, 7, 3000, 2960, 48);
    script.after(200_000_000).piece(SERVER, CLIENT, 7, 3000, 0, 2960);
    assertThat(script.timeline().firstPiece(0)).isEqualTo(-1);
    assertThat(script.timeline().firstPiece(1)).isEqualTo(-1);
  }
}
