package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Reads and sets what Linux knows of a network interface, by ioctl on a socket (netdevice(7)).
 *
 * <p>The interface is looked up in the network namespace of the calling thread. Setting needs
 * CAP_NET_ADMIN there, which root has, and everybody in a network of their own.
 */
public final class LinuxInterface {
  /** Hardware types (ARPHRD_ values). */
  static final int HARDWARE_ETHERNET = 1;

  static final int HARDWARE_LOOPBACK = 772;
  static final int HARDWARE_NONE = 0xfffe;

  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int SIOCGIFFLAGS = 0x8913;
  private static final int SIOCSIFFLAGS = 0x8914;
  private static final int SIOCGIFMTU = 0x8921;
  private static final int SIOCSIFMTU = 0x8922;
  private static final int SIOCGIFHWADDR = 0x8927;
  private static final int SIOCGIFINDEX = 0x8933;
  private static final int IFF_UP = 1;

  /** struct ifreq: sixteen bytes of name, then a union of 24. */
  private static final int IFREQ_SIZE = 40;

  private static final int NAME_SIZE = 16;

  private final String name;

  /** The interface of this name; nothing is asked yet. */
  public LinuxInterface(String name) {
    this.name = name;
  }

  /** The number that stands for the interface in socket addresses. */
  public int index() throws IOException {
    return read(SIOCGIFINDEX);
  }

  /** Whether it is up. */
  public boolean up() throws IOException {
    return (read(SIOCGIFFLAGS) & IFF_UP) != 0;
  }

  /** The most bytes of an IP packet it carries. */
  public int mtu() throws IOException {
    return read(SIOCGIFMTU);
  }

  /** Takes it up. */
  public void bringUp() throws IOException {
    int flags = read(SIOCGIFFLAGS) & 0xffff;
    if ((flags & IFF_UP) == 0) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment request = request(arena);
        request.set(JAVA_SHORT, NAME_SIZE, (short) (flags | IFF_UP));
        control(SIOCSIFFLAGS, request, "take up");
      }
    }
  }

  /** Sets the most bytes of an IP packet it carries. */
  public void setMtu(int mtu) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = request(arena);
      request.set(JAVA_INT, NAME_SIZE, mtu);
      control(SIOCSIFMTU, request, "set the MTU of");
    }
  }

  /** The ARPHRD_ value: what kind of device it is. */
  int hardwareType() throws IOException {
    return read(SIOCGIFHWADDR) & 0xffff;
  }

  private int read(int command) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = request(arena);
      control(command, request, "read");
      return request.get(JAVA_INT, NAME_SIZE);
    }
  }

  private MemorySegment request(Arena arena) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length >= NAME_SIZE) {
      throw new IOException("“" + name + "” cannot be the name of a network interface.");
    }
    MemorySegment request = arena.allocate(IFREQ_SIZE, Long.BYTES);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
    return request;
  }

  private void control(int command, MemorySegment request, String verb) throws IOException {
    long socket = SystemCall.SOCKET.call(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
    long result = socket;
    if (socket >= 0) {
      result = SystemCall.IOCTL.call(socket, command, request.address());
      SystemCall.CLOSE.call(socket);
    }
    if (Errno.ENODEV.is(result)) {
      throw new IOException("There is no network interface “" + name + "”.");
    }
    if (result < 0) {
      throw new IOException(
          "Cannot " + verb + " the interface " + name + ": " + Errno.describe(result) + ".");
    }
  }
}
