package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wireflight.capture.SystemCall;

/**
 * The sockets API of Linux, a system call a method: what is recorded is what {@code strace} shows.
 *
 * <p>Java's channels would bind and listen in one call, would make several calls to receive once,
 * and name errors only by sentences. All calls block, as those of a first C program do.
 */
final class LinuxSockets implements Sockets {
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_WAITALL = 0x100;
  private static final int SOL_SOCKET = 1;
  private static final int SO_BINDTODEVICE = 25;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_DETACH_FILTER = 27;
  private static final int IPPROTO_IP = 0;
  private static final int IP_MULTICAST_IF = 32;
  private static final int IP_ADD_MEMBERSHIP = 35;
  private static final int IP_DROP_MEMBERSHIP = 36;
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_SCTP = 132;
  private static final int TCP_NODELAY = 1;

  private final SocketDiagnosis diagnosis;

  /** In the network of the calling thread. */
  LinuxSockets() {
    this(new SocketDiagnosis());
  }

  /**
   * Ready to make calls: whatever Java itself asks the system about sockets, it has asked.
   *
   * @param diagnosis of the network in which the sockets are made
   */
  LinuxSockets(SocketDiagnosis diagnosis) {
    this.diagnosis = diagnosis;
    // Loading Java's network classes opens some sockets to see what the system can do. Among a
    // lesson's calls they would be in the way of whoever looks on with strace.
    var _ = InetAddress.getLoopbackAddress();
  }

  @Override
  public Outcome socket(SocketKind kind) {
    return outcome(
        SystemCall.SOCKET.call(
            kind.ipv6() ? SocketAddresses.AF_INET6 : SocketAddresses.AF_INET,
            kind.stream() ? SOCK_STREAM : SOCK_DGRAM,
            kind.transport().equals("sctp") ? IPPROTO_SCTP : 0));
  }

  @Override
  public Outcome bind(int socket, InetSocketAddress address) {
    return withAddress(SystemCall.BIND, socket, address);
  }

  @Override
  public Outcome listen(int socket, int backlog) {
    return outcome(SystemCall.LISTEN.call(socket, backlog));
  }

  @Override
  public Outcome accept(int socket) {
    return outcome(SystemCall.ACCEPT.call(socket, 0, 0));
  }

  @Override
  public Outcome connect(int socket, InetSocketAddress address) {
    return withAddress(SystemCall.CONNECT, socket, address);
  }

  private static Outcome withAddress(SystemCall call, int socket, InetSocketAddress address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = SocketAddresses.write(arena, address);
      return outcome(call.call(socket, name.address(), name.byteSize()));
    }
  }

  @Override
  public Outcome send(int socket, byte[] data) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = copy(arena, data);
      return outcome(SystemCall.SENDTO.call(socket, buffer.address(), data.length, 0, 0, 0));
    }
  }

  @Override
  public Outcome sendto(int socket, byte[] data, InetSocketAddress address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = copy(arena, data);
      MemorySegment name = SocketAddresses.write(arena, address);
      return outcome(
          SystemCall.SENDTO.call(
              socket, buffer.address(), data.length, 0, name.address(), name.byteSize()));
    }
  }

  private static MemorySegment copy(Arena arena, byte[] data) {
    MemorySegment buffer = arena.allocate(Math.max(1, data.length));
    MemorySegment.copy(data, 0, buffer, JAVA_BYTE, 0, data.length);
    return buffer;
  }

  @Override
  public Outcome recv(int socket, int size, boolean all) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(Math.max(1, size));
      int flags = all ? MSG_WAITALL : 0;
      long result = SystemCall.RECVFROM.call(socket, buffer.address(), size, flags, 0, 0);
      return received(result, buffer, "");
    }
  }

  @Override
  public Outcome recvfrom(int socket, int size) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(Math.max(1, size));
      MemorySegment name = arena.allocate(SocketAddresses.SIZE, 8);
      MemorySegment length = arena.allocateFrom(JAVA_INT, SocketAddresses.SIZE);
      long result =
          SystemCall.RECVFROM.call(
              socket, buffer.address(), size, 0, name.address(), length.address());
      return received(result, buffer, SocketAddresses.read(name));
    }
  }

  private static Outcome received(long result, MemorySegment buffer, String from) {
    if (result < 0) {
      return outcome(result);
    }
    byte[] data = buffer.asSlice(0, result).toArray(JAVA_BYTE);
    return new Outcome((int) result, "", Words.quote(data, Outcome.EXCERPT), from);
  }

  @Override
  public Outcome shutdown(int socket, Call.Direction direction) {
    return outcome(SystemCall.SHUTDOWN.call(socket, direction.number()));
  }

  @Override
  public Outcome setOption(int socket, SocketOption option, int value) {
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
      return outcome(
          SystemCall.SETSOCKOPT.call(socket, level, option, memory.address(), memory.byteSize()));
    }
  }

  @Override
  public Outcome membership(int socket, InetAddress group, boolean join) {
    // struct ip_mreq: the group, and an address of the interface.
    return set(socket, IPPROTO_IP, join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, group, LOOPBACK);
  }

  @Override
  public Outcome multicastByLoopback(int socket) {
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

  @Override
  public Outcome filter(int socket, SocketFilter filter) {
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
      return outcome(
          SystemCall.SETSOCKOPT.call(
              socket, SOL_SOCKET, SO_ATTACH_FILTER, whole.address(), whole.byteSize()));
    }
  }

  @Override
  public Outcome confineToLoopback(int socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom("lo", StandardCharsets.US_ASCII);
      return outcome(
          SystemCall.SETSOCKOPT.call(socket, SOL_SOCKET, SO_BINDTODEVICE, name.address(), 3));
    }
  }

  @Override
  public Outcome close(int socket) {
    return outcome(SystemCall.CLOSE.call(socket));
  }

  @Override
  public String localName(int socket) {
    return name(SystemCall.GETSOCKNAME, socket);
  }

  @Override
  public String foreignName(int socket) {
    return name(SystemCall.GETPEERNAME, socket);
  }

  private static String name(SystemCall call, int socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(SocketAddresses.SIZE, 8);
      MemorySegment length = arena.allocateFrom(JAVA_INT, SocketAddresses.SIZE);
      long result = call.call(socket, name.address(), length.address());
      return result < 0 ? "" : SocketAddresses.read(name);
    }
  }

  @Override
  public Optional<TcpInfo> tcpInfo(int socket) {
    return TcpInfo.of(socket);
  }

  @Override
  public Optional<String> state(String local, String foreign) {
    return diagnosis.state(
        Place.reach(local, Residence.LOOPBACK), Place.reach(foreign, Residence.LOOPBACK));
  }

  private static Outcome outcome(long result) {
    return result < 0 ? Outcome.failed(LinuxErrors.name((int) -result)) : Outcome.of((int) result);
  }
}
