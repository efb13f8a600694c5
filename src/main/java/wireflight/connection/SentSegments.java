package wireflight.connection;

import java.util.Arrays;
import wireflight.packet.SequenceNumber;

/**
 * What one end sent, oldest first: a ring of sequence ranges with the rows that carried them. The
 * latest acknowledged ones are remembered too, for they may be sent again.
 *
 * <p>Bounded: a capture that shows no acknowledgments forgets its oldest segments.
 */
final class SentSegments {
  private static final int REMEMBERED = 64;
  private static final int MOST = 4096;

  private int[] ring = new int[3 * 4];
  private int head;
  private int count;

  /** How many of them, from the oldest on, are acknowledged. */
  private int acknowledged;

  /** Whether some that are not acknowledged come after later ones. */
  private boolean disordered;

  /** The latest acknowledgment that was taken while they did. */
  private int taken;

  /** Where the first of those that are not acknowledged begins. */
  private int lowest;

  void add(int start, int end, int row) {
    if (acknowledged < count && SequenceNumber.isBefore(start, ring[place(count - 1) + 1])) {
      taken = disordered ? taken : start - 1;
      disordered = true;
    }
    if (acknowledged == count || SequenceNumber.isBefore(start, lowest)) {
      lowest = start;
    }
    int capacity = ring.length / 3;
    if (count == capacity) {
      if (capacity < REMEMBERED || acknowledged == 0 && capacity < MOST) {
        grow(capacity);
      } else {
        head = (head + 1) % capacity;
        count--;
        acknowledged = Math.max(0, acknowledged - 1);
      }
    }
    int at = place(count);
    ring[at] = start;
    ring[at + 1] = end;
    ring[at + 2] = row;
    count++;
  }

  private int place(int index) {
    return 3 * ((head + index) % (ring.length / 3));
  }

  private void grow(int capacity) {
    int[] larger = Arrays.copyOf(ring, 2 * ring.length);
    for (int i = 0; i < count; i++) {
      System.arraycopy(ring, 3 * ((head + i) % capacity), larger, 3 * i, 3);
    }
    ring = larger;
    head = 0;
  }

  /** The row that first sent any of these bytes, or {@link Columns#NONE}. */
  int firstSent(int start, int end) {
    for (int i = 0; i < count; i++) {
      int at = place(i);
      if (SequenceNumber.isBefore(ring[at], end) && SequenceNumber.isBefore(start, ring[at + 1])) {
        return ring[at + 2];
      }
    }
    return Columns.NONE;
  }

  /**
   * Takes an acknowledgment.
   *
   * @return the row of the first segment that ends right there, or {@link Columns#NONE}
   */
  int acknowledge(int number) {
    int row = Columns.NONE;
    while (acknowledged < count) {
      int at = place(acknowledged);
      if (SequenceNumber.isAfter(ring[at + 1], number)) {
        break;
      }
      if (ring[at + 1] == number && row == Columns.NONE) {
        row = ring[at + 2];
      }
      acknowledged++;
    }
    if (acknowledged == count) {
      disordered = false;
    }
    if (SequenceNumber.isBefore(lowest, number)) {
      lowest = number;
    }
    if (!disordered || !SequenceNumber.isAfter(number, taken)) {
      return row;
    }
    taken = number;
    return row == Columns.NONE ? endingAt(number) : row;
  }

  /** The first of those behind a hole that ends right there. */
  private int endingAt(int number) {
    for (int i = acknowledged + 1; i < count; i++) {
      int at = place(i);
      if (ring[at + 1] == number) {
        return ring[at + 2];
      }
    }
    return Columns.NONE;
  }

  /**
   * How many bytes lie between the first that was captured and not acknowledged, and the last.
   *
   * @param next where what was sent ends
   */
  int inFlight(int next) {
    return acknowledged < count ? Math.max(0, SequenceNumber.distance(lowest, next)) : 0;
  }
}
