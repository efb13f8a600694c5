package wireflight.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureSources;
import wireflight.capture.SystemCall;
import wireflight.trace.OrderedWriter;
import wireflight.trace.RecordingWriter;
import wireflight.wire.Device;

/**
 * Captures on the loopback interface, and on devices where there are any, and writes one recording
 * of the packets and of the events that it is told, in the order of time.
 *
 * <p>Any thread may tell it events.
 */
final class Recorder implements AutoCloseable {
  /** How long the kernel may keep a packet that it has stamped before it shows it to a capture. */
  private static final long BACKLOG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long RELEASE_MILLIS = 20;

  /** Of a worker that is kept warm, which has hardly ever something to tell. */
  private static final long WARM_MILLIS = 500;

  private final OrderedWriter rows;
  private final List<Tap> taps = new CopyOnWriteArrayList<>();
  private final Runnable lost;
  private final ScheduledExecutorService release =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("release").unstarted(task));

  private Future<?> releasing;
  private boolean closed;

  /** What has the other sources of rows say how far they are. */
  private volatile Runnable catchUp = () -> {};

  /** Whether packets are kept; until then they belong to nobody here. */
  private volatile boolean started;

  /**
   * Opens the capture, and writes the recording's head.
   *
   * @param description what the interface is, for people
   * @param out takes the recording
   * @param judge is told of every packet on the loopback interface
   * @param lost is run when nobody takes the recording any more
   * @throws CaptureException if this machine does not allow it, with what helps
   */
  Recorder(String description, OutputStream out, Judge judge, Runnable lost)
      throws CaptureException, IOException {
    this.rows = new OrderedWriter(new RecordingWriter(out), Clocks::now);
    this.lost = lost;
    this.taps.add(new Tap(rows, loopback(), description, () -> started, judge, lost));
    this.releasing = every(WARM_MILLIS);
  }

  private Future<?> every(long millis) {
    return release.scheduleWithFixedDelay(this::release, millis, millis, TimeUnit.MILLISECONDS);
  }

  // Asking Java for the interfaces takes longer than opening the capture.
  private static String loopback() throws CaptureException {
    return SystemCall.available() ? "lo" : CaptureSources.loopback();
  }

  /** From now on packets are kept. */
  synchronized void start() {
    if (!started && !closed) {
      started = true;
      releasing.cancel(false);
      releasing = every(RELEASE_MILLIS);
    }
  }

  /** Takes events; to be closed here only. */
  OrderedWriter rows() {
    return rows;
  }

  /** Has another source of rows asked how far it is, each time before rows are written. */
  void before(Runnable release) {
    catchUp = release;
  }

  /** Captures on a device too, from now on. */
  void capture(Device device) throws IOException {
    String description = device.name() + ", " + Device.ipv4(device.number()).getHostAddress();
    Tap tap =
        device.call(
            () ->
                new Tap(
                    rows,
                    device.interfaceName(),
                    description,
                    () -> true,
                    Judge.NOTHING_LOST,
                    lost));
    int _ = tap.index();
    taps.add(tap);
  }

  /** Waits until everything sent so far was captured, at most for a while. */
  void awaitDelivered() throws InterruptedException {
    for (Tap tap : taps) {
      tap.await();
    }
  }

  private void release() {
    long until = Clocks.now() - BACKLOG_NANOS;
    try {
      // On a busy machine a packet may be delivered long after the call that sent it returned, and
      // its row must still come before the return's.
      awaitDelivered();
      catchUp.run();
      rows.releaseUntil(until);
    } catch (IOException e) {
      lost.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything sent so far is in the recording, and completes it; once. */
  @Override
  public void close() throws IOException {
    if (!finish()) {
      return;
    }
    try {
      awaitDelivered();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release.shutdown();
    if (taps.stream().noneMatch(Tap::recorded)) {
      int _ = taps.getFirst().index();
    }
    for (Tap tap : taps) {
      tap.close();
    }
    rows.close();
  }

  /** Whether this was not done before. */
  private synchronized boolean finish() {
    boolean first = !closed;
    closed = true;
    return first;
  }
}
