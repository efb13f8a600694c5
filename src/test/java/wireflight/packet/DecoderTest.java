package wireflight.packet;

import static java.util.Objects.requireNonNull;
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

  private static final String UDP = "03e8 0007 0008 0000";

  private static String ipv4(int protocol, String body) {
    int total = 20 + body.replace(" ", "").length() / 2;
    return "4500%04x 00010000 40%02x0000 0a000001 0a000002 %s".formatted(total, protocol, body);
  }

  private static String framed(String type, String body) {
    return Hex.ETHERNET + type + body;
  }

  @ParameterizedTest
  @CsvSource({
    "a source route goes on to its last address, 83 0b 04 01010101 02020202 00, 2.2.2.2",
    "an address of it is still to come,          89 0b 08 01010101 02020202 00, 2.2.2.2",
    "it is used up,                              83 0b 0c 01010101 02020202 00, 10.0.0.2",
    "its pointer is in the midst of an address,  83 0b 05 01010101 02020202 00, 10.0.0.2",
    "it goes past the end of the options,        83 1b 04 01010101 02020202 00, 10.0.0.2",
    "a recorded route is no source route,        07 0b 04 01010101 02020202 00, 10.0.0.2",
    "the options end before it,                  00 83 07 04 01010101 00000000, 10.0.0.2",
    "others come before it,                      01 83 07 04 01010101 00000000, 1.1.1.1",
  })
  void aSourceRouteTellsTheDestination(String what, String options, String destination) {
    String header = "4800 0028 00010000 40110000 0a000001 0a000002";
    Packet packet = Hex.decode(101, header + options + UDP);
    assertThat(packet).as(what).isInstanceOf(UdpDatagram.class);
    assertThat(requireNonNull(packet.ip()).destination()).as(what).hasToString(destination);
  }

  @Test
  void dynamicSourceRoutingIsPassedOver() {
    String route = "11 00 0008 60060000 01010101";
    assertThat(Hex.decode(101, ipv4(48, route + UDP))).isInstanceOf(UdpDatagram.class);
    // With the flow state flag two bytes are the flow's number instead (RFC 4728, section 6.2).
    assertThat(Hex.decode(101, ipv4(48, "11 80 1234" + UDP))).isInstanceOf(UdpDatagram.class);
    assertThat(Hex.decode(101, ipv4(48, "11 00 00c8" + UDP))).isInstanceOf(Undecoded.class);
  }

  @Test
  void aFragmentHeaderOfVersion6MeansNothingUnderVersion4() {
    Packet packet = Hex.decode(101, ipv4(44, "11 00 0101 00000007" + UDP));
    assertThat(packet).isInstanceOf(UdpDatagram.class);
    assertThat(requireNonNull(packet.ip()).fragmentOffset()).isZero();
  }

  @Test
  void whatIsCarriedInAFirstPieceIsInPiecesToo() {
    String inner = "6000 0000 0014 06 40" + "20".repeat(16) + "30".repeat(16);
    String segment = "03e8 0050 00000001 00000000 50020000 00000000";
    String outer = "6000 0000 0044 2c 40" + "20".repeat(16) + "30".repeat(16);
    String pieces = "29 00 0001 00000007";
    ByteBuffer bytes = Hex.bytes(outer + pieces + inner + segment);
    Scan scan = new Scan();
    scan.scan(101, bytes, 0, bytes.capacity(), bytes.capacity());
    assertThat(scan.kind()).isEqualTo(Scan.Kind.TCP);
    assertThat(scan.fragmented()).isTrue();
  }

  @Test
  void anAcknowledgmentNumberOnlyTheOtherGreHas() {
    String inner = ipv4(17, UDP);
    assertThat(Hex.decode(101, ipv4(47, "0080 0800" + inner))).isInstanceOf(UdpDatagram.class);
    String numbered = "2081 0800 0000 0000 00000009";
    assertThat(Hex.decode(101, ipv4(47, numbered + inner))).isInstanceOf(UdpDatagram.class);
  }

  @Test
  void pppOverEthernetHasNoAddressField() {
    String inner = ipv4(17, UDP);
    String session = "1100 0001 0020";
    assertThat(Hex.decode(1, framed("8864", session + "0021" + inner)))
        .isInstanceOf(UdpDatagram.class);
    assertThat(Hex.decode(1, framed("8864", session + "ff030021" + inner)))
        .isInstanceOf(Undecoded.class);
    String generic = "0000 880b ff03 0021";
    assertThat(Hex.decode(101, ipv4(47, generic + inner))).isInstanceOf(UdpDatagram.class);
  }

  @Test
  void aPseudowireMayCarryPaddedFramesWithALength() {
    String inner = "02".repeat(12) + "0024 aaaa03 000000 0800" + ipv4(17, UDP);
    String label = "00064140";
    assertThat(Hex.decode(1, framed("8847", label + "00000000" + inner + "00".repeat(9))))
        .isInstanceOf(UdpDatagram.class);
    // RFC 4385, section 5: what starts with a 1 is beside the pseudowire.
    assertThat(Hex.decode(1, framed("8847", label + "10".repeat(12) + "0800" + ipv4(17, UDP))))
        .isInstanceOf(Undecoded.class);
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
