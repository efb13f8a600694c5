package wireflight.cli;

import java.io.ByteArrayOutputStream;

/** Bytes in network order. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes u8(int value) {
    out.write(value);
    return this;
  }

  Bytes u16(int value) {
    return u8(value >> 8).u8(value);
  }

  Bytes u32(int value) {
    return u16(value >> 16).u16(value);
  }

  Bytes put(byte[] bytes) {
    return put(bytes, 0, bytes.length);
  }

  Bytes put(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
    return this;
  }

  byte[] array() {
    return out.toByteArray();
  }
}
