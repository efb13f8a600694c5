package wireflight.trace;

import java.nio.ByteBuffer;

/**
 * A stretch of a recording's bytes that one buffer can hold.
 *
 * <p>No record ever straddles two windows, so a row is found again by its window's index and an
 * offset into it, packed in one {@code long}. Bytes that a row refers to never change.
 *
 * @param index its place among the recording's windows
 * @param start where it begins in the recording, in bytes
 * @param bytes read-only, big-endian, used by absolute getters only
 */
record Window(int index, long start, ByteBuffer bytes) {
  /** Where a byte of this window is, for {@link #index(long)} and {@link #offset(long)}. */
  long position(int offset) {
    return (long) index << 32 | offset;
  }

  static int index(long position) {
    return (int) (position >>> 32);
  }

  static int offset(long position) {
    return (int) position;
  }
}
