package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.timeline.PiecesTest.notes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets of tunnels that were cut up: what they carry is one flight, or one for each piece. */
class TunnelPiecesTest {
  private static final String CLIENT = "10.0.0.1:4000";
  private static final String SERVER = "10.0.0.2:7";
  private static final String ENTRY = "192.0.2.1:0";
  private static final String EXIT = "192.0.2.2:0";

  @Test
  void whatATunnelCarriesOpensIntoThePiecesOfItsPacket() {
    Script script =
        new Script()
            .udp(CLIENT, SERVER, new byte[3000])
            .tunnelled(ENTRY, EXIT, 47, 7, 1480)
            .udp(SERVER, CLIENT, "thanks");
    Timeline closed = script.timeline();
    assertThat(notes(closed)).containsExactly("UDP · 3000: 3 pieces", "UDP · 6: ");
    assertThat(closed.sentence(1))
        .contains("The tunnel's packet that carries it", "frames 1, 2, 3 hold the pieces");
    assertThat(closed.firstPiece(0)).isZero();
    assertThat(closed.firstPiece(2)).isZero();
    assertThat(closed.firstPiece(3)).isEqualTo(-1);
    Timeline open = TimelineBuilder.build(script.analysis(), first -> first == 0);
    // Four bytes of GRE, 28 of IP and UDP.
    assertThat(notes(open))
        .containsExactly(
            "UDP · 3000: piece 1 of 3",
            "IP fragment · 1480: piece 2 of 3",
            "IP fragment · 72: piece 3 of 3",
            "UDP · 6: ");
    assertThat(open.sentence(3)).contains("begins in frame 1: bytes 2960 to 3031, the last ones");
    Moment.Flight piece = (Moment.Flight) open.momentsAt(2).getFirst();
    assertThat(open.lifelines().get(piece.from()).name()).isEqualTo("client");
  }

  @ParameterizedTest
  @CsvSource({
    "47, 10.0.0.1, 10.0.0.2, 192.0.2.1, 192.0.2.2",
    "47, [2001:db8::1], [2001:db8::2], 192.0.2.1, 192.0.2.2",
    "47, 10.0.0.1, 10.0.0.2, [2001:db8::a], [2001:db8::b]",
    "4, 10.0.0.1, 10.0.0.2, 192.0.2.1, 192.0.2.2",
    "4, 10.0.0.1, 10.0.0.2, [2001:db8::a], [2001:db8::b]",
    "41, [2001:db8::1], [2001:db8::2], 192.0.2.1, 192.0.2.2",
    "41, [2001:db8::1], [2001:db8::2], [2001:db8::a], [2001:db8::b]"
  })
  void soDoTunnelsOfEitherVersionInEither(
      int protocol, String client, String server, String entry, String exit) {
    Script script =
        new Script()
            .piece(client + ":4000", server + ":7", 70, 1000, 0, 1008)
            .tunnelled(entry + ":0", exit + ":0", protocol, 9, 800);
    Timeline open = TimelineBuilder.build(script.analysis(), first -> true);
    assertThat(notes(open)).hasSize(2).last().asString().endsWith(": piece 2 of 2");
    assertThat(open.firstPiece(1)).isZero();
    assertThat(script.timeline().steps()).isEqualTo(1);
  }

  /** The sender cuts it up to fit into the tunnel, and a router in the middle cuts up that. */
  @Test
  void piecesOfPiecesAreOneFlight() {
    Script script =
        new Script()
            .piece(CLIENT, SERVER, 5, 2000, 0, 1448)
            .tunnelled(ENTRY, EXIT, 47, 21, 1400)
            .piece(CLIENT, SERVER, 5, 2000, 1448, 560)
            .tunnelled(ENTRY, EXIT, 47, 22, 400);
    Timeline closed = script.timeline();
    assertThat(notes(closed)).containsExactly("UDP · 2000: no answer, 4 pieces");
    Timeline open = TimelineBuilder.build(script.analysis(), first -> first == 0);
    assertThat(notes(open))
        .containsExactly(
            "UDP · 2000: no answer, piece 1 of 4",
            "IP fragment · 72: piece 2 of 4",
            "IP fragment · 376: piece 3 of 4",
            "IP fragment · 184: piece 4 of 4");
  }

  @Test
  void aMissingPieceOfAPieceIsSaid() {
    Script script =
        new Script()
            .piece(CLIENT, SERVER, 5, 2000, 0, 1448)
            .tunnelled(ENTRY, EXIT, 47, 21, 1480)
            .piece(CLIENT, SERVER, 5, 2000, 1448, 560)
            .tunnelled(ENTRY, EXIT, 47, 22, 400)
            .uncaptured();
    assertThat(notes(script.timeline()))
        .containsExactly("UDP · 2000: no answer, 2 pieces, not all captured");
  }

  @Test
  void howMuchASegmentHoldsItsFirstPieceDoesNotTell() {
    Timeline timeline =
        new Script()
            .tcp(CLIENT, SERVER, "PA", 1000, 2000, "x".repeat(1000))
            .tunnelled(ENTRY, EXIT, 4, 7, 800)
            .timeline();
    assertThat(timeline.sentence(1))
        .isEqualTo(
            "The client sends a segment in a packet of a tunnel that was too large for a link and"
                + " was cut up: frames 1, 2 hold the pieces, and if one is lost, all are.");
  }

  @Test
  void anSctpPacketSaysThatItWasCutUpToo() {
    String data = "000303f8 00000001 0001 0000 00000000" + "00".repeat(1000);
    Timeline timeline =
        new Script().sctp(CLIENT, SERVER, 1, data).tunnelled(ENTRY, EXIT, 47, 7, 800).timeline();
    assertThat(notes(timeline)).singleElement().asString().endsWith(": 2 pieces");
  }

  /** Two datagrams of which each claims to be carried by the other's first piece. */
  @Test
  void piecesThatHoldEachOtherBeginNowhere() {
    String a = "[2001:db8::1]:0";
    String b = "[2001:db8::2]:0";
    Script script =
        new Script()
            .piece(a, b, 5, 2000, 800, 560)
            .tunnelled(b, a, 41, 6, 400)
            .uncaptured()
            .piece(b, a, 6, 2000, 800, 560)
            .tunnelled(a, b, 41, 5, 400)
            .uncaptured();
    assertThat(script.timeline().firstPiece(0)).isEqualTo(-1);
    assertThat(script.timeline().firstPiece(1)).isEqualTo(-1);
  }
}
