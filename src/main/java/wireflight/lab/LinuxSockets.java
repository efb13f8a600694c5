package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
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
  private static final int IPPROTO_SCTP = 132;

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
    return LinuxErrors.outcome(
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
    return LinuxErrors.outcome(SystemCall.LISTEN.call(socket, backlog));
  }

  @Override
  public Outcome accept(int socket) {
    return LinuxErrors.outcome(SystemCall.ACCEPT.call(socket, 0, 0));
  }

  @Override
  public Outcome connect(int socket, InetSocketAddress address) {
    return withAddress(SystemCall.CONNECT, socket, address);
  }

  private static Outcome withAddress(SystemCall call, int socket, InetSocketAddress address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = SocketAddresses.write(arena, address);
      return LinuxErrors.outcome(call.call(socket, name.address(), name.byteSize()));
    }
  }

  @Override
  public Outcome send(int socket, byte[] data) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = copy(arena, data);
      return LinuxErrors.outcome(
          SystemCall.SENDTO.call(socket, buffer.address(), data.length, 0, 0, 0));
    }
  }

  @Override
  public Outcome sendto(int socket, byte[] data, InetSocketAddress address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = copy(arena, data);
      MemorySegment name = SocketAddresses.write(arena, address);
      return LinuxErrors.outcome(
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
      return LinuxErrors.outcome(result);
    }
    byte[] data = buffer.asSlice(0, result).toArray(JAVA_BYTE);
    return new Outcome((int) result, "", Words.quote(data, Outcome.EXCERPT), from);
  }

  @Override
  public Outcome shutdown(int socket, Call.Direction direction) {
    return LinuxErrors.outcome(SystemCall.SHUTDOWN.call(socket, direction.number()));
  }

  @Override
  public Outcome setOption(int socket, SocketOption option, int value) {
    return LinuxSocketOptions.set(socket, option, value);
  }

  @Override
  public Outcome membership(int socket, InetAddress group, boolean join) {
    return LinuxSocketOptions.membership(socket, group, join);
  }

  @Override
  public Outcome multicastByLoopback(int socket) {
    return LinuxSocketOptions.multicastByLoopback(socket);
  }

  @Override
  public Outcome filter(int socket, SocketFilter filter) {
    return LinuxSocketOptions.filter(socket, filter);
  }

  @Override
  public Outcome confineToLoopback(int socket) {
    return LinuxSocketOptions.confineToLoopback(socket);
  }

  @Override
  public Outcome close(int socket) {
    return LinuxErrors.outcome(SystemCall.CLOSE.call(socket));
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
}
