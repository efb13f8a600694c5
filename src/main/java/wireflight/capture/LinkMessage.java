package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Changes a network interface by a message to the kernel's routing socket (rtnetlink(7)). What
 * counts there are the caller's rights in the network that the interface is in.
 */
final class LinkMessage {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int NETLINK_ROUTE = 0;
  private static final short RTM_SETLINK = 19;
  private static final short REQUEST_AND_ACKNOWLEDGE = 1 | 4;
  private static final short IFLA_TXQLEN = 13;

  // struct nlmsghdr, struct ifinfomsg, struct rtattr with a number behind it.
  private static final int HEADER = 16;
  private static final int INDEX = HEADER + 4;
  private static final int ATTRIBUTE = HEADER + 16;
  private static final int ATTRIBUTE_SIZE = 8;

  /** The answer repeats the request behind its own header and the error number. */
  private static final int ROOM = 512;

  private LinkMessage() {}

  /**
   * Sets how many packets may wait to leave an interface.
   *
   * @return what the kernel says: 0, or a negated error number
   */
  static long setQueueLength(int index, int packets) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(ATTRIBUTE + ATTRIBUTE_SIZE, Long.BYTES);
      request.set(JAVA_INT, 0, (int) request.byteSize());
      request.set(JAVA_SHORT, 4, RTM_SETLINK);
      request.set(JAVA_SHORT, 6, REQUEST_AND_ACKNOWLEDGE);
      request.set(JAVA_INT, INDEX, index);
      request.set(JAVA_SHORT, ATTRIBUTE, (short) ATTRIBUTE_SIZE);
      request.set(JAVA_SHORT, ATTRIBUTE + 2, IFLA_TXQLEN);
      request.set(JAVA_INT, ATTRIBUTE + 4, packets);
      return ask(request, arena.allocate(ROOM, Long.BYTES));
    }
  }

  private static long ask(MemorySegment request, MemorySegment answer) {
    long netlink = SystemCall.SOCKET.call(AF_NETLINK, SOCK_DGRAM_CLOEXEC, NETLINK_ROUTE);
    if (netlink < 0) {
      return netlink;
    }
    long result = SystemCall.SENDTO.call(netlink, request.address(), request.byteSize(), 0, 0, 0);
    if (result >= 0) {
      result = SystemCall.RECVFROM.call(netlink, answer.address(), answer.byteSize(), 0, 0, 0);
    }
    SystemCall.CLOSE.call(netlink);
    // struct nlmsgerr: 0 is an acknowledgment.
    return result < 0 ? result : answer.get(JAVA_INT, HEADER);
  }
}
