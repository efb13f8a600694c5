package wireflight.wire;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureOptions;
import wireflight.capture.CaptureSources;
import wireflight.capture.FrameSource;
import wireflight.capture.SystemCall;
import wireflight.packet.PacketDigest;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;
import wireflight.trace.LinkType;
import wireflight.trace.WireVerdict;

/** A wire with a connection over it, and what was captured at both ends. */
final class WireFixture implements AutoCloseable {
  static final int PORT = 8080;
  private static final long DELIVERY_NANOS = 2_000_000_000L;

  final Wire wire;
  final List<WireVerdict> verdicts;
  final List<Seen> first = Collections.synchronizedList(new ArrayList<>());
  final List<Seen> second = Collections.synchronizedList(new ArrayList<>());
  private final List<Closeable> open = new ArrayList<>();
  private final List<FrameSource> sources = new ArrayList<>();

  /** A packet at one end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: only its digest and its header are
  record Seen(long time, byte[] bytes) {
    Scan scan() {
      Scan scan = new Scan();
      scan.scan(LinkType.RAW.code(), ByteBuffer.wrap(bytes), 0, bytes.length, bytes.length);
      return scan;
    }

    long digest() {
      return PacketDigest.of(scan());
    }

    boolean isData() {
      return PacketKind.DATA.matches(scan());
    }

    String flags() {
      return TcpFlags.letters(scan().flags());
    }

    boolean isFromFirst() {
      return scan().source().toString().endsWith("1");
    }
  }

  private WireFixture(Wire wire, List<WireVerdict> verdicts) {
    this.wire = wire;
    this.verdicts = verdicts;
  }

  /** Opens a wire, or skips the test where there can be none. */
  static WireFixture open(boolean capture) throws IOException, CaptureException {
    assumeTrue(SystemCall.available(), "needs 64-bit Linux");
    List<WireVerdict> told = Collections.synchronizedList(new ArrayList<>());
    Wire wire;
    try {
      wire = Wire.open(told::add);
    } catch (IOException e) {
      return abort("needs namespaces and /dev/net/tun: " + e.getMessage());
    }
    WireFixture fixture = new WireFixture(wire, told);
    if (capture) {
      fixture.capture(wire.device(1), fixture.first);
      fixture.capture(wire.device(2), fixture.second);
    }
    return fixture;
  }

  private void capture(Device device, List<Seen> into) throws IOException {
    FrameSource source =
        device.call(
            () ->
                CaptureSources.open(
                    device.interfaceName(),
                    CaptureOptions.everything(),
                    (time, data, length) -> into.add(new Seen(time, data))));
    sources.add(source);
  }

  /** Waits until both captures have all that was sent. */
  void awaitCaptured() throws InterruptedException {
    for (FrameSource source : sources) {
      assumeTrue(source.awaitDelivered(DELIVERY_NANOS), "the capture did not keep up");
    }
  }

  /** A client on Device 1 and its peer on Device 2, connected. */
  record Pair(SocketChannel client, SocketChannel peer) {}

  Pair connect() throws IOException {
    InetSocketAddress address = new InetSocketAddress(Device.ipv4(2), PORT);
    ServerSocketChannel server =
        wire.device(2).call(() -> keep(ServerSocketChannel.open()).bind(address));
    SocketChannel client = wire.device(1).call(() -> keep(SocketChannel.open()));
    client.connect(address);
    return new Pair(client, keep(server.accept()));
  }

  <T extends Closeable> T keep(T closeable) {
    open.add(closeable);
    return closeable;
  }

  static byte[] receive(SocketChannel from, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && from.read(buffer) >= 0) {
      // until all is there
    }
    return buffer.array();
  }

  static void send(SocketChannel to, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open.reversed()) {
      each.close();
    }
    sources.forEach(FrameSource::close);
    wire.close();
  }
}
