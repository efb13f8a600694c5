package wireflight.connection;

import java.util.Arrays;

/**
 * What verdicts rest on: rows and numbers, kept for the few rows that have verdicts, in row order.
 *
 * <p>One thread appends; a {@link View} never changes.
 */
final class Evidence {
  private static final int FIELDS = 5;
  private static final int SHIFT = 10;
  private static final int ENTRIES = 1 << SHIFT;

  private int[][] blocks = new int[4][];
  private int size;

  void add(int row, Verdict verdict, int firstRow, int secondRow, int number) {
    int index = size >> SHIFT;
    if (index == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * index);
    }
    if ((size & ENTRIES - 1) == 0) {
      blocks[index] = new int[ENTRIES * FIELDS];
    }
    int[] block = blocks[index];
    int at = (size & ENTRIES - 1) * FIELDS;
    block[at] = row;
    block[at + 1] = verdict.code();
    block[at + 2] = firstRow;
    block[at + 3] = secondRow;
    block[at + 4] = number;
    size++;
  }

  void dropFrom(int row) {
    while (size > 0 && field(blocks, size - 1, 0) >= row) {
      size--;
    }
  }

  private static int field(int[][] blocks, int entry, int field) {
    return blocks[entry >> SHIFT][(entry & ENTRIES - 1) * FIELDS + field];
  }

  View view() {
    return new View(blocks, size);
  }

  /** The evidence up to some row. */
  static final class View {
    private final int[][] blocks;
    private final int size;

    private View(int[][] blocks, int size) {
      this.blocks = blocks;
      this.size = size;
    }

    int size() {
      return size;
    }

    /** The first entry of a row, or of a later one; {@link #size()} where there is none. */
    int first(int row) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = low + high >>> 1;
        if (row(middle) < row) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    int row(int entry) {
      return field(blocks, entry, 0);
    }

    Verdict verdict(int entry) {
      return Verdict.ofCode(field(blocks, entry, 1));
    }

    int firstRow(int entry) {
      return field(blocks, entry, 2);
    }

    int secondRow(int entry) {
      return field(blocks, entry, 3);
    }

    int number(int entry) {
      return field(blocks, entry, 4);
    }
  }
}
