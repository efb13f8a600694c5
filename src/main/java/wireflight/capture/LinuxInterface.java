package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wireflight.language.Saying;

/**
 * Reads and sets what Linux knows of a network interface, by ioctl on a socket (netdevice(7)) and
 * by netlink.
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
  private static final int SIOCSIFADDR = 0x8916;
  private static final int SIOCSIFNETMASK = 0x891c;
  private static final int SIOCETHTOOL = 0x8946;
  private static final int ETHTOOL_STSO = 0x1f;
  private static final int ETHTOOL_SGSO = 0x24;
  private static final int IFF_UP = 1;
  private static final int AF_INET6 = 10;

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

  /**
   * Sets how many packets may wait to leave it. By netlink: the ioctl for this wants the rights of
   * the machine's root, also in a network of one's own.
   */
  public void setQueueLength(int packets) throws IOException {
    check(LinkMessage.setQueueLength(index(), packets), "set the queue of");
  }

  /**
   * Gives it an address of its own in a network with others.
   *
   * @param prefix how many leading bits are the network's
   */
  public void addAddress(InetAddress address, int prefix) throws IOException {
    byte[] bytes = address.getAddress();
    try (Arena arena = Arena.ofConfined()) {
      if (address instanceof Inet6Address) {
        // struct in6_ifreq: the address, the prefix and the interface's number.
        MemorySegment request = arena.allocate(24, Long.BYTES);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
        request.set(JAVA_INT, 16, prefix);
        request.set(JAVA_INT, 20, index());
        control(AF_INET6, SIOCSIFADDR, request, "give an address to");
      } else {
        control(SIOCSIFADDR, named(arena, bytes), "give an address to");
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        byte[] network = ByteBuffer.allocate(Integer.BYTES).putInt(mask).array();
        control(SIOCSIFNETMASK, named(arena, network), "give a network to");
      }
    }
  }

  /**
   * Makes the kernel cut what TCP sends before it reaches the interface, so that captures see
   * segments as they are on a wire, and not the tens of kilobytes that it hands to a device.
   */
  public void cutSegments() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      for (int command : new int[] {ETHTOOL_STSO, ETHTOOL_SGSO}) {
        // struct ethtool_value: the command, and 0 for off.
        MemorySegment value = arena.allocateFrom(JAVA_INT, command, 0);
        MemorySegment request = request(arena);
        request.set(JAVA_LONG, NAME_SIZE, value.address());
        control(SIOCETHTOOL, request, "turn off segmentation offload of");
      }
    }
  }

  // struct ifreq with a struct sockaddr_in in its union.
  private MemorySegment named(Arena arena, byte[] address) throws IOException {
    MemorySegment request = request(arena);
    request.set(JAVA_SHORT, NAME_SIZE, (short) AF_INET);
    MemorySegment.copy(MemorySegment.ofArray(address), 0, request, NAME_SIZE + 4, address.length);
    return request;
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
      throw new IOException(Saying.english(LinuxInterface.class, "badName", name));
    }
    MemorySegment request = arena.allocate(IFREQ_SIZE, Long.BYTES);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
    return request;
  }

  private void control(int command, MemorySegment request, String verb) throws IOException {
    control(AF_INET, command, request, verb);
  }

  private void control(int family, int command, MemorySegment request, String verb)
      throws IOException {
    long socket = SystemCall.SOCKET.call(family, SOCK_DGRAM_CLOEXEC, 0);
    long result = socket;
    if (socket >= 0) {
      result = SystemCall.IOCTL.call(socket, command, request.address());
      SystemCall.CLOSE.call(socket);
    }
    check(result, verb);
  }

  private void check(long result, String verb) throws IOException {
    if (Errno.ENODEV.is(result)) {
      throw new IOException(Saying.english(LinuxInterface.class, "noInterface", name));
    }
    if (result < 0) {
      throw new IOException(
          Saying.english(
              LinuxInterface.class, "refusedInterface", verb, name, Errno.describe(result)));
    }
  }
}
