package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32C;

/**
 * Whether the checksum of a packet's transport, or of its IPv4 header, is right (RFC 1071; RFC
 * 9260, appendix A).
 *
 * <p>A sender's kernel leaves the sum to the network card where that can compute it, and loopback
 * needs none at all; a capture on the sender then holds a half-made sum. That is told apart from a
 * sum that is wrong.
 */
public enum Checksum {
  /** It fits the bytes. */
  GOOD("checksum.good"),
  /** The sender left it to its network card, or to nobody on loopback: nothing is wrong. */
  UNFILLED("checksum.unfilled"),
  /** The sender computed none, as UDP over IPv4 may (RFC 768). */
  NONE("checksum.none"),
  /** It does not fit the bytes as they were captured. */
  MISMATCH("checksum.mismatch"),
  /** Not all the bytes it covers were captured in this packet. */
  UNCHECKED("checksum.unchecked");

  private static final int ROUTING = 43;
  private final String key;

  Checksum(String key) {
    this.key = key;
  }

  /** The key of what is said of it, to follow its value. */
  String key() {
    return key;
  }

  /**
   * The state of a packet's transport checksum.
   *
   * @param packet decoded from these bytes
   * @param data holds the frame; only absolute getters are used
   * @param frame where the frame starts in {@code data}
   * @param captured how many bytes of the frame there are
   */
  public static Checksum of(Packet packet, ByteBuffer data, int frame, int captured) {
    Cover cover = new Cover(data, frame, captured);
    return switch (packet) {
      case TcpSegment tcp ->
          sum(cover, tcp.ip(), tcp.offset(), length(tcp.ip(), tcp.offset()), 6, tcp.checksum());
      case UdpDatagram udp ->
          udp.checksum() == 0
              ? udp.ip().source().version() == 4 ? NONE : UNFILLED
              : sum(cover, udp.ip(), udp.offset(), udp.length(), 17, udp.checksum());
      case IcmpMessage icmp -> {
        int protocol = icmp.ip().source().version() == 6 ? 58 : 0;
        int length = length(icmp.ip(), icmp.offset());
        yield sum(cover, icmp.ip(), icmp.offset(), length, protocol, icmp.checksum());
      }
      case SctpPacket sctp -> sctp(cover, sctp.ip(), sctp.offset());
      case IpFragment fragment -> UNCHECKED;
      case Undecoded undecoded -> UNCHECKED;
    };
  }

  /**
   * The state of the checksum of an IPv4 header (RFC 791, section 3.1).
   *
   * @param ip the header, of version 4
   * @param data holds the frame; only absolute getters are used
   * @param frame where the frame starts in {@code data}
   * @param captured how many bytes of the frame there are
   */
  static Checksum ofHeader(IpHeader ip, ByteBuffer data, int frame, int captured) {
    int at = frame + ip.offset();
    if (ip.offset() + 20 > captured) {
      return UNCHECKED;
    }
    // What follows the header is not covered, an authentication header say.
    int length = (data.get(at) & 0xf) << 2;
    if (ip.offset() + length > captured) {
      return UNCHECKED;
    }
    if (fold(sum(new Cover(data, frame, captured), ip.offset(), length)) == 0xffff) {
      return GOOD;
    }
    return data.getShort(at + 10) == 0 || isLocal(ip) ? UNFILLED : MISMATCH;
  }

  private record Cover(ByteBuffer data, int frame, int captured) {}

  private static int length(IpHeader ip, int offset) {
    return ip.offset() + ip.length() + ip.payloadLength() - offset;
  }

  private static boolean isWhole(Cover cover, IpHeader ip, int offset, int length) {
    boolean rerouted =
        ip.source().version() == 6
            && ip.length() > 40
            && cover.data.get(cover.frame + ip.offset() + 6) == ROUTING;
    return length >= 8
        && offset + length <= cover.captured
        && !isCutByOuter(cover, ip)
        && !ip.moreFragments()
        && ip.fragmentOffset() == 0
        && !rerouted;
  }

  /** Whether the packet is longer by its own count than what it came in, as a tunnel's piece. */
  private static boolean isCutByOuter(Cover cover, IpHeader ip) {
    int counted = Decoder.counted(cover.data, cover.frame + ip.offset());
    return counted > ip.length() + ip.payloadLength();
  }

  /**
   * The ones' complement sum over pseudo-header and packet.
   *
   * @param protocol of the pseudo-header; 0 where there is none
   */
  private static Checksum sum(
      Cover cover, IpHeader ip, int offset, int length, int protocol, int written) {
    if (!isWhole(cover, ip, offset, length)) {
      return UNCHECKED;
    }
    long addresses = protocol == 0 ? 0 : sum(ip.source()) + sum(ip.destination()) + protocol;
    long pseudo = protocol == 0 ? 0 : addresses + (length >>> 16) + (length & 0xffff);
    if (fold(pseudo + sum(cover, offset, length)) == 0xffff) {
      return GOOD;
    }
    // Linux leaves the pseudo-header's sum for the card to go on from; others leave out the length.
    boolean begun =
        protocol != 0 && (fold(pseudo) == written || fold(addresses) == written || written == 0);
    return begun || isLocal(ip) ? UNFILLED : MISMATCH;
  }

  private static boolean isLocal(IpHeader ip) {
    IpAddress to = ip.destination();
    boolean loopback = to.version() == 4 ? to.low() >>> 24 == 127 : to.high() == 0 && to.low() == 1;
    return loopback || to.equals(ip.source());
  }

  private static Checksum sctp(Cover cover, IpHeader ip, int offset) {
    int length = length(ip, offset);
    if (length < 12 || !isWhole(cover, ip, offset, length)) {
      return UNCHECKED;
    }
    byte[] bytes = new byte[length];
    cover.data.get(cover.frame + offset, bytes);
    int written = cover.data.getInt(cover.frame + offset + 8);
    for (int at = 8; at < 12; at++) {
      bytes[at] = 0;
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    if (Integer.reverseBytes((int) crc.getValue()) == written) {
      return GOOD;
    }
    // RFC 2960 had another one, before RFC 3309.
    Adler32 adler = new Adler32();
    adler.update(bytes);
    if ((int) adler.getValue() == written) {
      return GOOD;
    }
    return written == 0 || isLocal(ip) ? UNFILLED : MISMATCH;
  }

  private static long sum(IpAddress address) {
    return words(address.high()) + words(address.low());
  }

  private static long words(long eight) {
    return (eight >>> 48) + (eight >>> 32 & 0xffff) + (eight >>> 16 & 0xffff) + (eight & 0xffff);
  }

  private static long sum(Cover cover, int offset, int length) {
    long sum = 0;
    int start = cover.frame + offset;
    for (int at = 0; at + 1 < length; at += 2) {
      sum += cover.data.getShort(start + at) & 0xffff;
    }
    return length % 2 == 0 ? sum : sum + ((cover.data.get(start + length - 1) & 0xff) << 8);
  }

  private static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }
}
