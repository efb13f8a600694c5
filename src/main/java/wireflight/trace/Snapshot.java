package wireflight.trace;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trace over shared columns up to some row.
 *
 * <p>Final fields publish the columns' earlier rows to every thread that gets hold of this object.
 */
final class Snapshot implements Trace {
  private final RowColumns.Chunk[] chunks;
  private final int size;
  private final ByteBuffer[] windows;
  private final @Nullable Window near;
  private final ResidentPages pages;
  private final List<CapturePoint> points;
  private final List<CaptureStatistics> statistics;
  private final List<ReadProblem> problems;
  private final boolean growing;

  Snapshot(
      RowColumns.Chunk[] chunks,
      int size,
      ByteBuffer[] windows,
      @Nullable Window near,
      ResidentPages pages,
      List<CapturePoint> points,
      List<CaptureStatistics> statistics,
      List<ReadProblem> problems,
      boolean growing) {
    this.chunks = chunks;
    this.size = size;
    this.windows = windows;
    this.near = near;
    this.pages = pages;
    this.points = points;
    this.statistics = statistics;
    this.problems = problems;
    this.growing = growing;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isFrame(int row) {
    return chunk(row).point[RowColumns.slot(row)] >= 0;
  }

  @Override
  public Frame frame(int row) {
    RowColumns.Chunk chunk = chunk(row);
    int slot = RowColumns.slot(row);
    int point = chunk.point[slot];
    if (point < 0) {
      throw new IllegalArgumentException("row " + row + " is an event, not a packet");
    }
    long position = chunk.position[slot];
    int length = chunk.captured[slot];
    Window part = partWith(position, length);
    return new Frame(
        row + 1,
        chunk.time[slot],
        point,
        points.get(point).linkType(),
        chunk.original[slot],
        part == null ? windows[Window.index(position)] : part.bytes(),
        part == null ? Window.offset(position) : Window.offset(position) - part.skipped(),
        length);
  }

  @Override
  public Event event(int row) {
    RowColumns.Chunk chunk = chunk(row);
    int slot = RowColumns.slot(row);
    int kind = chunk.point[slot];
    if (kind >= 0) {
      throw new IllegalArgumentException("row " + row + " is a packet, not an event");
    }
    if (kind == RowColumns.JOURNAL && chunk.original[slot] == EventKind.REPEATED.number()) {
      return EventFields.repeated(chunk.time[slot]);
    }
    Event known = chunk.events == null ? null : chunk.events[slot];
    if (known != null) {
      return known;
    }
    Event event = read(chunk, slot, kind);
    if (chunk.events != null) {
      chunk.events[slot] = event;
    }
    return event;
  }

  private Event read(RowColumns.Chunk chunk, int slot, int kind) {
    long position = chunk.position[slot];
    byte[] body = new byte[chunk.captured[slot]];
    Window part = partWith(position, body.length);
    if (part == null) {
      windows[Window.index(position)].get(Window.offset(position), body);
    } else {
      part.bytes().get(Window.offset(position) - part.skipped(), body);
    }
    return kind == RowColumns.JOURNAL
        ? EventFields.event(new JournalEntry(body))
        : ForeignBlock.note(kind, chunk.time[slot], chunk.original[slot], body);
  }

  @Override
  public <E extends Event> @Nullable E event(int row, Class<E> kind) {
    RowColumns.Chunk chunk = chunk(row);
    int slot = RowColumns.slot(row);
    boolean other =
        chunk.point[slot] == RowColumns.JOURNAL && !EventKind.at(chunk.original[slot]).mayBe(kind);
    return other ? null : Trace.super.event(row, kind);
  }

  @Override
  public long time(int row) {
    return chunk(row).time[RowColumns.slot(row)];
  }

  @Override
  public List<CapturePoint> capturePoints() {
    return points;
  }

  @Override
  public List<CaptureStatistics> statistics() {
    return statistics;
  }

  @Override
  public List<ReadProblem> problems() {
    return problems;
  }

  @Override
  public boolean growing() {
    return growing;
  }

  /**
   * The bytes at hand if they hold those; else null, and they are about to be read from a window.
   */
  private @Nullable Window partWith(long position, int length) {
    if (near != null && near.holds(position, length)) {
      return near;
    }
    pages.touched(position, windows);
    return null;
  }

  private RowColumns.Chunk chunk(int row) {
    Objects.checkIndex(row, size);
    return RowColumns.chunk(chunks, row);
  }
}
