package wireflight.diagram;

import java.util.Arrays;

/**
 * Values over time, kept so that drawing them costs no more for a million than for some thousands:
 * where there are many, those of a short time are one column with its least and greatest.
 *
 * <p>Filled by one thread in time order, then sealed and never changed.
 */
final class Series {
  private static final int MOST = 4096;

  private long[] times = new long[16];
  private double[] lows = new double[16];
  private double[] highs = new double[16];
  private double[] lasts = new double[16];
  private int[] rows = new int[16];
  private int size;

  /** Appends a value. */
  void add(long time, int row, double value) {
    add(time, row, value, value);
  }

  /** Appends a stretch of values, as the bytes of a segment are. */
  void add(long time, int row, double low, double high) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      lows = Arrays.copyOf(lows, 2 * size);
      highs = Arrays.copyOf(highs, 2 * size);
      lasts = Arrays.copyOf(lasts, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
    }
    times[size] = time;
    lows[size] = low;
    highs[size] = high;
    lasts[size] = high;
    rows[size++] = row;
  }

  /** Puts what lies close together into columns, if there is more than can be told apart. */
  Series seal() {
    if (size <= MOST) {
      return this;
    }
    Series sealed = new Series();
    long start = times[0];
    long span = Math.max(1, times[size - 1] - start);
    int column = -1;
    for (int i = 0; i < size; i++) {
      int its = (int) Math.min(MOST - 1, (double) (times[i] - start) / span * MOST);
      if (its != column) {
        column = its;
        sealed.add(times[i], rows[i], lows[i], highs[i]);
      }
      int at = sealed.size - 1;
      sealed.lows[at] = Math.min(sealed.lows[at], lows[i]);
      sealed.highs[at] = Math.max(sealed.highs[at], highs[i]);
      sealed.lasts[at] = lasts[i];
      // A column is over when its last row is.
      sealed.rows[at] = rows[i];
    }
    return sealed;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many columns lie up to a row. */
  int upTo(int row) {
    int found = Arrays.binarySearch(rows, 0, size, row);
    int end = found >= 0 ? found + 1 : -found - 1;
    while (end < size && rows[end] <= row) {
      end++;
    }
    return end;
  }

  long time(int column) {
    return times[column];
  }

  /** The last row of a column. */
  int row(int column) {
    return rows[column];
  }

  double low(int column) {
    return lows[column];
  }

  double high(int column) {
    return highs[column];
  }

  double last(int column) {
    return lasts[column];
  }

  /** The greatest of all values; 0 where there are none. */
  double greatest() {
    double greatest = 0;
    for (int i = 0; i < size; i++) {
      greatest = Math.max(greatest, highs[i]);
    }
    return greatest;
  }
}
