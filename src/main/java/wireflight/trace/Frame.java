package wireflight.trace;

import java.nio.ByteBuffer;

/**
 * A packet as it was sighted at a capture point: its link-layer bytes and when they passed.
 *
 * <p>The bytes stay where they were read (a mapped file, a chunk of a live recording); {@code data}
 * is shared, read-only and big-endian, and only its absolute getters may be used, from {@code
 * offset} on, {@code length} bytes.
 *
 * @param number the number Wireshark gives the row, from 1
 * @param time nanoseconds since the epoch, CLOCK_REALTIME; {@link Trace#NO_TIME} where the file has
 *     none
 * @param capturePoint index into {@link Trace#capturePoints()}
 * @param linkType the header the bytes start with
 * @param originalLength bytes on the wire, at least {@code length} in a sound file
 * @param data holds the captured bytes
 * @param offset where they start in {@code data}
 * @param length how many were captured
 */
public record Frame(
    int number,
    long time,
    int capturePoint,
    LinkType linkType,
    int originalLength,
    ByteBuffer data,
    int offset,
    int length) {

  /** A copy of the captured bytes. */
  public byte[] bytes() {
    byte[] copy = new byte[length];
    data.get(offset, copy);
    return copy;
  }
}
