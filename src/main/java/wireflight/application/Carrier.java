package wireflight.application;

import java.util.Arrays;

/**
 * Where a message that is being read comes from: the rows that carried its bytes so far, its place
 * in the stream and what of it was not captured.
 */
final class Carrier {
  private int[] rows = new int[4];
  private int count;
  private int first = Integer.MAX_VALUE;
  private long time;
  private long offset = -1;
  private long end;
  private long missing;

  /** These bytes of the stream belong to it. */
  void add(int row, long seen, long from, long to) {
    if (offset < 0) {
      offset = from;
    }
    end = to;
    if (row < first) {
      first = row;
      time = seen;
    }
    if (count == 0 || rows[count - 1] != row) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, count * 2);
      }
      rows[count++] = row;
    }
  }

  /** Bytes of it were not captured. */
  void miss(long length) {
    missing += length;
    end += length;
  }

  boolean isEmpty() {
    return count == 0;
  }

  Rows rows() {
    return Rows.of(Arrays.copyOf(rows, count));
  }

  int firstRow() {
    return first;
  }

  long time() {
    return time;
  }

  long offset() {
    return offset;
  }

  long length() {
    return end - offset;
  }

  long missing() {
    return missing;
  }
}
