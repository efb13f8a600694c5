package wireflight.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * What parsers fill and traces are made of: rows, capture points, statistics, problems.
 *
 * <p>Not thread-safe; {@link Recording} guards it.
 */
final class Rows {
  private static final int MOST_PROBLEMS = 100;

  private final String source;
  private final RowColumns columns;
  private final ResidentPages pages = new ResidentPages();
  private ByteBuffer[] windows = new ByteBuffer[0];
  private final List<CapturePoint> points = new ArrayList<>();
  private final TreeMap<Integer, CaptureStatistics> latest = new TreeMap<>();
  private List<ReadProblem> problems = List.of();
  private long changes;

  /** Nothing yet; no event is kept. */
  Rows(String source) {
    this(source, 0);
  }

  /**
   * Nothing yet.
   *
   * @param kept of so many rows at least, the first ones, the events are kept once they were read
   */
  Rows(String source, int kept) {
    this.source = source;
    columns = new RowColumns(kept);
  }

  /**
   * Makes a window's bytes known: the next one, or a longer one in the place of the last while no
   * row refers to that.
   */
  void setWindow(Window window) {
    windows = Arrays.copyOf(windows, window.index() + 1);
    windows[window.index()] = window.bytes();
  }

  void addFrame(long time, long position, int captured, int original, int point) {
    columns.add(time, position, captured, original, point);
  }

  void addEvent(long time, long position, int length, int detail, int kind) {
    columns.add(time, position, length, detail, kind);
  }

  /** How many rows there are so far. */
  int size() {
    return columns.size();
  }

  /** Whether a row has those bytes and no more. */
  boolean hasBytes(int row, byte[] bytes) {
    RowColumns.Chunk chunk = RowColumns.chunk(columns.chunks(), row);
    int slot = RowColumns.slot(row);
    if (chunk.captured[slot] != bytes.length) {
      return false;
    }
    long position = chunk.position[slot];
    pages.touched(position, windows);
    return windows[Window.index(position)]
        .slice(Window.offset(position), bytes.length)
        .equals(ByteBuffer.wrap(bytes));
  }

  /** Adds a capture point and gives its index. */
  int addPoint(String name, String description, LinkType linkType, int snapLength) {
    int index = points.size();
    points.add(new CapturePoint(index, name, description, linkType, snapLength));
    changes++;
    return index;
  }

  void addStatistics(CaptureStatistics counted) {
    latest.put(counted.capturePoint(), counted);
    changes++;
  }

  /** Adds a problem; a file that is wrong all over is not listed in full. */
  void addProblem(long offset, Saying what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems = with(problems, new ReadProblem(source, offset, what));
      changes++;
    } else if (problems.size() == MOST_PROBLEMS) {
      problems =
          with(problems, new ReadProblem(source, offset, ReadProblem.saying("problem.further")));
      changes++;
    }
  }

  /** As {@link #addProblem(long, Saying)}, by the key of what is said. */
  void addProblem(long offset, String key, Object... places) {
    addProblem(offset, ReadProblem.saying(key, places));
  }

  /** Grows with everything that a snapshot would show. */
  long revision() {
    return columns.size() + changes;
  }

  Trace snapshot(boolean growing) {
    return snapshot(growing, null);
  }

  /** As {@link #snapshot(boolean)}, with some of the bytes at hand in a buffer of their own. */
  Trace snapshot(boolean growing, @Nullable Window near) {
    return new Snapshot(
        columns.chunks(),
        columns.size(),
        windows,
        near,
        pages,
        List.copyOf(points),
        List.copyOf(latest.values()),
        problems,
        growing);
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(added);
    return List.copyOf(longer);
  }
}
