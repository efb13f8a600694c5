package wireflight.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A captured TCP or UDP packet as far as the loss of packets needs it: who sent it to whom, and its
 * bytes from the IP header on.
 */
final class Sighting {
  private static final int ETHERNET = 14;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final byte[] bytes;
  private final int network;
  private final int transport;
  private final int end;
  private final boolean tcp;

  private Sighting(byte[] bytes, int network, int transport, int end, boolean tcp) {
    this.bytes = bytes;
    this.network = network;
    this.transport = transport;
    this.end = end;
    this.tcp = tcp;
  }

  /**
   * Looks at a frame of the loopback interface; null where it holds neither TCP nor UDP, or not all
   * of its header.
   */
  static @Nullable Sighting of(byte[] frame) {
    if (frame.length < ETHERNET + 20) {
      return null;
    }
    int network = ETHERNET;
    boolean ipv6 = half(frame, 12) == IPV6;
    if (!ipv6 && half(frame, 12) != IPV4 || ipv6 && frame.length < network + 40) {
      return null;
    }
    int transport = network + (ipv6 ? 40 : (frame[network] & 0xf) * 4);
    int protocol = frame[network + (ipv6 ? 6 : 9)];
    // A later fragment has no transport header.
    boolean fragment = !ipv6 && (half(frame, network + 6) & 0x1fff) != 0;
    int length = ipv6 ? 40 + half(frame, network + 4) : half(frame, network + 2);
    boolean known = protocol == TCP || protocol == UDP;
    boolean whole = frame.length >= transport + (protocol == TCP ? 20 : 8);
    return known && whole && !fragment
        ? new Sighting(frame, network, transport, network + length, protocol == TCP)
        : null;
  }

  boolean tcp() {
    return tcp;
  }

  /** The IPv4 identification; 0 over IPv6, which has none. */
  int identification() {
    return ipv6() ? 0 : half(bytes, network + 4);
  }

  /** Bytes from the transport header on. */
  int length() {
    return end - transport;
  }

  /** TCP's flags. */
  int flags() {
    return bytes[transport + 13] & 0xff;
  }

  InetSocketAddress from() {
    return address(ipv6() ? 8 : 12, half(bytes, transport));
  }

  InetSocketAddress to() {
    return address(ipv6() ? 24 : 16, half(bytes, transport + 2));
  }

  /** A byte as a filter on the socket sees it: of the transport header, or of the IP header. */
  int unsignedByte(int offset, int networkOffset) {
    int at = offset < 0 ? network + offset - networkOffset : transport + offset;
    return at < bytes.length ? bytes[at] & 0xff : 0;
  }

  private boolean ipv6() {
    return bytes[network] >>> 4 == 6;
  }

  private InetSocketAddress address(int offset, int port) {
    int at = network + offset;
    byte[] host = Arrays.copyOfRange(bytes, at, at + (ipv6() ? 16 : 4));
    try {
      return new InetSocketAddress(InetAddress.getByAddress(host), port);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four or sixteen bytes are an address", impossible);
    }
  }

  private static int half(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
