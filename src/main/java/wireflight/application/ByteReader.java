package wireflight.application;

import java.util.HexFormat;

/**
 * Reads numbers and parts from bytes, front to back. Past the end everything is 0 and empty, and
 * {@link #failed} tells so.
 */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean failed;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    at = from;
    end = to;
  }

  int left() {
    return end - at;
  }

  boolean failed() {
    return failed;
  }

  /** One byte, 0 to 255. */
  int one() {
    if (at >= end) {
      failed = true;
      return 0;
    }
    return bytes[at++] & 0xff;
  }

  /** Two bytes, big-endian. */
  int two() {
    return one() << 8 | one();
  }

  /** Four bytes, big-endian. */
  int four() {
    return two() << 16 | two();
  }

  /** The next part of that length, and goes on after it. */
  ByteReader part(int length) {
    int taken = Math.min(length, end - at);
    failed |= taken < length;
    at += taken;
    return new ByteReader(bytes, at - taken, at);
  }

  /** Passes over bytes. */
  void skip(int length) {
    part(length);
  }

  /** The rest as text. */
  String text() {
    return Text.of(bytes, at, end - at);
  }

  /** The rest in hexadecimal, at most so many bytes of it. */
  String hex(int most) {
    int shown = Math.min(most, end - at);
    String hex = HexFormat.of().formatHex(bytes, at, at + shown);
    return shown < end - at ? hex + "…" : hex;
  }
}
