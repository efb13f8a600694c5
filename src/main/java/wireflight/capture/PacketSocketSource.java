package wireflight.capture;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;
import wireflight.trace.LinkType;

/**
 * Captures with a packet socket of Linux: no library, and no rights beyond CAP_NET_RAW.
 *
 * <p>A thread sleeps until the kernel hands over a block of the {@link PacketRing}, or until {@link
 * #close} wakes it.
 */
final class PacketSocketSource implements FrameSource {
  private final String name;
  private final LinkType linkType;
  private final int snapLength;
  private final PacketRing ring;
  private final int wakeUp = Poll.newWakeUp();
  private final FrameSink sink;
  private final Progress progress = new Progress();
  private final Thread reader;
  private volatile boolean closing;
  private volatile @Nullable String failure;
  // Guarded by this:
  private boolean closed;
  private CaptureCounts counts = new CaptureCounts(0, 0);

  private PacketSocketSource(
      String name, LinkType linkType, int snapLength, PacketRing ring, FrameSink sink) {
    this.name = name;
    this.linkType = linkType;
    this.snapLength = snapLength;
    this.ring = ring;
    this.sink = sink;
    this.reader = Thread.ofPlatform().name("capture " + name).daemon().unstarted(this::read);
  }

  static FrameSource open(String name, CaptureOptions options, FrameSink sink)
      throws CaptureException {
    if (!SystemCall.available()) {
      throw new CaptureException("A packet socket needs 64-bit Linux; " + Advice.noLibrary());
    }
    if (!options.filter().isBlank()) {
      throw new CaptureException("A capture filter needs libpcap; " + Advice.noLibrary());
    }
    int index;
    int hardware;
    try {
      LinuxInterface device = new LinuxInterface(name);
      index = device.index();
      hardware = device.hardwareType();
      if (!device.up()) {
        throw new CaptureException(Advice.down(name));
      }
    } catch (IOException e) {
      throw new CaptureException(String.valueOf(e.getMessage()), e);
    }
    LinkType linkType = linkType(name, hardware);
    boolean loopback = hardware == LinuxInterface.HARDWARE_LOOPBACK;
    PacketRing ring =
        PacketRing.open(name, index, loopback, options.snapLength(), options.bufferBytes());
    PacketSocketSource source =
        new PacketSocketSource(name, linkType, options.snapLength(), ring, sink);
    source.reader.start();
    return source;
  }

  private static LinkType linkType(String name, int hardware) throws CaptureException {
    return switch (hardware) {
      case LinuxInterface.HARDWARE_ETHERNET, LinuxInterface.HARDWARE_LOOPBACK -> LinkType.ETHERNET;
      case LinuxInterface.HARDWARE_NONE -> LinkType.RAW;
      default ->
          throw new CaptureException(
              "Capturing on "
                  + name
                  + ", a device of type "
                  + hardware
                  + ", needs libpcap; "
                  + Advice.noLibrary());
    };
  }

  private void read() {
    try {
      while (!closing) {
        int packets = ring.takeBlock(sink);
        if (packets > 0) {
          progress.advance(packets);
        } else if (Poll.await(ring.descriptor(), wakeUp)[0]) {
          long error = ring.takeError();
          if (error < 0) {
            failure =
                Saying.english(PacketSocketSource.class, "ended", name, Errno.describe(error));
            return;
          }
        }
      }
    } catch (RuntimeException e) {
      failure = "The capture on " + name + " ended: " + e + ".";
    } finally {
      progress.end();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String method() {
    return "packet socket";
  }

  @Override
  public LinkType linkType() {
    return linkType;
  }

  @Override
  public int snapLength() {
    return snapLength;
  }

  @Override
  public synchronized CaptureCounts counts() {
    if (!closed) {
      CaptureCounts more = ring.takeStatistics();
      counts =
          new CaptureCounts(counts.received() + more.received(), counts.dropped() + more.dropped());
    }
    return counts;
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean awaitDelivered(long timeoutNanos) throws InterruptedException {
    return progress.await(() -> counts().received() - counts().dropped(), timeoutNanos);
  }

  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      if (closed) {
        return;
      }
      counts();
      closed = true;
    }
    Poll.wake(wakeUp);
    Progress.join(reader);
    ring.close();
    SystemCall.CLOSE.call(wakeUp);
  }
}
