package wireflight.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The headers that tell of pieces of datagrams. */
class PieceHeadersTest {
  private static final int RAW = 101;

  private static List<IpHeader> of(String hex) {
    ByteBuffer data = Hex.bytes(hex);
    return Decoder.pieces(RAW, data, 0, data.capacity(), data.capacity());
  }

  /** RFC 8200, section 4.5: further headers belong to what is cut up. */
  @Test
  void headersThatFollowBelongToThePiece() {
    String ends = "20010db8000000000000000000000001 20010db8000000000000000000000002 ";
    String options = "1100010400000000 ";
    String udp = "0fa00007 01000000";
    String packet = "60000000 00182c40 " + ends + "3c000001 00000063 " + options + udp;
    assertThat(of(packet)).singleElement().extracting(IpHeader::payloadLength).isEqualTo(16);
    assertThat(Decoder.decode(RAW, Hex.bytes(packet), 0, 64))
        .isInstanceOfSatisfying(
            UdpDatagram.class, it -> assertThat(it.ip().payloadLength()).isEqualTo(8));
  }

  @Test
  void aPieceOfATunnelMayHoldTheBeginningOfAPiece() {
    String outer = "45000030 00092000 40040000 c0000201 c0000202 ";
    String inner = "45000064 00052000 40110000 0a000001 0a000002 0fa00007 01000000";
    assertThat(of(outer + inner))
        .extracting(IpHeader::identification, IpHeader::protocol, IpHeader::payloadLength)
        .containsExactly(tuple(9, 4, 28), tuple(5, 17, 80));
  }

  @Test
  void whatIsWholeHasNone() {
    assertThat(
            of("45000024 00014000 40110000 0a000001 0a000002 0fa00007 00100000 6162636465666768"))
        .isEmpty();
  }

  /** As tshark reads it, too: version 4 has its own fields for it. */
  @Test
  void aFragmentHeaderUnderVersion4CountsOnlyInATunnelOfVersion6() {
    String ends = "20010db8000000000000000000000001 20010db8000000000000000000000002 ";
    String inner =
        "45000024 00010000 402c0000 0a000001 0a000002 11000008 00000063 0fa0000700080000";
    assertThat(of(inner)).isEmpty();
    assertThat(Decoder.decode(RAW, Hex.bytes(inner), 0, 36)).isInstanceOf(UdpDatagram.class);
    String tunnel = "60000000 00240440 " + ends + inner;
    assertThat(Decoder.decode(RAW, Hex.bytes(tunnel), 0, 76)).isInstanceOf(IpFragment.class);
    assertThat(of(tunnel)).singleElement().extracting(IpHeader::fragmentOffset).isEqualTo(8);
  }
}
