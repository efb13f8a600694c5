package wireflight.application;

import java.nio.ByteBuffer;

/**
 * What one segment says of a stream: some bytes that were captured, and perhaps more that were sent
 * but cut off by the capture's snap length.
 *
 * @param offset of its first byte in the stream
 * @param row the segment's row
 * @param time when it was seen
 * @param data holds the captured bytes
 * @param start where they start in {@code data}
 * @param captured how many were captured, at most {@code length}
 * @param length how many were sent, at least 1
 */
record Piece(
    long offset, int row, long time, ByteBuffer data, int start, int captured, int length) {
  /** Where the stream goes on after it. */
  long end() {
    return offset + length;
  }

  /** Its captured bytes without its first {@code count} bytes, which may be none. */
  Chunk without(int count) {
    int skipped = Math.min(count, captured);
    return new Chunk(offset + count, row, time, data, start + skipped, captured - skipped);
  }
}
