package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureOptions;
import wireflight.capture.CaptureOptions.Via;
import wireflight.capture.CaptureSources;
import wireflight.capture.Errno;
import wireflight.capture.FrameSource;
import wireflight.capture.LinuxInterface;
import wireflight.capture.SystemCall;
import wireflight.wire.Wire;

/** Things that lessons do, each tried for real in the network that this process is in. */
enum Trial {
  /** A datagram sent on the loopback interface is captured by a packet socket. */
  PACKET_SOCKET {
    @Override
    Optional<String> make() throws CaptureException, IOException, InterruptedException {
      return capture(Via.PACKET_SOCKET);
    }
  },
  /** The same by libpcap. */
  LIBPCAP {
    @Override
    Optional<String> make() throws CaptureException, IOException, InterruptedException {
      return capture(Via.LIBPCAP);
    }
  },
  /** A server can be bound to port 80. */
  LOW_PORTS {
    @Override
    Optional<String> make() throws IOException {
      try (ServerSocketChannel server = ServerSocketChannel.open()) {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 80));
        return Optional.empty();
      }
    }
  },
  /** The loopback interface takes an Ethernet's MTU; only in a network of its own. */
  MTU {
    @Override
    Optional<String> make() throws IOException {
      LinuxInterface loopback = new LinuxInterface("lo");
      int before = loopback.mtu();
      loopback.setMtu(ETHERNET_MTU);
      int now = loopback.mtu();
      loopback.setMtu(before);
      return now == ETHERNET_MTU ? Optional.empty() : Optional.of("It stays at " + now + ".");
    }
  },
  /** The kernel tells the state of a TCP socket. */
  TCP_INFO {
    @Override
    Optional<String> make() {
      long socket = SystemCall.SOCKET.call(AF_INET, SOCK_STREAM_CLOEXEC, 0);
      if (socket < 0) {
        return refusal(socket);
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(1);
        MemorySegment size = arena.allocateFrom(JAVA_INT, 1);
        return refusal(
            SystemCall.GETSOCKOPT.call(
                socket, IPPROTO_TCP, TCP_INFO_OPTION, state.address(), size.address()));
      } finally {
        SystemCall.CLOSE.call(socket);
      }
    }
  },
  /** A TUN device can be made, as the wire between two devices needs; gone when closed. */
  TUN {
    @Override
    Optional<String> make() {
      try (Arena arena = Arena.ofConfined()) {
        long device =
            SystemCall.OPENAT.call(
                AT_FDCWD, arena.allocateFrom("/dev/net/tun").address(), O_RDWR_CLOEXEC, 0);
        if (device < 0) {
          return refusal(device);
        }
        MemorySegment request = arena.allocate(40, Long.BYTES);
        request.set(JAVA_SHORT, 16, IFF_TUN_NO_PI);
        long result = SystemCall.IOCTL.call(device, TUNSETIFF, request.address());
        SystemCall.CLOSE.call(device);
        return refusal(result);
      }
    }
  },
  /** Two devices can be made and joined; gone at once. */
  WIRE {
    @Override
    Optional<String> make() throws IOException {
      Wire.open(verdict -> {}).close();
      return Optional.empty();
    }
  },
  /** The kernel has SCTP. */
  SCTP {
    @Override
    Optional<String> make() {
      long socket = SystemCall.SOCKET.call(AF_INET, SOCK_STREAM_CLOEXEC, IPPROTO_SCTP);
      if (socket < 0) {
        return refusal(socket);
      }
      return refusal(SystemCall.CLOSE.call(socket));
    }
  };

  private static final int ETHERNET_MTU = 1500;
  private static final int AF_INET = 2;
  private static final int SOCK_STREAM_CLOEXEC = 1 | 0x80000;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_SCTP = 132;
  private static final int TCP_INFO_OPTION = 11;
  private static final int AT_FDCWD = -100;
  private static final int O_RDWR_CLOEXEC = 2 | 0x80000;
  private static final int TUNSETIFF = 0x400454ca;
  private static final short IFF_TUN_NO_PI = 0x1001;
  private static final long DELIVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Makes it: what went wrong, or empty. */
  abstract Optional<String> make() throws CaptureException, IOException, InterruptedException;

  /** Makes it: one sentence on what went wrong, or empty if it went well. */
  final Optional<String> outcome() {
    try {
      return make();
    } catch (CaptureException | IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("It was interrupted.");
    }
  }

  private static Optional<String> refusal(long result) {
    return result < 0
        ? Optional.of("Linux says " + Errno.describe(result) + ".")
        : Optional.empty();
  }

  private static Optional<String> capture(Via via)
      throws CaptureException, IOException, InterruptedException {
    AtomicInteger seen = new AtomicInteger();
    try (DatagramChannel receiver = DatagramChannel.open();
        DatagramChannel sender = DatagramChannel.open();
        FrameSource source =
            CaptureSources.open(
                CaptureSources.loopback(),
                CaptureOptions.everything().withVia(via),
                (time, data, length) -> seen.incrementAndGet())) {
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      sender.connect(receiver.getLocalAddress());
      sender.write(ByteBuffer.allocate(1));
      boolean delivered = source.awaitDelivered(DELIVERY_NANOS);
      return delivered && seen.get() > 0
          ? Optional.empty()
          : Optional.of("A datagram that was sent did not show up.");
    }
  }
}
