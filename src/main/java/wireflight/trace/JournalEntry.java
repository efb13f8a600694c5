package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the systemd Journal Export Format, which {@link JournalFormat} writes: where each
 * field stands among its bytes. A recording has hundreds of thousands, each read several times, and
 * of most a few fields only: text is made of what is asked for.
 *
 * <p>Any bytes are an entry: what is no field is passed over, and bytes that are not UTF-8 become
 * replacement characters. The values of a key that comes again are joined by newlines.
 */
final class JournalEntry {
  private static final int PLACES = 4;

  private final byte[] bytes;

  /** Of each field: where its key begins and ends, and its value. */
  private int[] places = new int[PLACES * 20];

  private int used;

  JournalEntry(byte[] bytes) {
    this.bytes = bytes;
    int at = 0;
    while (at < bytes.length) {
      int equals = at;
      while (equals < bytes.length && bytes[equals] != '=' && bytes[equals] != '\n') {
        equals++;
      }
      if (equals < bytes.length && bytes[equals] == '=') {
        int end = lineEnd(equals + 1);
        add(at, equals, equals + 1, end);
        at = end + 1;
      } else if (equals == at) {
        at++;
      } else {
        at = binary(at, equals);
      }
    }
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Takes a field in the binary form; its key lies between {@code at} and {@code end}. */
  private int binary(int at, int end) {
    int start = end + 1 + 8;
    if (start > bytes.length) {
      return bytes.length;
    }
    long claimed = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(end + 1);
    boolean fits = claimed >= 0 && claimed <= bytes.length - start;
    int stop = fits ? start + (int) claimed : bytes.length;
    add(at, end, start, stop);
    return stop + 1;
  }

  private void add(int key, int keyEnd, int value, int valueEnd) {
    if (used == places.length) {
      places = Arrays.copyOf(places, 2 * used);
    }
    places[used++] = key;
    places[used++] = keyEnd;
    places[used++] = value;
    places[used++] = valueEnd;
  }

  /** The value of a field; null where the entry has none. */
  @Nullable String get(JournalKey key) {
    String name = key.toString();
    String found = null;
    for (int at = 0; at < used; at += PLACES) {
      if (isNamed(name, places[at], places[at + 1])) {
        String value = text(places[at + 2], places[at + 3]);
        found = found == null ? value : found + "\n" + value;
      }
    }
    return found;
  }

  /** From the end, because most keys begin alike. */
  private boolean isNamed(String ascii, int from, int to) {
    int at = ascii.length();
    if (to - from != at) {
      return false;
    }
    while (at > 0 && bytes[from + at - 1] == ascii.charAt(at - 1)) {
      at--;
    }
    return at == 0;
  }

  /** Every field, in the entry's order. */
  Map<String, String> all() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int at = 0; at < used; at += PLACES) {
      fields.merge(
          text(places[at], places[at + 1]),
          text(places[at + 2], places[at + 3]),
          (former, added) -> former + "\n" + added);
    }
    return fields;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
