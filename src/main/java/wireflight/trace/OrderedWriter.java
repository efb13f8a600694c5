package wireflight.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts rows from several sources into time order before they are written.
 *
 * <p>Sources hand in rows as they come, from any thread; they never wait for the stream. Whoever
 * keeps the time calls {@link #releaseUntil} now and then with a moment some tens of milliseconds
 * ago. A row that comes later than that is written next, out of order. Rows of the same time keep
 * the order in which they came.
 */
public final class OrderedWriter implements Closeable {
  private static final Comparator<Held> ORDER =
      Comparator.comparingLong(Held::time).thenComparingLong(Held::arrival);

  /** Guards the writer; taken before the queue's own lock where both are needed. */
  private final Object writing = new Object();

  private final RecordingWriter out;
  private final PriorityQueue<Held> queue = new PriorityQueue<>(ORDER);
  private long arrivals;

  public OrderedWriter(RecordingWriter out) {
    this.out = out;
  }

  private record Held(long time, long arrival, Row row) {}

  private interface Row {
    void writeTo(RecordingWriter out) throws IOException;
  }

  /** As {@link RecordingWriter#addCapturePoint}; written at once. */
  public int addCapturePoint(String name, String description, LinkType linkType, int snapLength)
      throws IOException {
    synchronized (writing) {
      int index = out.addCapturePoint(name, description, linkType, snapLength);
      out.flush();
      return index;
    }
  }

  /** Takes a packet; its bytes are copied. */
  public void add(Frame frame) {
    add(frame.time(), frame.capturePoint(), frame.originalLength(), frame.bytes());
  }

  /**
   * Takes a packet.
   *
   * @param time nanoseconds since the epoch
   * @param capturePoint as {@link #addCapturePoint} gave it
   * @param originalLength bytes on the wire
   * @param bytes the captured bytes, which the caller no longer changes
   */
  public void add(long time, int capturePoint, int originalLength, byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    hold(time, to -> to.write(time, capturePoint, originalLength, data, 0, bytes.length));
  }

  /** Takes an event. */
  public void add(Event event) {
    hold(event.time(), to -> to.write(event));
  }

  /** Takes what a capture point counted. */
  public void add(CaptureStatistics counted) {
    hold(counted.time(), to -> to.write(counted));
  }

  private void hold(long time, Row row) {
    synchronized (queue) {
      queue.add(new Held(time, arrivals++, row));
    }
  }

  /**
   * Writes and flushes the rows up to and at a moment.
   *
   * @param nanos since the epoch
   */
  public void releaseUntil(long nanos) throws IOException {
    synchronized (writing) {
      List<Row> due = due(nanos);
      for (Row row : due) {
        row.writeTo(out);
      }
      if (!due.isEmpty()) {
        out.flush();
      }
    }
  }

  private List<Row> due(long nanos) {
    List<Row> due = new ArrayList<>();
    synchronized (queue) {
      Held first = queue.peek();
      while (first != null && first.time <= nanos) {
        queue.remove();
        due.add(first.row);
        first = queue.peek();
      }
    }
    return due;
  }

  /** Writes every row that is left, and closes the writer. */
  @Override
  public void close() throws IOException {
    try (out) {
      releaseUntil(Long.MAX_VALUE);
    }
  }
}
