package wireflight.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable view of a recording up to some row: packets and events in the order in which the
 * file has them.
 *
 * <p>A row is either a {@link Frame} or an {@link Event}. Row {@code r} has the frame number {@code
 * r + 1}, as Wireshark counts, which numbers journal rows too. A recording that grows yields ever
 * longer traces; one trace never changes, so any thread may read it.
 */
public interface Trace {
  /** Stands for a time where the file gives none (Simple Packet Blocks). */
  long NO_TIME = Long.MIN_VALUE;

  /** How many rows there are. */
  int size();

  /** Whether the row is a packet rather than an event. */
  boolean isFrame(int row);

  /**
   * The packet of a row.
   *
   * @throws IllegalArgumentException if the row is an event
   */
  Frame frame(int row);

  /**
   * The event of a row.
   *
   * @throws IllegalArgumentException if the row is a packet
   */
  Event event(int row);

  /**
   * The event of a row if it is of a kind; else null, also for a packet, which costs much less than
   * to ask for the event.
   */
  default <E extends Event> @Nullable E event(int row, Class<E> kind) {
    Event event = isFrame(row) ? null : event(row);
    return kind.isInstance(event) ? kind.cast(event) : null;
  }

  /** When the row happened, nanoseconds since the epoch, or {@link #NO_TIME}. */
  long time(int row);

  /**
   * Nanoseconds from the first row to this one, as Wireshark's {@code frame.time_relative}; {@link
   * #NO_TIME} where the row has no time.
   *
   * <p>As in Wireshark, events count by the microsecond in which they happened, and a first row
   * without a time counts as the epoch.
   */
  default long relativeTime(int row) {
    long first = shownTime(0);
    long time = shownTime(row);
    return time == NO_TIME || first == NO_TIME ? time : time - first;
  }

  private long shownTime(int row) {
    long time = time(row);
    return time == NO_TIME || isFrame(row) ? time : time - Math.floorMod(time, 1000L);
  }

  /** Where packets were captured, by index. */
  List<CapturePoint> capturePoints();

  /** What a capture point said of received and dropped packets, by its latest statistics. */
  List<CaptureStatistics> statistics();

  /** What could not be read, each with file and byte offset; the rows before it stand. */
  List<ReadProblem> problems();

  /** Whether more rows may still come. */
  boolean growing();
}
