package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Walks the options at the end of a pcapng block: a code and a length of 16 bits each, the value,
 * padding to 32 bits.
 *
 * <p>Values may have any length; the getters give a fallback where the value is too short for them.
 */
final class Options {
  private final ByteBuffer bytes;
  private final int end;
  private int next;
  private int code;
  private int value;
  private int length;
  private boolean broken;

  /** Options between two offsets of a buffer that has the section's byte order. */
  Options(ByteBuffer bytes, int from, int end) {
    this.bytes = bytes;
    this.next = from;
    this.end = end;
  }

  /** Moves to the next option; false at {@code opt_endofopt}, at the end and where it is broken. */
  boolean next() {
    if (end - next < 4) {
      return false;
    }
    code = bytes.getShort(next) & 0xffff;
    length = bytes.getShort(next + 2) & 0xffff;
    value = next + 4;
    if (code == 0) {
      return false;
    }
    if (length > end - value) {
      broken = true;
      return false;
    }
    next = Math.min(end, value + (length + 3 & ~3));
    return true;
  }

  /** Whether an option claimed more bytes than the block has. */
  boolean broken() {
    return broken;
  }

  int code() {
    return code;
  }

  /** The value as text, without the zero bytes that some programs put after it. */
  String text() {
    int last = length;
    while (last > 0 && bytes.get(value + last - 1) == 0) {
      last--;
    }
    byte[] text = new byte[last];
    bytes.get(value, text);
    return new String(text, UTF_8);
  }

  int byteOr(int fallback) {
    return length >= 1 ? bytes.get(value) & 0xff : fallback;
  }

  long longOr(long fallback) {
    return length >= 8 ? bytes.getLong(value) : fallback;
  }
}
