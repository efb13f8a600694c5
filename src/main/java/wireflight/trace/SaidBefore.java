package wireflight.trace;

import java.util.Arrays;

/**
 * Tells which journal rows say, byte for byte and so at the same time, what an earlier row said: a
 * recording's calls stand twice in a file that was merged from its parts.
 *
 * <p>A hash table of row numbers, 16 bytes a row at most. Not thread-safe.
 */
final class SaidBefore {
  private static final int SCATTER = 0x9e3779b9;

  /** So many are never in one run but in a file made to have them there, which is read as it is. */
  private static final int MOST_LOOKED_AT = 256;

  private final Rows rows;

  /** One more than a row's number; 0 where none is. */
  private int[] places = new int[64];

  private int[] hashes = new int[places.length];
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
      if (hashes[at] == hash && rows.hasBytes(places[at] - 1, body)) {
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
    put(at, rows.size() + 1, hash);
    used++;
    return false;
  }

  private void put(int at, int place, int hash) {
    places[at] = place;
    hashes[at] = hash;
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
    int[] formerPlaces = places;
    int[] formerHashes = hashes;
    places = new int[2 * formerPlaces.length];
    hashes = new int[places.length];
    for (int i = 0; i < formerPlaces.length; i++) {
      if (formerPlaces[i] != 0) {
        put(free(formerHashes[i]), formerPlaces[i], formerHashes[i]);
      }
    }
  }
}
