package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.Optional;
import wireflight.capture.Errno;
import wireflight.capture.SystemCall;

/**
 * Asks Linux for the state of one connection by its addresses, whether or not a process still has
 * it (sock_diag(7), as {@code ss} does).
 *
 * <p>The kernel looks it up by its hash, which takes microseconds; its tables under {@code /proc}
 * take milliseconds to read. It speaks of the network of the thread that made it. One thread uses
 * it.
 */
final class SocketDiagnosis {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final short SOCK_DIAG_BY_FAMILY = 20;
  private static final short NLMSG_ERROR = 2;
  private static final short NLM_F_REQUEST = 1;
  private static final byte IPPROTO_TCP = 6;

  /** struct nlmsghdr, before everything. */
  private static final int HEADER = 16;

  /** struct inet_diag_req_v2: family, protocol, two bytes, states, and the socket's identity. */
  private static final int REQUEST = 56;

  private static final int IDENTITY_IN_REQUEST = HEADER + 8;

  /** struct inet_diag_msg: family, state, timer, retransmissions, and the socket's identity. */
  private static final int STATE_IN_ANSWER = HEADER + 1;

  private static final int FOREIGN_PORT_IN_ANSWER = HEADER + 4 + 2;

  /** struct inet_diag_sockid: both ports, both addresses, interface, cookie. */
  private static final int FOREIGN_PORT = 2;

  private static final int LOCAL_ADDRESS = 4;
  private static final int FOREIGN_ADDRESS = 20;
  private static final int COOKIE = 40;
  private static final int ROOM = 512;
  private static final String FORGOTTEN = "CLOSED";
  private static final ValueLayout.OfShort PORT =
      JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final long netlink =
      SystemCall.SOCKET.call(AF_NETLINK, SOCK_DGRAM_CLOEXEC, NETLINK_SOCK_DIAG);

  /**
   * The RFC 9293 state of a connection: CLOSED where the kernel knows none between these addresses;
   * empty where it does not tell.
   */
  Optional<String> state(InetSocketAddress local, InetSocketAddress foreign) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = request(arena, local, foreign);
      MemorySegment answer = arena.allocate(ROOM, 8);
      long sent = SystemCall.SENDTO.call(netlink, request.address(), request.byteSize(), 0, 0, 0);
      if (sent < 0) {
        return Optional.empty();
      }
      long size = SystemCall.RECVFROM.call(netlink, answer.address(), ROOM, 0, 0, 0);
      return size < HEADER + 4 ? Optional.empty() : state(answer, foreign.getPort());
    }
  }

  private static Optional<String> state(MemorySegment answer, int foreignPort) {
    short type = answer.get(JAVA_SHORT_UNALIGNED, 4);
    if (type == NLMSG_ERROR) {
      return Errno.ENOENT.is(answer.get(JAVA_INT_UNALIGNED, HEADER))
          ? Optional.of(FORGOTTEN)
          : Optional.empty();
    }
    if (type != SOCK_DIAG_BY_FAMILY) {
      return Optional.empty();
    }
    // Where there is no such connection, the kernel names the socket that listens on the port.
    boolean another = Short.toUnsignedInt(answer.get(PORT, FOREIGN_PORT_IN_ANSWER)) != foreignPort;
    return Optional.of(another ? FORGOTTEN : TcpInfo.state(answer.get(JAVA_BYTE, STATE_IN_ANSWER)));
  }

  private static MemorySegment request(
      Arena arena, InetSocketAddress local, InetSocketAddress foreign) {
    MemorySegment request = arena.allocate(HEADER + REQUEST, 8);
    request.set(JAVA_INT_UNALIGNED, 0, HEADER + REQUEST);
    request.set(JAVA_SHORT_UNALIGNED, 4, SOCK_DIAG_BY_FAMILY);
    request.set(JAVA_SHORT_UNALIGNED, 6, NLM_F_REQUEST);
    boolean ipv6 = local.getAddress() instanceof Inet6Address;
    request.set(
        JAVA_BYTE, HEADER, (byte) (ipv6 ? SocketAddresses.AF_INET6 : SocketAddresses.AF_INET));
    request.set(JAVA_BYTE, HEADER + 1, IPPROTO_TCP);
    request.set(JAVA_INT_UNALIGNED, HEADER + 4, -1); // in whatever state
    MemorySegment identity = request.asSlice(IDENTITY_IN_REQUEST);
    identity.set(PORT, 0, (short) local.getPort());
    identity.set(PORT, FOREIGN_PORT, (short) foreign.getPort());
    put(identity, LOCAL_ADDRESS, local);
    put(identity, FOREIGN_ADDRESS, foreign);
    identity.set(JAVA_INT_UNALIGNED, COOKIE, -1); // no cookie
    identity.set(JAVA_INT_UNALIGNED, COOKIE + 4, -1);
    return request;
  }

  private static void put(MemorySegment identity, int offset, InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    MemorySegment.copy(bytes, 0, identity, JAVA_BYTE, offset, bytes.length);
  }
}
