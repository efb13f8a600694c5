package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes pcapng byte by byte, sound or not, in either byte order. */
final class PcapngScript {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteOrder order;

  PcapngScript(ByteOrder order) {
    this.order = order;
    section(order);
  }

  /** Values to put into a body: a Short, an Integer, a Long, a String or bytes. */
  static byte[] body(ByteOrder order, Object... values) {
    ByteBuffer body = ByteBuffer.allocate(1 << 16).order(order);
    for (Object value : values) {
      switch (value) {
        case Short number -> body.putShort(number);
        case Integer number -> body.putInt(number);
        case Long number -> body.putLong(number);
        case String text -> body.put(text.getBytes(UTF_8));
        case byte[] bytes -> body.put(bytes);
        default -> throw new IllegalArgumentException(value.toString());
      }
    }
    byte[] bytes = new byte[body.position()];
    body.get(0, bytes);
    return bytes;
  }

  PcapngScript section(ByteOrder newOrder) {
    order = newOrder;
    return block(0x0a0d0d0a, 0x1a2b3c4d, (short) 1, (short) 0, -1L);
  }

  PcapngScript block(int type, Object... values) {
    byte[] body = body(order, values);
    int length = 12 + body.length + (-body.length & 3);
    return raw(type, length, body, new byte[-body.length & 3], length);
  }

  PcapngScript raw(Object... values) {
    out.writeBytes(body(order, values));
    return this;
  }

  /** An interface with options as values. */
  PcapngScript point(int linkType, int snapLength, Object... options) {
    return block(1, (short) linkType, (short) 0, snapLength, body(order, options));
  }

  PcapngScript packet(int number, long units, byte[] data) {
    return block(6, number, (int) (units >>> 32), (int) units, data.length, data.length, data);
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  Trace trace() {
    return Samples.read(bytes());
  }
}
