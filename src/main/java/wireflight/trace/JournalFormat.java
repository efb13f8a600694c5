package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * Writes the systemd Journal Export Format, one entry: a line {@code KEY=value} a field, or {@code
 * KEY} alone on its line followed by the value's length (64 bits, little-endian), the value and a
 * newline, where the value itself has line breaks or other control characters. {@link JournalEntry}
 * reads it.
 */
final class JournalFormat {
  private JournalFormat() {}

  /** The bytes of one entry, with its fields in the map's order. */
  static byte[] encode(Map<String, String> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    fields.forEach((key, value) -> field(out, key, value));
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, String key, String value) {
    if (key.isEmpty() || key.indexOf('=') >= 0 || key.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a journal field cannot be named \"" + key + "\"");
    }
    byte[] bytes = value.getBytes(UTF_8);
    out.writeBytes(key.getBytes(UTF_8));
    if (isText(bytes)) {
      out.write('=');
    } else {
      out.write('\n');
      byte[] length = new byte[8];
      ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putLong(0, bytes.length);
      out.writeBytes(length);
    }
    out.writeBytes(bytes);
    out.write('\n');
  }

  /** As journalctl does: a tab is text, any other control character is not. */
  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
