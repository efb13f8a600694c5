package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import wireflight.capture.SystemCall;

/**
 * The table of TCP sockets of this thread's network, as {@code ss} has it from Linux
 * (sock_diag(7)). One thread uses it.
 */
final class SocketDump implements AutoCloseable {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final short SOCK_DIAG_BY_FAMILY = 20;
  private static final short NLM_F_REQUEST_DUMP = 0x301;
  private static final byte IPPROTO_TCP = 6;

  /** struct nlmsghdr: length, type, flags, sequence number, port. */
  private static final int HEADER = 16;

  /** struct inet_diag_req_v2. */
  private static final int REQUEST = 56;

  /** Asks for struct tcp_info: the bit of INET_DIAG_INFO. */
  private static final byte WITH_INFO = 1 << 1;

  private static final short INET_DIAG_INFO = 2;

  /** struct inet_diag_msg, and the places of what is read from it. */
  private static final int ROW = 72;

  private static final int LOCAL_PORT = 4;
  private static final int FOREIGN_PORT = 6;
  private static final int LOCAL_ADDRESS = 8;
  private static final int FOREIGN_ADDRESS = 24;
  private static final int INODE = 68;
  private static final int ROOM = 1 << 16;
  private static final ValueLayout.OfShort PORT =
      JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment answer = arena.allocate(ROOM, 8);
  private final long netlink;

  SocketDump() {
    netlink = SystemCall.SOCKET.call(AF_NETLINK, SOCK_DGRAM_CLOEXEC, NETLINK_SOCK_DIAG);
  }

  /**
   * A row of the table.
   *
   * @param inode the number under which the file systems know the socket; 0 if no process has it:
   *     not accepted yet, or closed already
   * @param local as {@code ss} prints it
   * @param foreign likewise; empty where there is none
   */
  record Row(long inode, String local, String foreign, TcpInfo info) {}

  /** Every TCP socket; those the kernel does not tell of are missing. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    dump(SocketAddresses.AF_INET, rows);
    dump(SocketAddresses.AF_INET6, rows);
    return rows;
  }

  private void dump(short family, List<Row> rows) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment request = call.allocate(HEADER + REQUEST, 8);
      request.set(JAVA_INT_UNALIGNED, 0, HEADER + REQUEST);
      request.set(JAVA_SHORT_UNALIGNED, 4, SOCK_DIAG_BY_FAMILY);
      request.set(JAVA_SHORT_UNALIGNED, 6, NLM_F_REQUEST_DUMP);
      request.set(JAVA_BYTE, HEADER, (byte) family);
      request.set(JAVA_BYTE, HEADER + 1, IPPROTO_TCP);
      request.set(JAVA_BYTE, HEADER + 2, WITH_INFO);
      request.set(JAVA_INT_UNALIGNED, HEADER + 4, -1); // in whatever state
      long sent = SystemCall.SENDTO.call(netlink, request.address(), request.byteSize(), 0, 0, 0);
      boolean more = sent >= 0;
      while (more) {
        more = read(SystemCall.RECVFROM.call(netlink, answer.address(), ROOM, 0, 0, 0), rows);
      }
    }
  }

  /** Reads one piece of the answer; whether another follows. */
  private boolean read(long size, List<Row> rows) {
    long at = 0;
    while (at + HEADER <= size) {
      long length = answer.get(JAVA_INT_UNALIGNED, at);
      if (answer.get(JAVA_SHORT_UNALIGNED, at + 4) != SOCK_DIAG_BY_FAMILY
          || length < HEADER + ROW
          || at + length > size) {
        return false; // the end of the table, or an error
      }
      rows.add(row(answer.asSlice(at + HEADER, length - HEADER)));
      at += (length + 3) / 4 * 4;
    }
    return at > 0;
  }

  private static Row row(MemorySegment row) {
    boolean ipv6 = row.get(JAVA_BYTE, 0) == SocketAddresses.AF_INET6;
    String foreign = address(row, FOREIGN_ADDRESS, ipv6, FOREIGN_PORT);
    return new Row(
        Integer.toUnsignedLong(row.get(JAVA_INT_UNALIGNED, INODE)),
        address(row, LOCAL_ADDRESS, ipv6, LOCAL_PORT),
        foreign.endsWith(":0") ? "" : foreign,
        info(row));
  }

  private static String address(MemorySegment row, int offset, boolean ipv6, int port) {
    byte[] bytes = new byte[ipv6 ? 16 : 4];
    MemorySegment.copy(row, JAVA_BYTE, offset, bytes, 0, bytes.length);
    try {
      // An IPv4 address within an IPv6 one becomes what it is on the wire.
      return SocketAddresses.text(
          new InetSocketAddress(
              InetAddress.getByAddress(bytes), Short.toUnsignedInt(row.get(PORT, port))));
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four or sixteen bytes are an address", impossible);
    }
  }

  private static TcpInfo info(MemorySegment row) {
    String state = TcpInfo.state(row.get(JAVA_BYTE, 1));
    long at = ROW;
    while (at + 4 <= row.byteSize()) {
      long length = Short.toUnsignedInt(row.get(JAVA_SHORT_UNALIGNED, at));
      if (length < 4 || at + length > row.byteSize()) {
        break;
      }
      if (row.get(JAVA_SHORT_UNALIGNED, at + 2) == INET_DIAG_INFO && length - 4 >= TcpInfo.SIZE) {
        return TcpInfo.read(row.asSlice(at + 4, TcpInfo.SIZE));
      }
      at += (length + 3) / 4 * 4;
    }
    return TcpInfo.stateOnly(state); // as for a connection in TIME-WAIT
  }

  @Override
  public void close() {
    SystemCall.CLOSE.call(netlink);
    arena.close();
  }
}
