package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.capture.CaptureOptions.Via;
import wireflight.trace.LinkType;

/** Frames and devices other than IP on the loopback interface, by both mechanisms. */
@Timeout(30)
class UnusualFramesTest {
  private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW = 3;

  /** Priority 5, VLAN 42, and a protocol for experiments (IEEE 802). */
  private static final String TAGGED = "020000000002020000000001" + "8100a02a" + "88b50123456789";

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void theVlanTagThatLinuxTakesOutIsPutBack(Via via) throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    PrivateNetwork.call(
        () -> {
          try (FrameSource source =
              open("lo", via, (time, data, length) -> seen.add(length + " " + hex(data)))) {
            sendOnLoopback(HexFormat.of().parseHex(TAGGED));
            return source.awaitDelivered(TEN_SECONDS);
          }
        });
    assertThat(seen).containsExactly(TAGGED.length() / 2 + " " + TAGGED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void aTunDeviceIsCapturedWithoutLinkLayerUntilItIsGone(Via via) throws Exception {
    String packet = "4500001400000000fffd0000c0000201c0000202"; // IPv4 without payload
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    PrivateNetwork.call(
        () -> {
          long device = newTunDevice();
          new LinuxInterface("wf0").bringUp();
          try (FrameSource source = open("wf0", via, (time, data, length) -> seen.add(hex(data)))) {
            assertThat(source.linkType()).isEqualTo(LinkType.RAW);
            write(device, HexFormat.of().parseHex(packet));
            assertThat(source.awaitDelivered(TEN_SECONDS)).isTrue();
            assertThat(source.failure()).isEmpty();
            SystemCall.CLOSE.call(device); // which takes the interface away
            captureThread().join();
            assertThat(source.failure())
                .hasValueSatisfying(
                    why -> assertThat(why).startsWith("The capture on wf0 ended: "));
          }
          return null;
        });
    // Router solicitations of IPv6 may have left through it too.
    assertThat(seen).containsOnlyOnce(packet);
  }

  private static FrameSource open(String name, Via via, FrameSink sink) throws CaptureException {
    assumeTrue(
        via != Via.LIBPCAP || !CaptureSources.libpcapVersion().isEmpty(),
        "libpcap is not installed");
    return CaptureSources.open(name, CaptureOptions.everything().withVia(via), sink);
  }

  private static Thread captureThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("capture wf0"))
        .findFirst()
        .orElseGet(() -> new Thread("it has ended already"));
  }

  private static void sendOnLoopback(byte[] frame) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      long socket = SystemCall.SOCKET.call(AF_PACKET, SOCK_RAW, 0);
      MemorySegment to = arena.allocate(20, Long.BYTES); // struct sockaddr_ll
      to.set(JAVA_SHORT, 0, (short) AF_PACKET);
      to.set(JAVA_INT, 4, new LinuxInterface("lo").index());
      MemorySegment data = arena.allocateFrom(JAVA_BYTE, frame);
      long sent =
          SystemCall.SENDTO.call(
              socket, data.address(), frame.length, 0, to.address(), to.byteSize());
      SystemCall.CLOSE.call(socket);
      assertThat(sent).isEqualTo(frame.length);
    }
  }

  private static long newTunDevice() {
    try (Arena arena = Arena.ofConfined()) {
      long device =
          SystemCall.OPENAT.call(-100, arena.allocateFrom("/dev/net/tun").address(), 0x80002, 0);
      assumeTrue(device >= 0, () -> "no /dev/net/tun: " + Errno.describe(device));
      MemorySegment request = arena.allocate(40, Long.BYTES); // struct ifreq
      request.setString(0, "wf0");
      request.set(JAVA_SHORT, 16, (short) 0x1001); // IFF_TUN | IFF_NO_PI
      assertThat(SystemCall.IOCTL.call(device, 0x400454ca, request.address())).isZero();
      return device;
    }
  }

  private static void write(long device, byte[] packet) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocateFrom(JAVA_BYTE, packet);
      assertThat(SystemCall.WRITE.call(device, data.address(), packet.length))
          .isEqualTo(packet.length);
    }
  }

  private static String hex(byte[] data) {
    return HexFormat.of().formatHex(data);
  }
}
