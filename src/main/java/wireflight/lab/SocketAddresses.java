package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import wireflight.packet.IpAddress;

/** Socket addresses as the kernel lays them out: {@code sockaddr_in} and {@code sockaddr_in6}. */
final class SocketAddresses {
  static final short AF_INET = 2;
  static final short AF_INET6 = 10;

  /** Room for either. */
  static final int SIZE = 28;

  private static final int SIZE_INET = 16;
  private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

  private SocketAddresses() {}

  static MemorySegment write(Arena arena, InetSocketAddress address) {
    boolean ipv6 = address.getAddress() instanceof Inet6Address;
    MemorySegment segment = arena.allocate(ipv6 ? SIZE : SIZE_INET, 8);
    segment.set(JAVA_SHORT, 0, ipv6 ? AF_INET6 : AF_INET);
    segment.set(PORT, 2, (short) address.getPort());
    byte[] bytes = address.getAddress().getAddress();
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, ipv6 ? 8 : 4, bytes.length);
    return segment;
  }

  /** As {@code ss} prints it; empty where it is no IP address or the port is 0. */
  static String read(MemorySegment segment) {
    short family = segment.get(JAVA_SHORT, 0);
    int port = Short.toUnsignedInt(segment.get(PORT, 2));
    if (port == 0 || (family != AF_INET && family != AF_INET6)) {
      return "";
    }
    byte[] bytes = new byte[family == AF_INET ? 4 : 16];
    MemorySegment.copy(segment, JAVA_BYTE, family == AF_INET ? 4 : 8, bytes, 0, bytes.length);
    try {
      return text(new InetSocketAddress(InetAddress.getByAddress(bytes), port));
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four or sixteen bytes are an address", impossible);
    }
  }

  /** As {@code ss} prints it: {@code 127.0.0.1:80}, {@code [::1]:80}. */
  static String text(InetSocketAddress address) {
    return host(address.getAddress()) + ":" + address.getPort();
  }

  private static String host(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    // As RFC 5952 has it, and as the analysis names the ends of connections.
    String scoped = address.getHostAddress();
    return "[" + IpAddress.parse(scoped.replaceFirst("%.*", "")) + "]";
  }
}
