package wireflight.lab;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import wireflight.capture.CaptureCounts;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureOptions;
import wireflight.capture.CaptureSources;
import wireflight.capture.FrameSource;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.OrderedWriter;

/**
 * One capture of a recording. It stands in the recording from its first packet on, or from when it
 * is told to.
 */
final class Tap {
  private static final long DELIVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final OrderedWriter rows;
  private final String description;
  private final BooleanSupplier kept;
  private final Judge judge;
  private final Runnable lost;
  private final FrameSource source;
  private int index = -1;

  /**
   * Captures from now on, in the network of the calling thread.
   *
   * @param description what the interface is, for people
   * @param kept whether packets are kept at this moment
   * @param judge tells which packets are lost on purpose
   * @param lost is run when nobody takes the recording any more
   */
  Tap(
      OrderedWriter rows,
      String interfaceName,
      String description,
      BooleanSupplier kept,
      Judge judge,
      Runnable lost)
      throws CaptureException {
    this.rows = rows;
    this.description = description;
    this.kept = kept;
    this.judge = judge;
    this.lost = lost;
    this.source = CaptureSources.open(interfaceName, CaptureOptions.everything(), this::frame);
  }

  private void frame(long time, byte[] data, int originalLength) {
    if (kept.getAsBoolean()) {
      try {
        judge.judge(time, data).ifPresent(rows::add);
        rows.add(time, index(), originalLength, data);
      } catch (IOException e) {
        lost.run();
      }
    }
  }

  /** Its number in the recording, where it then stands. */
  synchronized int index() throws IOException {
    if (index < 0) {
      index =
          rows.addCapturePoint(source.name(), description, source.linkType(), source.snapLength());
    }
    return index;
  }

  /** Whether it stands in the recording. */
  synchronized boolean recorded() {
    return index >= 0;
  }

  /** Waits until what was sent so far is in the recording, or for a while. */
  void await() throws InterruptedException {
    boolean _ = source.awaitDelivered(DELIVERY_NANOS);
  }

  /** Ends the capture, and records what it counted. */
  void close() throws IOException {
    source.close();
    if (recorded()) {
      CaptureCounts counts = source.counts();
      rows.add(new CaptureStatistics(index(), Clocks.now(), counts.received(), counts.dropped()));
    }
  }
}
