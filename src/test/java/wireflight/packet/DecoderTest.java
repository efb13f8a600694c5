package wireflight.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.language.Language;
import wireflight.language.Saying;

/** Frames of many stacks down to their transport. */
class DecoderTest {
  @Test
  void readsEveryFieldOfASyn() {
    TcpSegment segment = (TcpSegment) Hex.decode(1, Hex.ETHERNET + "0800" + Hex.IPV4_SYN);
    assertThat(segment.ip().source()).hasToString("10.0.0.1");
    assertThat(segment.ip().destination()).hasToString("10.0.0.2");
    assertThat(segment.ip().offset()).isEqualTo(14);
    assertThat(segment.ip().hopLimit()).isEqualTo(64);
    assertThat(segment.offset()).isEqualTo(34);
    assertThat(segment.sourcePort()).isEqualTo(8080);
    assertThat(segment.destinationPort()).isEqualTo(80);
    assertThat(segment.sequenceNumber()).isEqualTo(1000);
    assertThat(segment.headerLength()).isEqualTo(28);
    assertThat(TcpFlags.letters(segment.flags())).isEqualTo("S");
    assertThat(segment.window()).isEqualTo(64240);
    assertThat(segment.options().maximumSegmentSize()).isEqualTo(1460);
    assertThat(segment.options().windowScale()).isEqualTo(7);
    assertThat(segment.payloadLength()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 020000000002 020000000001 0800",
    "0, 02000000",
    "0, 00000002",
    "0, 00020000",
    "0, 12340200",
    "0, 12340800",
    "108, 00000002",
    "101, ''",
    "228, ''",
    "9, ff030021",
    "9, 0021",
    "9, 21",
    "50, 0f000800",
    "51, 110000010032 0021",
    "113, 000000010006 0200000000010000 0800",
    "276, 0800 0000 00000001 0001 00 06 0200000000010000",
    "105, 08020000 020000000002 020000000001 020000000001 0000 aaaa03000000 0800",
    "127, 0000080000000000 88010000 020000000002 020000000001 020000000001 0000 0000 aaaa03000000 0800",
    "1, 020000000002 020000000001 8100 0005 0800",
    "1, 020000000002 020000000001 88a8 0005 8100 0006 0800",
    "1, 020000000002 020000000001 8847 00010040 00011140",
    "1, 020000000002 020000000001 8847 00011140 00000000 020000000002 020000000001 0800",
    "1, 020000000002 020000000001 8864 110000010032 0021",
    "1, 020000000002 020000000001 0038 aaaa03000000 0800",
    "101, 45000048 00010000 402f0000 0a000003 0a000004 0000 0800",
    "101, 4500005a 00010000 402f0000 0a000003 0a000004 2000 6558 00000001 020000000002 020000000001 0800",
    "101, 45000044 00010000 40040000 0a000003 0a000004",
    "101, 45000060 00010000 40330000 0a000003 0a000004 040400000000000100000001 000000000000000000000000",
  })
  void findsTheSegmentUnderManyHeaders(int linkType, String headers) {
    assertThat(Hex.decode(linkType, headers + Hex.IPV4_SYN))
        .isInstanceOfSatisfying(
            TcpSegment.class,
            segment -> {
              assertThat(segment.ip().source()).hasToString("10.0.0.1");
              assertThat(segment.destinationPort()).isEqualTo(80);
              assertThat(segment.options().windowScale()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0600 010400000000",
    "2b, 0600 040000000000",
    "3c, 0600 010400000000",
    "2c, 0600 000000000001",
  })
  void walksIpv6ExtensionHeaders(String next, String header) {
    String fixed = Hex.IPV6_SYN.replace("001c0640", "0024" + next + "40");
    String hex = fixed.substring(0, fixed.indexOf(Hex.SYN)) + header + Hex.SYN;
    assertThat(Hex.decode(229, hex)).isInstanceOf(TcpSegment.class);
  }

  @Test
  void aLaterFragmentHasNoTransport() {
    Packet packet = Hex.decode(101, Hex.IPV4_SYN.replace("00010000", "00010005"));
    assertThat(packet).isInstanceOf(IpFragment.class);
    assertThat(((IpFragment) packet).ip().fragmentOffset()).isEqualTo(40);
  }

  @Test
  void anIcmpErrorQuotesThePacketWithItsPorts() {
    String quoted = "4500001c 00010000 40110000 0a000002 0a000001 1389 0035 0008 0000";
    Packet packet =
        Hex.decode(101, "45000038 00010000 40010000 0a000001 0a000002 0303 0000 00000000" + quoted);
    UdpDatagram inner = (UdpDatagram) ((IcmpMessage) packet).quoted();
    assertThat(inner).isNotNull();
    assertThat(inner.sourcePort()).isEqualTo(5001);
    assertThat(inner.destinationPort()).isEqualTo(53);
    assertThat(inner.payloadLength()).isZero();
  }

  @Test
  void aQuotationMayBeCutAfterThePorts() {
    String quoted = "45000030 00010000 40060000 0a000002 0a000001 1f90 0050 000003e8";
    Packet packet =
        Hex.decode(101, "45000038 00010000 40010000 0a000001 0a000002 0303 0000 00000000" + quoted);
    TcpSegment inner = (TcpSegment) ((IcmpMessage) packet).quoted();
    assertThat(inner).isNotNull();
    assertThat(inner.destinationPort()).isEqualTo(80);
    assertThat(inner.sequenceNumber()).isEqualTo(1000);
    assertThat(inner.headerLength()).isZero();
  }

  @Test
  void whatItCannotReadItExplains() {
    assertThat(Hex.decode(1, Hex.ETHERNET + "0806 0001"))
        .isEqualTo(new Undecoded(null, Saying.of(Scan.class, "undecoded.arp")));
    assertThat(((Undecoded) Hex.decode(1, Hex.ETHERNET + "0806 0001")).reason())
        .isEqualTo("ARP has no transport.");
    assertThat(((Undecoded) Hex.decode(101, "45000030 0001")).reason())
        .isEqualTo("The packet ends within the IPv4 header.");
    assertThat(((Undecoded) Hex.decode(77, "00")).reason())
        .isEqualTo("Link type 77 is not decoded.");
    assertThat(((Undecoded) Hex.decode(101, "45000030 0001")).reason(Language.GERMAN))
        .isEqualTo("Das Paket endet im IPv4-Header.");
  }

  @Test
  void endlessTagsAreNoTrouble() {
    assertThat(Hex.decode(1, Hex.ETHERNET + "8100" + "00058100".repeat(5000)))
        .isEqualTo(new Undecoded(null, Saying.of(Scan.class, "undecoded.deep", 100)));
  }

  @Property(tries = 3000)
  void noBytesMakeItThrow(
      @ForAll @IntRange(max = 300) int linkType, @ForAll @Size(max = 120) byte[] bytes) {
    decodeAll(linkType, bytes);
  }

  @Property(tries = 3000)
  void noChangedBytesMakeItThrow(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @Size(max = 4) int[] places,
      @ForAll byte value,
      @ForAll @IntRange(max = 90) int keep) {
    String[] frames = {
      Hex.ETHERNET + "0800" + Hex.IPV4_SYN,
      Hex.ETHERNET + "86dd" + Hex.IPV6_SYN,
      Hex.ETHERNET + "8847 00011140" + Hex.IPV4_SYN,
    };
    byte[] bytes = Hex.bytes(frames[which]).array();
    for (int place : places) {
      bytes[Math.floorMod(place, bytes.length)] = value;
    }
    byte[] cut = java.util.Arrays.copyOf(bytes, Math.min(keep, bytes.length));
    decodeAll(1, cut);
  }

  private static void decodeAll(int linkType, byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    Packet packet = Decoder.decode(linkType, data, 0, bytes.length, bytes.length + 7);
    for (HeaderLayout layout : HeaderLayout.of(1, packet, data, 0, bytes.length, Language.GERMAN)) {
      assertThat(layout.offset() + layout.length()).isLessThanOrEqualTo(bytes.length);
      int bit = 0;
      for (HeaderField field : layout.fields()) {
        assertThat(field.bitOffset()).isEqualTo(bit);
        bit += field.bitWidth();
      }
    }
    if (packet instanceof SctpPacket sctp) {
      SctpChunk.of(sctp, data, 0, bytes.length)
          .forEach(chunk -> assertThat(chunk.name()).isNotEmpty());
    }
  }
}
