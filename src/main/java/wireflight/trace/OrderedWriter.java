package wireflight.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Puts rows from several sources into time order before they are written.
 *
 * <p>Sources hand in rows as they come, from any thread; they never wait for the stream. A source
 * whose row is stamped before it can be handed in takes a {@link Hold}, so that nothing later is
 * written before it, however long the machine keeps its thread from running. Whoever knows up to
 * which moment the other sources have handed in everything calls {@link #releaseUntil} with it now
 * and then. A row that comes later than that is written next, out of order. Rows of the same time
 * keep the order in which they came.
 */
public final class OrderedWriter implements Closeable {
  private static final Comparator<Held> ORDER =
      Comparator.comparingLong(Held::time).thenComparingLong(Held::arrival);

  /** Guards the writer; taken before the queue's own lock where both are needed. */
  private final Object writing = new Object();

  private final RecordingWriter out;
  private final LongSupplier clock;
  private final PriorityQueue<Held> queue = new PriorityQueue<>(ORDER);
  private final Set<Hold> holds = new HashSet<>();
  private long arrivals;

  /**
   * Writes nothing yet.
   *
   * @param clock the clock of the rows, nanoseconds since the epoch; any thread may read it
   */
  public OrderedWriter(RecordingWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * A moment from which on rows are kept back, because a source may still hand in one of then. To
   * be closed once it has, or will not. Any thread may use it.
   */
  public final class Hold implements AutoCloseable {
    private long time;

    private Hold(long time) {
      this.time = time;
    }

    /** The moment, nanoseconds since the epoch. */
    public long time() {
      synchronized (queue) {
        return time;
      }
    }

    /** From now on the source hands in nothing from before this later moment. */
    public void advance(long to) {
      synchronized (queue) {
        time = Math.max(time, to);
      }
    }

    @Override
    public void close() {
      synchronized (queue) {
        holds.remove(this);
      }
    }
  }

  /** Reads the clock, and keeps back every row from this moment on until the hold is closed. */
  public Hold hold() {
    synchronized (queue) {
      Hold hold = new Hold(clock.getAsLong());
      holds.add(hold);
      return hold;
    }
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

  /** Takes a remark of now: a sentence for people. */
  public void addRemark(String sentence) {
    try (Hold now = hold()) {
      add(new Note(now.time(), sentence, Map.of()));
    }
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
   * Writes and flushes the rows up to and at a moment, but none at or after one that is held.
   *
   * @param nanos since the epoch
   */
  public void releaseUntil(long nanos) throws IOException {
    synchronized (writing) {
      write(due(nanos));
    }
  }

  private void write(List<Row> due) throws IOException {
    for (Row row : due) {
      row.writeTo(out);
    }
    if (!due.isEmpty()) {
      out.flush();
    }
  }

  private List<Row> due(long nanos) {
    synchronized (queue) {
      long held = holds.stream().mapToLong(hold -> hold.time).min().orElse(Long.MAX_VALUE);
      return take(first -> first.time <= nanos && first.time < held);
    }
  }

  private List<Row> take(Predicate<Held> due) {
    List<Row> taken = new ArrayList<>();
    synchronized (queue) {
      Held first = queue.peek();
      while (first != null && due.test(first)) {
        queue.remove();
        taken.add(first.row);
        first = queue.peek();
      }
    }
    return taken;
  }

  /** Writes every row that is left, held or not, and closes the writer. */
  @Override
  public void close() throws IOException {
    synchronized (writing) {
      try (out) {
        write(take(each -> true));
      }
    }
  }
}
