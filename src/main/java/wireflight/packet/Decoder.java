package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * Makes a {@link Packet} of a frame's bytes: the first of TCP, UDP, SCTP, ICMP and ICMPv6 from the
 * outside in, or the reason why there is none.
 *
 * <p>No bytes make it throw. A header that the capture cut short is decoded as far as its ports go;
 * see the packet types for what then stands in the other fields. Threads may share it.
 */
public final class Decoder {
  /** An ICMP error may quote an ICMP error by mistake, though RFC 1122 forbids it; so no deeper. */
  private static final int DEEPEST_QUOTE = 2;

  private Decoder() {}

  /**
   * The packet of a frame that was captured whole.
   *
   * @param linkType the LINKTYPE_ number of the first header
   * @param data holds the frame; big-endian; only absolute getters are used
   * @param offset where the frame starts
   * @param length how many bytes it has
   */
  public static Packet decode(int linkType, ByteBuffer data, int offset, int length) {
    return decode(linkType, data, offset, length, length);
  }

  /**
   * The packet of a frame that the capture may have cut short.
   *
   * @param linkType the LINKTYPE_ number of the first header
   * @param data holds the frame; big-endian; only absolute getters are used
   * @param offset where the frame starts
   * @param length how many bytes were captured
   * @param originalLength how many bytes there were on the wire
   */
  public static Packet decode(
      int linkType, ByteBuffer data, int offset, int length, int originalLength) {
    Scan scan = new Scan();
    scan.scan(linkType, data, offset, length, originalLength);
    return packet(scan, 0);
  }

  /**
   * The IP headers of a frame that tell that it holds a piece of a datagram (RFC 791, section 3.2;
   * RFC 8200, section 4.5), from the outside in: those of tunnels, and of what they carry as far as
   * that is in this piece. The length of each ends where the piece begins, and its bytes are
   * counted also where a tunnel's piece holds less of them.
   *
   * @param linkType the LINKTYPE_ number of the first header
   * @param data holds the frame; big-endian; only absolute getters are used
   * @param offset where the frame starts
   * @param length how many bytes were captured
   * @param originalLength how many bytes there were on the wire
   */
  public static List<IpHeader> pieces(
      int linkType, ByteBuffer data, int offset, int length, int originalLength) {
    List<IpHeader> pieces = new ArrayList<>();
    new Scan(pieces).scan(linkType, data, offset, length, originalLength);
    return List.copyOf(pieces);
  }

  private static Packet packet(Scan s, int depth) {
    IpHeader ip = s.hasIp() ? ip(s) : null;
    if (ip == null || s.kind() == Scan.Kind.UNDECODED) {
      return new Undecoded(ip, s.reason());
    }
    return switch (s.kind()) {
      case TCP -> s.portsKnown() ? tcp(s, ip) : tooShort(ip, "part.tcp");
      case UDP -> s.portsKnown() ? udp(s, ip) : tooShort(ip, "part.udp");
      case SCTP -> s.captured() >= 8 ? sctp(s, ip) : tooShort(ip, "part.sctp");
      case ICMP -> s.captured() >= 2 ? icmp(s, ip, depth) : tooShort(ip, "part.icmp");
      case ICMPV6 -> s.captured() >= 2 ? icmp(s, ip, depth) : tooShort(ip, "part.icmpv6");
      case FRAGMENT -> new IpFragment(ip);
      case UNDECODED -> new Undecoded(ip, s.reason());
    };
  }

  private static Undecoded tooShort(IpHeader ip, String part) {
    return new Undecoded(
        ip, Saying.of(Decoder.class, "undecoded.cut.capture", Saying.of(Decoder.class, part)));
  }

  private static IpHeader ip(Scan s) {
    return ip(s, s.limit - s.ipOffset - s.ipLength);
  }

  /** The header of a piece, of which a piece of a tunnel's packet around it may hold less. */
  static IpHeader piece(Scan s) {
    int counted = counted(s.data, s.ipOffset);
    return ip(s, (counted == 0 ? s.limit - s.ipOffset : counted) - s.ipLength);
  }

  /**
   * How many bytes an IP packet has with its header by its own count; 0 where that does not tell,
   * as of what a network card cuts up later (version 4) or a jumbogram (version 6).
   */
  static int counted(ByteBuffer data, int at) {
    boolean four = data.get(at) >>> 4 == 4;
    int count = data.getShort(four ? at + 2 : at + 4) & 0xffff;
    return four || count == 0 ? count : 40 + count;
  }

  private static IpHeader ip(Scan s, int payloadLength) {
    return new IpHeader(
        s.ipOffset - s.start,
        s.ipLength,
        s.source(),
        s.destination(),
        s.hopLimit,
        congestion(s),
        s.identification,
        s.fragmentOffset,
        s.moreFragments,
        s.protocol,
        Math.max(0, payloadLength));
  }

  /** The last two bits of IPv4's second byte and of IPv6's traffic class. */
  private static int congestion(Scan s) {
    int bits = s.u16(s.ipOffset);
    return s.ipVersion == 4 ? bits & 3 : bits >> 4 & 3;
  }

  private static TcpSegment tcp(Scan s, IpHeader ip) {
    int have = s.captured();
    boolean known = s.tcpKnown();
    int headerLength = known ? s.headerLength() : 0;
    return new TcpSegment(
        ip,
        s.offset(),
        s.sourcePort(),
        s.destinationPort(),
        have >= 8 ? s.intAt(4) : 0,
        have >= 12 ? s.intAt(8) : 0,
        headerLength,
        known ? s.flags() : 0,
        known ? s.window() : 0,
        have >= 18 ? s.intAt(14) & 0xffff : 0,
        have >= 20 ? s.intAt(16) & 0xffff : 0,
        TcpOptionReader.read(s, Math.min(have, headerLength)),
        known ? s.length() : 0);
  }

  private static UdpDatagram udp(Scan s, IpHeader ip) {
    int have = s.captured();
    return new UdpDatagram(
        ip,
        s.offset(),
        s.sourcePort(),
        s.destinationPort(),
        have >= 6 ? s.length() : s.reported(),
        have >= 8 ? s.intAt(4) & 0xffff : 0);
  }

  private static SctpPacket sctp(Scan s, IpHeader ip) {
    return new SctpPacket(ip, s.offset(), s.sourcePort(), s.destinationPort(), s.intAt(4));
  }

  private static IcmpMessage icmp(Scan s, IpHeader ip, int depth) {
    int type = s.byteAt(0);
    int checksum = s.captured() >= 4 ? s.intAt(0) & 0xffff : 0;
    Packet quoted = depth < DEEPEST_QUOTE ? quoted(s, depth) : null;
    return new IcmpMessage(ip, s.offset(), type, s.byteAt(1), checksum, quoted);
  }

  /** Whether a message quotes the packet that caused it (RFC 792; RFC 4443, section 2.1). */
  static boolean isError(boolean v6, int type) {
    return v6 ? type >= 1 && type <= 4 : type >= 3 && type <= 5 || type == 11 || type == 12;
  }

  private static @Nullable Packet quoted(Scan s, int depth) {
    Scan inner = new Scan();
    return s.scanQuoted(inner) ? packet(inner, depth + 1) : null;
  }
}
