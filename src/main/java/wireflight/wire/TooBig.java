package wireflight.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a router says that cannot pass a packet on because the next link's MTU is smaller: ICMP
 * "fragmentation needed" (RFC 1191, section 4) or ICMPv6 "packet too big" (RFC 4443, section 3.2).
 */
final class TooBig {
  /** The router in the middle of the wire. */
  private static final InetAddress ROUTER_IPV4 = InetAddress.ofLiteral("10.0.0.254");

  private static final InetAddress ROUTER_IPV6 = InetAddress.ofLiteral("fd00::fe");
  private static final int QUOTED_IPV4 = 28;
  private static final int QUOTED_IPV6 = 1280 - 48;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int HOPS = 64;

  private TooBig() {}

  /** The message for a packet; null for one whose sender allows it to be cut up. */
  static byte @Nullable [] answer(byte[] packet, int mtu) {
    ByteBuffer in = ByteBuffer.wrap(packet);
    boolean v6 = in.get(0) >>> 4 == 6;
    if (v6) {
      return ipv6(packet, mtu);
    }
    return (in.getShort(6) & DONT_FRAGMENT) == 0 ? null : ipv4(packet, mtu);
  }

  private static byte[] ipv4(byte[] packet, int mtu) {
    int quoted = Math.min(packet.length, QUOTED_IPV4);
    ByteBuffer out = ByteBuffer.allocate(20 + 8 + quoted);
    out.put(0, (byte) 0x45).putShort(2, (short) out.capacity());
    out.put(8, (byte) HOPS).put(9, (byte) 1);
    out.put(12, ROUTER_IPV4.getAddress());
    out.put(16, packet, 12, 4);
    out.putShort(10, checksum(0, out, 0, 20));
    out.put(20, (byte) 3).put(21, (byte) 4).putShort(26, (short) mtu);
    out.put(28, packet, 0, quoted);
    out.putShort(22, checksum(0, out, 20, out.capacity()));
    return out.array();
  }

  private static byte[] ipv6(byte[] packet, int mtu) {
    int quoted = Math.min(packet.length, QUOTED_IPV6);
    int length = 8 + quoted;
    ByteBuffer out = ByteBuffer.allocate(40 + length);
    out.put(0, (byte) 0x60).putShort(4, (short) length);
    out.put(6, (byte) 58).put(7, (byte) HOPS);
    out.put(8, ROUTER_IPV6.getAddress());
    out.put(24, packet, 8, 16);
    out.put(40, (byte) 2).putInt(44, mtu);
    out.put(48, packet, 0, quoted);
    // The pseudo-header: both addresses, the length and the protocol (RFC 8200, section 8.1).
    long sum = length + 58L;
    for (int at = 8; at < 40; at += 2) {
      sum += out.getShort(at) & 0xffff;
    }
    out.putShort(42, checksum(sum, out, 40, out.capacity()));
    return out.array();
  }

  /** The Internet checksum (RFC 1071). */
  private static short checksum(long start, ByteBuffer bytes, int from, int to) {
    long sum = start;
    for (int at = from; at < to; at += 2) {
      int low = at + 1 < to ? bytes.get(at + 1) & 0xff : 0;
      sum += (bytes.get(at) & 0xff) << 8 | low;
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (short) ~sum;
  }
}
