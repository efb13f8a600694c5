package wireflight.application;

import java.nio.ByteBuffer;

/**
 * Bytes of a stream that one packet brought.
 *
 * @param offset of its first byte in the stream, 0 for the first after the SYN
 * @param row the packet's row
 * @param time when it was seen, nanoseconds since the epoch
 * @param data holds the bytes where the frame has them; only absolute getters may be used
 * @param start where they start in {@code data}
 * @param length how many they are, at least 1
 */
public record Chunk(long offset, int row, long time, ByteBuffer data, int start, int length) {
  /** Where the stream goes on after it. */
  public long end() {
    return offset + length;
  }
}
