package wireflight.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wireflight.capture.CaptureCounts;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureOptions;
import wireflight.capture.CaptureSources;
import wireflight.capture.FrameSource;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.RecordingWriter;

/**
 * Records what passes a network interface of this machine, from when it is made until it is
 * stopped, has as many packets as were asked for, or has lasted as long. Any thread may stop it.
 */
public final class InterfaceWatch {
  private static final long FLUSH_MILLIS = 200;
  private static final long DELIVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final RecordingWriter recording;
  private final long most;
  private final FrameSource source;
  private final int capturePoint;
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch complete = new CountDownLatch(1);
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
  // Guarded by recording:
  private long packets;

  /**
   * Captures from now on.
   *
   * @param interfaceName as in {@code lo}
   * @param filter a libpcap filter expression; empty for every packet
   * @param out takes the recording
   * @param most how many packets to record at most, at least 1
   * @throws CaptureException if this machine does not allow it, with what helps
   */
  public InterfaceWatch(String interfaceName, String filter, OutputStream out, long most)
      throws CaptureException, IOException {
    this.recording = new RecordingWriter(out);
    this.most = most;
    synchronized (recording) {
      this.source =
          CaptureSources.open(
              interfaceName, CaptureOptions.everything().withFilter(filter), this::frame);
      this.capturePoint =
          recording.addCapturePoint(
              interfaceName, source.method(), source.linkType(), source.snapLength());
    }
  }

  private void frame(long time, byte[] data, int originalLength) {
    synchronized (recording) {
      if (packets < most) {
        packets++;
        try {
          recording.write(
              time, capturePoint, originalLength, ByteBuffer.wrap(data), 0, data.length);
        } catch (IOException e) {
          failure.compareAndSet(null, e);
        }
      }
      if (packets >= most || failure.get() != null) {
        end.countDown();
      }
    }
  }

  /**
   * Waits for the end, and completes the recording.
   *
   * @param longest how long it may last
   * @return what the capture counted
   * @throws IOException if the recording could not be written, or the capture ended by itself
   */
  public CaptureCounts record(Duration longest) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      boolean over = false;
      while (!over) {
        long left = longest.toNanos() - (System.nanoTime() - start);
        long pause = Math.min(left, TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS));
        over = end.await(pause, TimeUnit.NANOSECONDS) || left <= 0 || source.failure().isPresent();
        synchronized (recording) {
          recording.flush();
        }
      }
      boolean _ = source.awaitDelivered(DELIVERY_NANOS);
      source.close();
      return finish();
    } finally {
      source.close();
      complete.countDown();
    }
  }

  private CaptureCounts finish() throws IOException {
    CaptureCounts counts = source.counts();
    synchronized (recording) {
      recording.write(
          new CaptureStatistics(capturePoint, Clocks.now(), counts.received(), counts.dropped()));
      recording.close();
    }
    IOException unwritten = failure.get();
    if (unwritten != null) {
      throw unwritten;
    }
    if (source.failure().isPresent()) {
      throw new IOException(source.failure().get());
    }
    return counts;
  }

  /** How many packets were recorded so far. */
  public long packets() {
    synchronized (recording) {
      return packets;
    }
  }

  /** Ends it, and waits until the recording is complete. */
  public void stop() throws InterruptedException {
    end.countDown();
    complete.await();
  }
}
