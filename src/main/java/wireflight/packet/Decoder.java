package wireflight.packet;

import java.nio.ByteBuffer;
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
        Math.max(0, s.limit - s.ipOffset - s.ipLength));
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
