package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Frames written in hexadecimal, with spaces where it helps. */
final class Hex {
  static final String ETHERNET = "020000000002 020000000001 ";
  static final String SYN_PORTS = "1f90 0050 000003e8 00000000 7002 faf0 0000 0000 ";
  static final String SYN = SYN_PORTS + "020405b4 01030307 ";
  static final String IPV4_SYN = "45000030 00010000 40060000 0a000001 0a000002 " + SYN;
  static final String IPV6_SYN =
      "60000000 001c0640 20010db8000000000000000000000001 20010db8000000000000000000000002 " + SYN;

  private Hex() {}

  static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  static Packet decode(int linkType, String hex) {
    ByteBuffer data = bytes(hex);
    return Decoder.decode(linkType, data, 0, data.capacity());
  }
}
