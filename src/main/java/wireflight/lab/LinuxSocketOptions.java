package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import wireflight.capture.SystemCall;

/**
 * What {@code setsockopt} is told on Linux: the numbers and structures of socket(7), ip(7) and
 * tcp(7). Any thread may call.
 */
final class LinuxSocketOptions {
  private static final int SOL_SOCKET = 1;
  private static final int SO_BINDTODEVICE = 25;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_DETACH_FILTER = 27;
  private static final int IPPROTO_IP = 0;
  private static final int IP_MULTICAST_IF = 32;
  private static final int IP_ADD_MEMBERSHIP = 35;
  private static final int IP_DROP_MEMBERSHIP = 36;
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_NODELAY = 1;
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private LinuxSocketOptions() {}

  /** As {@link Sockets#setOption}. */
  static Outcome set(int socket, SocketOption option, int value) {
    return switch (option) {
      case NODELAY -> set(socket, IPPROTO_TCP, TCP_NODELAY, value);
      // struct linger: whether, and for how many seconds.
      case LINGER -> set(socket, SOL_SOCKET, 13, value < 0 ? 0 : 1, Math.max(0, value));
      case RCVBUF -> set(socket, SOL_SOCKET, 8, value);
      case SNDBUF -> set(socket, SOL_SOCKET, 7, value);
      case QUICKACK -> set(socket, IPPROTO_TCP, 12, value);
      case KEEPIDLE -> set(socket, IPPROTO_TCP, 4, value);
      case KEEPINTVL -> set(socket, IPPROTO_TCP, 5, value);
      case KEEPCNT -> set(socket, IPPROTO_TCP, 6, value);
      case KEEPALIVE -> set(socket, SOL_SOCKET, 9, value);
      case REUSEADDR -> set(socket, SOL_SOCKET, 2, value);
    };
  }

  private static Outcome set(int socket, int level, int option, int... value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(JAVA_INT, value);
      return LinuxErrors.outcome(
          SystemCall.SETSOCKOPT.call(socket, level, option, memory.address(), memory.byteSize()));
    }
  }

  /** As {@link Sockets#membership}. */
  static Outcome membership(int socket, InetAddress group, boolean join) {
    // struct ip_mreq: the group, and an address of the interface.
    return set(socket, IPPROTO_IP, join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, group, LOOPBACK);
  }

  /** As {@link Sockets#multicastByLoopback}. */
  static Outcome multicastByLoopback(int socket) {
    return set(socket, IPPROTO_IP, IP_MULTICAST_IF, LOOPBACK);
  }

  private static Outcome set(int socket, int level, int option, InetAddress... value) {
    return set(
        socket,
        level,
        option,
        Stream.of(value)
            .mapToInt(
                address ->
                    ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder()).getInt())
            .toArray());
  }

  /** As {@link Sockets#filter}. */
  static Outcome filter(int socket, SocketFilter filter) {
    List<SocketFilter.Instruction> code = filter.instructions();
    if (code.isEmpty()) {
      return set(socket, SOL_SOCKET, SO_DETACH_FILTER, 0);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = arena.allocate(8L * code.size(), 8);
      for (int i = 0; i < code.size(); i++) {
        // struct sock_filter: code, two jumps, operand.
        program.set(JAVA_SHORT, 8L * i, (short) code.get(i).code());
        program.set(JAVA_BYTE, 8L * i + 2, (byte) code.get(i).ifTrue());
        program.set(JAVA_BYTE, 8L * i + 3, (byte) code.get(i).ifFalse());
        program.set(JAVA_INT, 8L * i + 4, code.get(i).operand());
      }
      // struct sock_fprog: how many instructions, and where.
      MemorySegment whole = arena.allocate(16, 8);
      whole.set(JAVA_SHORT, 0, (short) code.size());
      whole.set(JAVA_LONG, 8, program.address());
      return LinuxErrors.outcome(
          SystemCall.SETSOCKOPT.call(
              socket, SOL_SOCKET, SO_ATTACH_FILTER, whole.address(), whole.byteSize()));
    }
  }

  /** As {@link Sockets#confineToLoopback}. */
  static Outcome confineToLoopback(int socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom("lo", StandardCharsets.US_ASCII);
      return LinuxErrors.outcome(
          SystemCall.SETSOCKOPT.call(socket, SOL_SOCKET, SO_BINDTODEVICE, name.address(), 3));
    }
  }
}
