package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes records, value by value in the order of their columns, as lines of tab-separated values or
 * as a JSON array with one object a line. UTF-8, {@code \n}; buffered until {@link #finish}.
 */
abstract class RecordWriter {
  /** The forms that commands offer. */
  enum Format {
    tsv,
    json
  }

  static final int MOST_KEPT = 1 << 10;

  /** 2 to the power of {@link #TENTH_SHIFT} by ten, rounded up. */
  private static final long TENTH = 0xcccc_cccdL;

  private static final int TENTH_SHIFT = 35;
  private static final int FLUSH_AT = 1 << 16;

  private final OutputStream out;
  private byte[] buffer = new byte[FLUSH_AT + (1 << 12)];
  private int used;
  private final byte[] digits = new byte[20];

  RecordWriter(OutputStream out) {
    this.out = out;
  }

  /** A writer for records with these columns. */
  static RecordWriter to(OutputStream out, Format format, List<String> columns) {
    return switch (format) {
      case tsv -> new TsvWriter(out, columns);
      case json -> new JsonWriter(out, columns);
    };
  }

  /** A value that does not apply. */
  abstract void none() throws IOException;

  /** A whole number. */
  abstract void number(long value) throws IOException;

  /** Nanoseconds, written as seconds with nine decimals. */
  abstract void seconds(long nanos) throws IOException;

  /** A text; an empty one does not apply. */
  abstract void text(String value) throws IOException;

  /** Several words, none of which holds a comma. */
  abstract void words(List<String> values) throws IOException;

  /** Several whole numbers, at least one. */
  abstract void numbers(IntStream values) throws IOException;

  /** So many values, none the first of a record, as {@link #kept} gave their bytes. */
  abstract void again(byte[] kept, int values) throws IOException;

  /** Ends a record. */
  abstract void end() throws IOException;

  /** Writes what must stand after the last record, and everything that is still held back. */
  abstract void finish() throws IOException;

  /**
   * Where the next value will stand, for {@link #kept}; what is written in between may take up to
   * {@link #MOST_KEPT} bytes.
   */
  final int mark() throws IOException {
    room(MOST_KEPT);
    return used;
  }

  /** The bytes of the values since a mark, to be written {@link #again}. */
  final byte[] kept(int mark) {
    return Arrays.copyOfRange(buffer, mark, used);
  }

  final void putBytes(byte[] bytes) throws IOException {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  final void put(char ascii) {
    buffer[used++] = (byte) ascii;
  }

  final void putAscii(String text) throws IOException {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer[used++] = (byte) text.charAt(i);
    }
  }

  final void putUtf8(String text) throws IOException {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  final void putNumber(long value) {
    if (value >>> 32 == 0) {
      putDigits(value);
      return;
    }
    if (value < 0) {
      put('-');
    }
    int at = digits.length;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (rest != 0);
    System.arraycopy(digits, at, buffer, used, digits.length - at);
    used += digits.length - at;
  }

  private void putDigits(long value) {
    int count = 1;
    for (long limit = 10; value >= limit; limit *= 10) {
      count++;
    }
    putDigits(value, count);
  }

  /**
   * So many digits of a number of 32 bits, with zeros in front of it. The tenth of such a number is
   * found by multiplying (exact, Granlund and Montgomery 1994): most of what a large capture's rows
   * hold is digits, and the compiler that commands run with would divide twice for each.
   */
  private void putDigits(long value, int count) {
    long rest = value;
    for (int at = used + count; at > used; ) {
      long tenth = rest * TENTH >>> TENTH_SHIFT;
      buffer[--at] = (byte) ('0' + rest - 10 * tenth);
      rest = tenth;
    }
    used += count;
  }

  final void putSeconds(long nanos) {
    if (nanos < 0) {
      put('-');
    }
    long seconds = nanos / 1_000_000_000;
    putNumber(Math.abs(seconds));
    put('.');
    putDigits(Math.abs(nanos - 1_000_000_000 * seconds), 9);
  }

  /** Makes room for a value; numbers and punctuation always fit in what is kept free. */
  final void room(int bytes) throws IOException {
    if (used + bytes + 256 > buffer.length) {
      flushBuffer();
      if (bytes + 256 > buffer.length) {
        buffer = new byte[bytes + 256];
      }
    }
  }

  final void flushBuffer() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  final void flushAll() throws IOException {
    flushBuffer();
    out.flush();
  }
}
