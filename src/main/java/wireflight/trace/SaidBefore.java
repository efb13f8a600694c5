package wireflight.trace;

import java.util.Arrays;

/**
 * Tells which journal rows say, byte for byte and so at the same time, what an earlier row said: a
 * recording's calls stand twice in a file that was merged from its parts.
 *
 * <p>A hash table of row numbers, 32 bytes a row at most. Not thread-safe.
 */
final class SaidBefore {
  private static final int SCATTER = 0x9e3779b9;

  /** So many are never in one run but in a file made to have them there, which is read as it is. */
  private static final int MOST_LOOKED_AT = 256;

  private final Rows rows;

  /** A hash in the upper half, one more than its row's number in the lower; 0 where none is. */
  private long[] places = new long[64];

  private int used;

  SaidBefore(Rows rows) {
    this.rows = rows;
  }

  /**
   * Whether an earlier row has the same bytes; if none has, they are those of the row that comes
   * next.
   */
  boolean isRepeated(byte[] body) {
    int hash = Arrays.hashCode(body) * SCATTER;
    int at = place(hash);
    for (int looked = 0; places[at] != 0; looked++) {
      if (hash(places[at]) == hash && rows.hasBytes((int) places[at] - 1, body)) {
        return true;
      }
      if (looked == MOST_LOOKED_AT) {
        return false;
      }
      at = at + 1 & places.length - 1;
    }
    if (2 * used == places.length) {
      grow();
      at = free(hash);
    }
    places[at] = (long) hash << 32 | rows.size() + 1;
    used++;
    return false;
  }

  private static int hash(long place) {
    return (int) (place >>> 32);
  }

  /** Where a hash is looked for first; the length is a power of two. */
  private int place(int hash) {
    return hash >>> Integer.numberOfLeadingZeros(places.length) + 1;
  }

  private int free(int hash) {
    int at = place(hash);
    while (places[at] != 0) {
      at = at + 1 & places.length - 1;
    }
    return at;
  }

  private void grow() {
    long[] former = places;
    places = new long[2 * former.length];
    for (long place : former) {
      if (place != 0) {
        places[free(hash(place))] = place;
      }
    }
  }
}
