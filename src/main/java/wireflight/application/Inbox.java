package wireflight.application;

import java.util.Arrays;

/**
 * The bytes of one direction that have come and that its parser has not consumed, with the row that
 * carried each. Index 0 is the first unread byte.
 */
final class Inbox {
  private final Budget budget;
  private byte[] bytes = new byte[0];
  private int start;
  private int size;
  private long position;

  /** For each piece of the unread bytes: where it ends in the stream, its row and its time. */
  private long[] ends = new long[4];

  private int[] rows = new int[4];
  private long[] times = new long[4];
  private int firstPiece;
  private int pieces;

  Inbox(Budget budget) {
    this.budget = budget;
  }

  /** Takes a chunk; one that does not follow on the last one is thought to follow a gap. */
  void append(Chunk chunk) {
    if (size == 0) {
      position = chunk.offset();
    }
    makeRoom(chunk.length());
    chunk.data().get(chunk.start(), bytes, start + size, chunk.length());
    size += chunk.length();
    budget.take(chunk.length());
    addPiece(chunk);
  }

  /** How many bytes can be read. */
  int size() {
    return size;
  }

  /** An unread byte, 0 to 255. */
  int at(int index) {
    return bytes[start + index] & 0xff;
  }

  /** Two unread bytes as a big-endian number. */
  int shortAt(int index) {
    return at(index) << 8 | at(index + 1);
  }

  /** Three unread bytes as a big-endian number. */
  int threeAt(int index) {
    return shortAt(index) << 8 | at(index + 2);
  }

  /** Four unread bytes as a big-endian number. */
  int intAt(int index) {
    return shortAt(index) << 16 | shortAt(index + 2);
  }

  /** The index of the byte value at or after {@code from}; -1 where there is none. */
  int indexOf(int value, int from) {
    for (int i = from; i < size; i++) {
      if (at(i) == value) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the unread bytes begin so; as far as they go, if {@code partly}. */
  boolean startsWith(byte[] prefix, boolean partly) {
    int length = Math.min(prefix.length, size);
    return (partly || length == prefix.length)
        && Arrays.equals(bytes, start, start + length, prefix, 0, length);
  }

  /** A copy of unread bytes. */
  byte[] copy(int from, int length) {
    return Arrays.copyOfRange(bytes, start + from, start + from + length);
  }

  /** Consumes bytes on behalf of a message. */
  void consume(int count, Carrier carrier) {
    mark(count, carrier);
    position += count;
    while (pieces > 0 && ends[firstPiece] <= position) {
      firstPiece++;
      pieces--;
    }
    start += count;
    size -= count;
    budget.giveBack(count);
    if (size == 0) {
      clear();
    }
  }

  /** Says that the first unread bytes belong to a message, and leaves them unread. */
  void mark(int count, Carrier carrier) {
    long from = position;
    long to = position + count;
    for (int piece = firstPiece; from < to; piece++) {
      long end = Math.min(to, ends[piece]);
      carrier.add(rows[piece], times[piece], from, end);
      from = end;
    }
  }

  /** Consumes bytes that are of no message. */
  void discard(int count) {
    consume(count, new Carrier());
  }

  private void clear() {
    start = 0;
    firstPiece = 0;
    pieces = 0;
    if (bytes.length > 1 << 17) {
      bytes = new byte[0];
    }
  }

  private void makeRoom(int more) {
    if (start + size + more > bytes.length) {
      int needed = size + more;
      byte[] room = needed > bytes.length / 2 ? new byte[needed * 2] : bytes;
      System.arraycopy(bytes, start, room, 0, size);
      bytes = room;
      start = 0;
    }
  }

  private void addPiece(Chunk chunk) {
    if (firstPiece + pieces == rows.length) {
      int room = pieces > rows.length / 2 ? rows.length * 2 : rows.length;
      ends = shifted(ends, room);
      times = shifted(times, room);
      int[] shifted = new int[room];
      System.arraycopy(rows, firstPiece, shifted, 0, pieces);
      rows = shifted;
      firstPiece = 0;
    }
    int place = firstPiece + pieces++;
    ends[place] = chunk.end();
    rows[place] = chunk.row();
    times[place] = chunk.time();
  }

  private long[] shifted(long[] column, int room) {
    long[] shifted = new long[room];
    System.arraycopy(column, firstPiece, shifted, 0, pieces);
    return shifted;
  }
}
