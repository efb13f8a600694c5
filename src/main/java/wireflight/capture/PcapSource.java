package wireflight.capture;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;
import wireflight.trace.LinkType;

/**
 * Captures with libpcap (or Npcap), by pcap4j. A thread of its own runs libpcap's loop until {@link
 * #close} breaks it.
 */
final class PcapSource implements FrameSource {
  /** DLT_RAW of Linux; in files the number of this link type is another. */
  private static final int DLT_RAW = 12;

  private final String name;
  private final PcapHandle handle;
  private final LinkType linkType;
  private final int snapLength;
  private final int copies;
  private final FrameSink sink;
  private final Progress progress = new Progress();
  private final Thread reader;
  private volatile boolean closing;
  private volatile @Nullable String failure;

  /** Packets with earlier timestamps may have been counted before the filter was set. */
  private final long countedFrom;

  private final long countedBefore;
  // Guarded by this:
  private boolean closed;
  private CaptureCounts counts = new CaptureCounts(0, 0);

  /**
   * Captures from now on.
   *
   * @param handle open, with its filter set; it is this object's to close
   * @param copies how often the kernel counts a packet that is delivered once
   */
  PcapSource(String name, PcapHandle handle, int snapLength, int copies, FrameSink sink) {
    this.name = name;
    this.handle = handle;
    int dlt = handle.getDlt().value();
    this.linkType = dlt == DLT_RAW ? LinkType.RAW : new LinkType(dlt);
    this.snapLength = snapLength;
    this.copies = copies;
    this.sink = sink;
    this.countedFrom = nanos(Instant.now());
    this.countedBefore = counts().received();
    this.reader = Thread.ofPlatform().name("capture " + name).daemon().unstarted(this::read);
  }

  void start() {
    reader.start();
  }

  private void read() {
    try {
      handle.loop(-1, this::deliver);
    } catch (InterruptedException e) {
      // So breakLoop shows itself here: it was closed.
    } catch (PcapNativeException | NotOpenException | RuntimeException e) {
      if (!closing) {
        failure = "The capture on " + name + " ended: " + e.getMessage() + ".";
      }
    } finally {
      progress.end();
    }
  }

  /** Called by native code, through which no exception finds its way. */
  private void deliver(byte[] data) {
    if (failure != null) {
      return;
    }
    try {
      handOn(data);
    } catch (RuntimeException e) {
      failure = "The capture on " + name + " ended: " + e + ".";
      breakLoop();
    }
  }

  private void handOn(byte[] data) {
    Timestamp stamp = handle.getTimestamp();
    long time = Math.floorDiv(stamp.getTime(), 1000L) * 1_000_000_000L + stamp.getNanos();
    sink.frame(time, data, handle.getOriginalLength());
    if (time >= countedFrom) {
      progress.advance(1);
    }
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String method() {
    return "libpcap";
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
      try {
        PcapStat statistics = handle.getStats();
        // Of two copies the one that leaves is counted first: a half packet has yet to arrive. If
        // any were dropped, how many of them were the copies that arrive is not known: half.
        counts =
            new CaptureCounts(
                statistics.getNumPacketsReceived() / copies,
                (statistics.getNumPacketsDropped() + copies - 1) / copies);
      } catch (PcapNativeException | NotOpenException e) {
        // The interface is gone: the last counts stand.
        return counts;
      }
    }
    return counts;
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean awaitDelivered(long timeoutNanos) throws InterruptedException {
    return progress.await(
        () -> {
          CaptureCounts now = counts();
          return now.received() - now.dropped() - countedBefore;
        },
        timeoutNanos);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      counts();
      closed = true;
    }
    closing = true;
    breakLoop();
    Progress.join(reader);
    handle.close();
  }

  private void breakLoop() {
    try {
      handle.breakLoop();
    } catch (NotOpenException e) {
      throw new IllegalStateException("it is open until close has joined the reader", e);
    }
  }
}
