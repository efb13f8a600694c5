package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import wireflight.language.Saying;

/**
 * A packet socket of Linux with its receive ring (packet(7), TPACKET_V3): memory that the kernel
 * fills with packets, block by block, and that is read here without a call or a copy in between.
 *
 * <p>A block is handed over when it is full or a few milliseconds old. A ring rather than plain
 * {@code recvmsg}: a socket's ordinary buffer cannot be made large without rights over the whole
 * machine, and a burst would overrun it. Not safe for use by several threads, but for {@link
 * #takeStatistics}.
 */
final class PacketRing {
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
  private static final int ETH_P_ALL_BIG_ENDIAN = 0x0300;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int TPACKET_V3 = 2;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  /** Must hold the largest packet; the loopback interface carries up to 64 KiB and a header. */
  private static final int BLOCK_SIZE = 1 << 18;

  /** Only the alignment of packets in a block depends on it in TPACKET_V3. */
  private static final int FRAME_SIZE = 1 << 11;

  private static final int BLOCK_AGE_MILLIS = 4;

  // struct sock_filter: the first word of an instruction (16 bits of code, a jump of 8 bits if the
  // comparison holds, another if not), and what stands in its second word.
  private static final int BPF_LOAD_BYTE = 0x30;
  private static final int BPF_PACKET_TYPE = -0x1000 + 4; // SKF_AD_OFF + SKF_AD_PKTTYPE
  private static final int BPF_JUMP_UNLESS_EQUAL = 0x15 | 1 << 24;
  private static final int BPF_RETURN = 0x06;
  private static final int PACKET_OUTGOING = 4;
  // struct tpacket_block_desc
  private static final int BLOCK_STATUS = 8;
  private static final int BLOCK_PACKETS = 12;
  private static final int BLOCK_FIRST = 16;
  private static final int STATUS_KERNEL = 0;
  private static final int STATUS_USER = 1;
  // struct tpacket3_hdr
  private static final int NEXT = 0;
  private static final int SECONDS = 4;
  private static final int NANOS = 8;
  private static final int CAPTURED = 12;
  private static final int LENGTH = 16;
  private static final int PACKET_STATUS = 20;
  private static final int MAC = 24;
  private static final int VLAN_TAG_VALUE = 32;
  private static final int VLAN_PROTOCOL = 36;
  private static final int STATUS_VLAN = 0x10;
  private static final int STATUS_VLAN_PROTOCOL = 0x40;
  private static final int PROTOCOL_VLAN = 0x8100; // IEEE 802.1Q
  private static final int VLAN_TAG = 4;
  private static final int ETHERNET_ADDRESSES = 12;

  private static final VarHandle STATUS = JAVA_INT.varHandle();

  private final int socket;
  private final int snapLength;
  private final MemorySegment ring;
  private final int blocks;
  private int next;

  private PacketRing(int socket, int snapLength, MemorySegment ring) {
    this.socket = socket;
    this.snapLength = snapLength;
    this.ring = ring;
    this.blocks = (int) (ring.byteSize() / BLOCK_SIZE);
  }

  /**
   * Opens the socket on an interface; from then on the kernel fills the ring.
   *
   * @param what the interface, for the sentence of an error
   */
  static PacketRing open(
      String what, int interfaceIndex, boolean loopback, int snapLength, int bufferBytes)
      throws CaptureException {
    // Protocol 0 until it is bound: nothing of other interfaces gets in.
    long socket = SystemCall.SOCKET.call(AF_PACKET, SOCK_RAW_CLOEXEC, 0);
    if (Errno.EPERM.is(socket) || Errno.EACCES.is(socket)) {
      throw new CaptureException(Advice.noRights(what));
    }
    check(socket, "open a packet socket", what);
    try (Arena arena = Arena.ofConfined()) {
      int blocks = bufferBytes / BLOCK_SIZE;
      long size = (long) blocks * BLOCK_SIZE;
      setOption(socket, SOL_PACKET, PACKET_VERSION, ints(arena, TPACKET_V3), what);
      setOption(socket, SOL_SOCKET, SO_ATTACH_FILTER, filter(arena, loopback, snapLength), what);
      MemorySegment request =
          ints(
              arena,
              BLOCK_SIZE,
              blocks,
              FRAME_SIZE,
              (int) (size / FRAME_SIZE),
              BLOCK_AGE_MILLIS,
              0,
              0);
      setOption(socket, SOL_PACKET, PACKET_RX_RING, request, what);
      long address = SystemCall.MMAP.call(0, size, PROT_READ_WRITE, MAP_SHARED, socket, 0);
      check(address, "map the packet buffer", what);
      PacketRing ring =
          new PacketRing(
              (int) socket, snapLength, MemorySegment.ofAddress(address).reinterpret(size));
      try {
        MemorySegment to = arena.allocate(20, Long.BYTES);
        to.set(JAVA_SHORT, 0, (short) AF_PACKET);
        to.set(JAVA_SHORT, 2, (short) ETH_P_ALL_BIG_ENDIAN);
        to.set(JAVA_INT, 4, interfaceIndex);
        check(
            SystemCall.BIND.call(socket, to.address(), to.byteSize()),
            "bind a packet socket",
            what);
        return ring;
      } catch (CaptureException e) {
        SystemCall.MUNMAP.call(address, size);
        throw e;
      }
    } catch (CaptureException e) {
      SystemCall.CLOSE.call(socket);
      throw e;
    }
  }

  int descriptor() {
    return socket;
  }

  /**
   * Hands on the packets of the next block, if the kernel has handed it over.
   *
   * @return how many; 0 if there is none yet
   */
  int takeBlock(FrameSink sink) {
    long block = (long) next * BLOCK_SIZE;
    int status = (int) STATUS.getAcquire(ring, block + BLOCK_STATUS);
    if ((status & STATUS_USER) == 0) {
      return 0;
    }
    int packets = ring.get(JAVA_INT, block + BLOCK_PACKETS);
    long at = block + ring.get(JAVA_INT, block + BLOCK_FIRST);
    for (int i = 0; i < packets; i++) {
      take(at, sink);
      at += ring.get(JAVA_INT, at + NEXT);
    }
    STATUS.setRelease(ring, block + BLOCK_STATUS, STATUS_KERNEL);
    next = (next + 1) % blocks;
    return packets;
  }

  private void take(long at, FrameSink sink) {
    long seconds = Integer.toUnsignedLong(ring.get(JAVA_INT, at + SECONDS));
    long time = seconds * 1_000_000_000L + ring.get(JAVA_INT, at + NANOS);
    long from = at + Short.toUnsignedInt(ring.get(JAVA_SHORT, at + MAC));
    byte[] data = ring.asSlice(from, ring.get(JAVA_INT, at + CAPTURED)).toArray(JAVA_BYTE);
    int length = ring.get(JAVA_INT, at + LENGTH);
    int status = ring.get(JAVA_INT, at + PACKET_STATUS);
    if ((status & STATUS_VLAN) != 0 && data.length >= ETHERNET_ADDRESSES) {
      data = withVlanTag(data, at, status);
      length += VLAN_TAG;
    }
    sink.frame(time, data, length);
  }

  /** Linux takes the VLAN tag out of a packet and keeps it beside: puts it back where it was. */
  private byte[] withVlanTag(byte[] data, long at, int status) {
    int protocol =
        (status & STATUS_VLAN_PROTOCOL) == 0
            ? PROTOCOL_VLAN
            : Short.toUnsignedInt(ring.get(JAVA_SHORT, at + VLAN_PROTOCOL));
    byte[] whole =
        ByteBuffer.allocate(data.length + VLAN_TAG)
            .put(data, 0, ETHERNET_ADDRESSES)
            .putShort((short) protocol)
            .putShort((short) ring.get(JAVA_INT, at + VLAN_TAG_VALUE))
            .put(data, ETHERNET_ADDRESSES, data.length - ETHERNET_ADDRESSES)
            .array();
    return Arrays.copyOf(whole, Math.min(whole.length, snapLength));
  }

  /** What the kernel counted since the last call: it starts from zero again each time. */
  CaptureCounts takeStatistics() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment counts = ints(arena, 0, 0, 0);
      MemorySegment size = ints(arena, 12);
      long result = option(SOL_PACKET, PACKET_STATISTICS, counts, size);
      if (result < 0) {
        return new CaptureCounts(0, 0);
      }
      return new CaptureCounts(
          Integer.toUnsignedLong(counts.get(JAVA_INT, 0)),
          Integer.toUnsignedLong(counts.get(JAVA_INT, 4)));
    }
  }

  /** The socket's pending error, negated; 0 if there is none. */
  long takeError() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = ints(arena, 0);
      long result = option(SOL_SOCKET, SO_ERROR, error, ints(arena, 4));
      return result < 0 ? result : -error.get(JAVA_INT, 0);
    }
  }

  private long option(int level, int name, MemorySegment value, MemorySegment size) {
    return SystemCall.GETSOCKOPT.call(socket, level, name, value.address(), size.address());
  }

  void close() {
    SystemCall.MUNMAP.call(ring.address(), ring.byteSize());
    SystemCall.CLOSE.call(socket);
  }

  /**
   * The classic BPF program that says how much to keep of a packet. The loopback interface shows
   * each packet when it leaves and when it arrives: of those, what leaves is left out.
   */
  private static MemorySegment filter(Arena arena, boolean loopback, int snapLength) {
    MemorySegment instructions =
        loopback
            ? ints(
                arena,
                BPF_LOAD_BYTE,
                BPF_PACKET_TYPE,
                BPF_JUMP_UNLESS_EQUAL,
                PACKET_OUTGOING,
                BPF_RETURN,
                0,
                BPF_RETURN,
                snapLength)
            : ints(arena, BPF_RETURN, snapLength);
    MemorySegment program = arena.allocate(16, Long.BYTES);
    program.set(JAVA_SHORT, 0, (short) (instructions.byteSize() / Long.BYTES));
    program.set(JAVA_LONG, 8, instructions.address());
    return program;
  }

  private static MemorySegment ints(Arena arena, int... values) {
    return arena.allocateFrom(JAVA_INT, values);
  }

  private static void setOption(long socket, int level, int name, MemorySegment value, String what)
      throws CaptureException {
    check(
        SystemCall.SETSOCKOPT.call(socket, level, name, value.address(), value.byteSize()),
        "set up a packet socket",
        what);
  }

  private static void check(long result, String step, String what) throws CaptureException {
    if (Errno.ENOMEM.is(result)) {
      throw new CaptureException(Saying.english(PacketRing.class, "noMemory", what));
    }
    if (result < 0) {
      throw new CaptureException(
          Saying.english(PacketRing.class, "ring", step, what, Errno.describe(result)));
    }
  }
}
