package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds pcapng blocks in memory, little-endian, one after another. */
final class BlockBuffer {
  private static final int SMALLEST = 1 << 12;

  private ByteBuffer bytes = ByteBuffer.allocate(SMALLEST).order(ByteOrder.LITTLE_ENDIAN);
  private int begun;

  /** Begins a block; its body follows, then {@link #end}. */
  BlockBuffer begin(int type) {
    begun = bytes.position();
    return int32(type).int32(0);
  }

  /** Ends the block: padding, and the length at both ends. */
  void end() {
    pad();
    int length = bytes.position() + 4 - begun;
    int32(length);
    bytes.putInt(begun + 4, length);
  }

  BlockBuffer int16(int value) {
    room(2);
    bytes.putShort((short) value);
    return this;
  }

  BlockBuffer int32(int value) {
    room(4);
    bytes.putInt(value);
    return this;
  }

  BlockBuffer int64(long value) {
    room(8);
    bytes.putLong(value);
    return this;
  }

  /** A time in two halves, the higher first. */
  BlockBuffer time(long units) {
    return int32((int) (units >>> 32)).int32((int) units);
  }

  BlockBuffer bytes(byte[] value) {
    room(value.length);
    bytes.put(value);
    return this;
  }

  /** Bytes of another buffer, by absolute offsets. */
  BlockBuffer bytes(ByteBuffer from, int offset, int length) {
    room(length);
    bytes.put(bytes.position(), from, offset, length).position(bytes.position() + length);
    return this;
  }

  BlockBuffer pad() {
    while ((bytes.position() - begun & 3) != 0) {
      room(1);
      bytes.put((byte) 0);
    }
    return this;
  }

  /** An option with text; none for an empty one. Text beyond 65535 bytes does not fit one. */
  BlockBuffer option(int code, String text) {
    byte[] value = text.getBytes(UTF_8);
    if (value.length == 0) {
      return this;
    }
    int length = Math.min(value.length, 0xffff);
    return int16(code).int16(length).bytes(ByteBuffer.wrap(value), 0, length).pad();
  }

  /** An option with 64 bits; none for a negative count. */
  BlockBuffer option(int code, long count) {
    return count < 0 ? this : int16(code).int16(8).int64(count);
  }

  BlockBuffer endOfOptions() {
    return int32(0);
  }

  /** How many bytes there are. */
  int size() {
    return bytes.position();
  }

  /** The bytes' array; the first {@link #size()} count. */
  byte[] array() {
    return bytes.array();
  }

  void clear() {
    bytes.clear();
  }

  private void room(int more) {
    if (bytes.remaining() < more) {
      int enough = Math.max(Math.addExact(bytes.position(), more), 2 * bytes.capacity());
      bytes = ByteBuffer.allocate(enough).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
  }
}
