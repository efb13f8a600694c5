package wireflight.connection;

import java.util.Arrays;
import wireflight.packet.SequenceNumber;

/**
 * What one end sent and the other has not yet acknowledged, oldest first: a ring of sequence ranges
 * with the rows that carried them.
 *
 * <p>Bounded: a capture that shows no acknowledgments forgets its oldest segments.
 */
final class SentSegments {
  private static final int MOST = 4096;

  private int[] ring = new int[3 * 4];
  private int head;
  private int count;

  void add(int start, int end, int row) {
    int capacity = ring.length / 3;
    if (count == capacity) {
      if (capacity == MOST) {
        head = (head + 1) % capacity;
        count--;
      } else {
        grow(capacity);
      }
    }
    int at = 3 * ((head + count) % (ring.length / 3));
    ring[at] = start;
    ring[at + 1] = end;
    ring[at + 2] = row;
    count++;
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
      int at = 3 * ((head + i) % (ring.length / 3));
      if (SequenceNumber.isBefore(ring[at], end) && SequenceNumber.isBefore(start, ring[at + 1])) {
        return ring[at + 2];
      }
    }
    return Columns.NONE;
  }

  /**
   * Forgets what an acknowledgment covers.
   *
   * @return the row of the segment that ends right there, or {@link Columns#NONE}
   */
  int acknowledge(int number) {
    int row = Columns.NONE;
    while (count > 0) {
      int at = 3 * head;
      if (SequenceNumber.isAfter(ring[at + 1], number)) {
        break;
      }
      if (ring[at + 1] == number) {
        row = ring[at + 2];
      }
      head = (head + 1) % (ring.length / 3);
      count--;
    }
    return row;
  }
}
