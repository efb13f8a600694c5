package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The systemd Journal Export Format, one entry: a line {@code KEY=value} a field, or {@code KEY}
 * alone on its line followed by the value's length (64 bits, little-endian), the value and a
 * newline, where the value itself has line breaks or other control characters.
 *
 * <p>Any bytes decode to something: what is no field is passed over, and bytes that are not UTF-8
 * become replacement characters.
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

  /**
   * The fields in the entry's order; the values of a key that comes again are joined by newlines.
   */
  static Map<String, String> decode(byte[] entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < entry.length) {
      int end = find(entry, '\n', at, entry.length);
      int equals = find(entry, '=', at, end);
      if (equals < end) {
        put(fields, text(entry, at, equals), text(entry, equals + 1, end));
        at = end + 1;
      } else if (end == at) {
        at++;
      } else {
        at = binary(fields, entry, at, end);
      }
    }
    return fields;
  }

  /** Reads a field in the binary form; its name lies between {@code at} and {@code end}. */
  private static int binary(Map<String, String> fields, byte[] entry, int at, int end) {
    int start = end + 1 + 8;
    if (start > entry.length) {
      return entry.length;
    }
    long claimed = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).getLong(end + 1);
    boolean fits = claimed >= 0 && claimed <= entry.length - start;
    int stop = fits ? start + (int) claimed : entry.length;
    put(fields, text(entry, at, end), text(entry, start, stop));
    return stop + 1;
  }

  private static void put(Map<String, String> fields, String key, String value) {
    fields.merge(key, value, (former, added) -> former + "\n" + added);
  }

  private static int find(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
