package wireflight.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a recording in columns of primitives: 28 bytes a row, in chunks, only ever appended
 * to.
 *
 * <p>One thread at a time appends. Whoever got {@link #chunks()} and {@link #size()} at some
 * moment, handed over safely, may read the rows below that size from any thread for ever: rows and
 * chunks never change once they are written.
 */
final class RowColumns {
  /**
   * In place of a capture point: a systemd Journal Export Block; {@code original} is its {@link
   * EventKind}.
   */
  static final int JOURNAL = -1;

  /** In place of a capture point: a Custom Block; {@code original} is its enterprise number. */
  static final int CUSTOM = -2;

  /** In place of a capture point: a Sysdig event; {@code original} is its block type. */
  static final int SYSDIG = -3;

  private static final int SHIFT = 12;
  private static final int MASK = (1 << SHIFT) - 1;

  private final int kept;
  private Chunk[] chunks = new Chunk[4];
  private Chunk last;
  private int size;

  /**
   * No rows.
   *
   * @param kept of so many rows at least, the first ones, the events are kept once they were read
   */
  RowColumns(int kept) {
    this.kept = kept;
    last = new Chunk(kept > 0);
    chunks[0] = last;
  }

  void add(long time, long position, int captured, int original, int point) {
    int at = size & MASK;
    if (at == 0 && size > 0) {
      grow();
    }
    last.time[at] = time;
    last.position[at] = position;
    last.captured[at] = captured;
    last.original[at] = original;
    last.point[at] = point;
    size++;
  }

  private void grow() {
    int index = size >> SHIFT;
    if (index == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * index);
    }
    last = new Chunk(size < kept);
    chunks[index] = last;
  }

  int size() {
    return size;
  }

  Chunk[] chunks() {
    return chunks;
  }

  static Chunk chunk(Chunk[] chunks, int row) {
    return chunks[row >> SHIFT];
  }

  static int slot(int row) {
    return row & MASK;
  }

  /** Some thousands of rows: when, where the bytes are, how many, and where they were captured. */
  static final class Chunk {
    final long[] time = new long[1 << SHIFT];
    final long[] position = new long[1 << SHIFT];
    final int[] captured = new int[1 << SHIFT];
    final int[] original = new int[1 << SHIFT];
    final int[] point = new int[1 << SHIFT];

    /**
     * Events that were read before; null where they are not kept. Whoever reads one may put it
     * here, from any thread and without waiting for others: events never change, and who does not
     * find one reads it again.
     */
    final @Nullable Event @Nullable [] events;

    Chunk(boolean keeps) {
      events = keeps ? new @Nullable Event[1 << SHIFT] : null;
    }
  }
}
