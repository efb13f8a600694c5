package wireflight.wire;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import wireflight.capture.Errno;
import wireflight.capture.SystemCall;
import wireflight.language.Saying;

/**
 * One end of the wire: a TUN interface, whose packets this process reads and writes.
 *
 * <p>Without offloading: what the kernel hands out are segments as they would stand on a cable,
 * with their checksums filled in. Any thread may call.
 */
final class Tun implements AutoCloseable {
  private static final int AT_FDCWD = -100;
  private static final int O_RDWR_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;
  private static final int TUNSETIFF = 0x400454ca;
  private static final short IFF_TUN_NO_PI = 0x1001;

  /** struct ifreq: sixteen bytes of name, then a union. */
  private static final int IFREQ_SIZE = 40;

  private static final int NAME_SIZE = 16;

  private final String name;
  private final int descriptor;

  private Tun(String name, int descriptor) {
    this.name = name;
    this.descriptor = descriptor;
  }

  /** Makes the interface, down and without an address, in the calling thread's network. */
  static Tun open(String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      long device =
          SystemCall.OPENAT.call(
              AT_FDCWD, arena.allocateFrom("/dev/net/tun").address(), O_RDWR_NONBLOCK_CLOEXEC, 0);
      long result = device;
      if (device >= 0) {
        MemorySegment request = arena.allocate(IFREQ_SIZE, Long.BYTES);
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
        request.set(JAVA_SHORT, NAME_SIZE, IFF_TUN_NO_PI);
        result = SystemCall.IOCTL.call(device, TUNSETIFF, request.address());
        if (result < 0) {
          SystemCall.CLOSE.call(device);
        }
      }
      if (result < 0) {
        throw new IOException(
            Saying.english(Tun.class, "noTun", Errno.describe(result), advice(device)));
      }
      return new Tun(name, (int) device);
    }
  }

  /** What helps where the file of all such devices could not be opened. */
  private static String advice(long opened) {
    if (Errno.EACCES.is(opened)) {
      return Saying.english(Tun.class, "allowTun");
    }
    return Errno.ENOENT.is(opened)
        ? Saying.english(Tun.class, "makeTun")
        : Saying.english(Tun.class, "askDoctor");
  }

  String name() {
    return name;
  }

  int descriptor() {
    return descriptor;
  }

  /**
   * Takes the next packet that the device has sent.
   *
   * @return its length; negative where none waits, or the interface is gone
   */
  int read(MemorySegment buffer) {
    return (int) SystemCall.READ.call(descriptor, buffer.address(), buffer.byteSize());
  }

  /**
   * Hands a packet to the device.
   *
   * @return its length, or a negated error number
   */
  int write(MemorySegment packet, int length) {
    return (int) SystemCall.WRITE.call(descriptor, packet.address(), length);
  }

  @Override
  public void close() {
    SystemCall.CLOSE.call(descriptor);
  }
}
