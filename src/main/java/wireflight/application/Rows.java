package wireflight.application;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The trace rows whose packets carry a message: ascending, each once, at least one. Four bytes a
 * row, for a large body has hundreds of thousands.
 */
public final class Rows {
  private final int[] rows;

  private Rows(int[] rows) {
    this.rows = rows;
  }

  /**
   * The rows given, in any order, with repetitions or without.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Rows of(int... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a message is carried by at least one row");
    }
    return new Rows(Arrays.stream(rows).sorted().distinct().toArray());
  }

  /** How many there are. */
  public int size() {
    return rows.length;
  }

  /** The lowest. */
  public int first() {
    return rows[0];
  }

  /** The highest. */
  public int last() {
    return rows[rows.length - 1];
  }

  /** Whether the row is one of them. */
  public boolean contains(int row) {
    return Arrays.binarySearch(rows, row) >= 0;
  }

  /** All of them, ascending. */
  public IntStream stream() {
    return Arrays.stream(rows);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that && Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.toString(rows);
  }
}
