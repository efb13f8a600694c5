package wireflight.trace;

import java.nio.ByteBuffer;

/**
 * A stretch of a recording's bytes that one buffer can hold, or a part of such a stretch in a
 * buffer of its own.
 *
 * <p>No record ever straddles two stretches, so a row is found again by its stretch's index and an
 * offset into it, packed in one {@code long}. Bytes that a row refers to never change.
 *
 * @param index the stretch's place among the recording's
 * @param start where these bytes begin in the recording
 * @param skipped how many bytes of the stretch come before these
 * @param bytes read-only, big-endian, used by absolute getters only
 */
record Window(int index, long start, int skipped, ByteBuffer bytes) {
  /** A whole stretch. */
  Window(int index, long start, ByteBuffer bytes) {
    this(index, start, 0, bytes);
  }

  /** Some bytes of this stretch, from one on, in another buffer. */
  Window part(int from, ByteBuffer copy) {
    return new Window(index, start + from, from, copy);
  }

  /** Where in its stretch the byte after the last is. */
  int end() {
    return skipped + bytes.limit();
  }

  /** Where a byte of this window is, for {@link #index(long)} and {@link #offset(long)}. */
  long position(int offset) {
    return (long) index << 32 | skipped + offset;
  }

  /** Whether all bytes from a position on are here, at its offset less {@link #skipped}. */
  boolean holds(long position, int length) {
    int offset = offset(position);
    return index(position) == index && offset >= skipped && offset <= end() - length;
  }

  static int index(long position) {
    return (int) (position >>> 32);
  }

  static int offset(long position) {
    return (int) position;
  }
}
