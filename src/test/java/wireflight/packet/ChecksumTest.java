package wireflight.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import wireflight.language.Language;

class ChecksumTest {
  private static final int RAW = 101;
  private static final String IPV4 = "45000024 00010000 40110000 0a000001 0a000002 ";

  private static Checksum of(String hex) {
    ByteBuffer data = Hex.bytes(hex);
    Packet packet = Decoder.decode(RAW, data, 0, data.capacity());
    return Checksum.of(packet, data, 0, data.capacity());
  }

  /** A UDP datagram of eight bytes whose pseudo-header and header sum up to 0x2ee5 with them. */
  private static String udp(String checksum) {
    return IPV4 + "0fa00007 0010 " + checksum + " 6162636465666768";
  }

  private static String checksum() {
    // 10.0.0.1 + 10.0.0.2 + 17 + length + ports + length + data, end-around (RFC 1071).
    int sum = 0x0a00 + 1 + 0x0a00 + 2 + 17 + 16 + 0x0fa0 + 7 + 16;
    sum += 0x6162 + 0x6364 + 0x6566 + 0x6768;
    return String.format("%04x", ~((sum & 0xffff) + (sum >>> 16)) & 0xffff);
  }

  @Test
  void aSumThatFitsIsGoodAndOneThatDoesNotIsSaidSo() {
    assertThat(of(udp(checksum()))).isEqualTo(Checksum.GOOD);
    assertThat(of(udp("1234"))).isEqualTo(Checksum.MISMATCH);
  }

  @Test
  void whatIsLeftToTheCardIsNotWrong() {
    String begun = String.format("%04x", 0x0a00 + 1 + 0x0a00 + 2 + 17 + 16);
    assertThat(of(udp(begun))).isEqualTo(Checksum.UNFILLED);
    String loopback = udp("1234").replace("0a000001 0a000002", "7f000001 7f000001");
    assertThat(of(loopback)).isEqualTo(Checksum.UNFILLED);
  }

  @Test
  void udpMayHaveNone() {
    assertThat(of(udp("0000"))).isEqualTo(Checksum.NONE);
  }

  @Test
  void whatWasNotCapturedWholeIsNotChecked() {
    String whole = udp(checksum()).replace(" ", "");
    assertThat(of(whole.substring(0, whole.length() - 2))).isEqualTo(Checksum.UNCHECKED);
    assertThat(of(whole.replaceFirst("00010000", "00012000"))).isEqualTo(Checksum.UNCHECKED);
  }

  @Test
  void whatATunnelCarriesInPiecesIsNotChecked() {
    String inner = "4500002c 00020000 40060000 0a000001 0a000002 ";
    String segment = "0fa00007 00000001 00000000 50100400 12340000";
    String whole = "45000040 00010000 40040000 c0000201 c0000202 " + inner + segment + "61626364";
    assertThat(of(whole)).isEqualTo(Checksum.MISMATCH);
    String piece = "4500003c 00012000 40040000 c0000201 c0000202 " + inner + segment;
    assertThat(of(piece)).isEqualTo(Checksum.UNCHECKED);
  }

  @Test
  void sctpHasACrc() {
    String packet = "0fa00007 00000001 00000000 0b000004".replace(" ", "");
    CRC32C crc = new CRC32C();
    crc.update(Hex.bytes(packet).array());
    String sum = String.format("%08x", Integer.reverseBytes((int) crc.getValue()));
    String ip = "45000024 00010000 40840000 0a000001 0a000002 ";
    assertThat(of(ip + packet.substring(0, 16) + sum + packet.substring(24)))
        .isEqualTo(Checksum.GOOD);
    assertThat(of(ip + packet)).isEqualTo(Checksum.UNFILLED);
    assertThat(of(ip + packet.substring(0, 16) + "01020304" + packet.substring(24)))
        .isEqualTo(Checksum.MISMATCH);
  }

  private static String header(String hex) {
    ByteBuffer data = Hex.bytes(hex);
    Packet packet = Decoder.decode(RAW, data, 0, data.capacity());
    return HeaderLayout.of(RAW, packet, data, 0, data.capacity(), Language.ENGLISH).stream()
        .flatMap(layout -> layout.fields().stream())
        .filter(field -> field.name().equals("Header Checksum"))
        .map(field -> field.explanation().replaceFirst(".*: ", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theChecksumOfAnIpv4HeaderIsSaidToo() {
    String rest = " 0a000001 0a000002 0fa00007 0010 0000 6162636465666768";
    // 4500 + 0024 + 0001 + 4011 + 0a00 + 0001 + 0a00 + 0002 = 9939, its complement is 66c6.
    assertThat(header("45000024 00010000 401166c6" + rest)).isEqualTo("good.");
    assertThat(header("45000024 00010000 401166c7" + rest)).isEqualTo("does not fit.");
    assertThat(header("45000024 00010000 40110000" + rest)).isEqualTo("not filled in yet.");
    String loopback = rest.replace("0a000001 0a000002", "7f000001 7f000001");
    assertThat(header("45000024 00010000 40111234" + loopback)).isEqualTo("not filled in yet.");
  }
}
