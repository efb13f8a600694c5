package wireflight.application;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decodes the Huffman code of HPACK (RFC 7541, section 5.2) from the lengths of its codes. */
final class Huffman {
  private static final int LONGEST = 30;
  private static final int END_OF_STRING = 256;

  /** The symbols in the order of their codes. */
  private static final int[] SYMBOLS =
      IntStream.rangeClosed(0, END_OF_STRING)
          .boxed()
          .sorted((a, b) -> length(a) != length(b) ? length(a) - length(b) : a - b)
          .mapToInt(Integer::intValue)
          .toArray();

  /** How many codes there are of each length. */
  private static final int[] COUNTS = new int[LONGEST + 1];

  static {
    Arrays.stream(SYMBOLS).forEach(symbol -> COUNTS[length(symbol)]++);
  }

  private Huffman() {}

  private static int length(int symbol) {
    return HpackTables.HUFFMAN_LENGTHS.charAt(symbol) - '0';
  }

  /** The bytes that the code stands for; empty where it is none. */
  static Optional<byte[]> decode(byte[] coded) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(coded.length * 2);
    int code = 0;
    int first = 0;
    int before = 0;
    int length = 0;
    for (int bit = 0; bit < coded.length * 8; bit++) {
      code = code << 1 | coded[bit >> 3] >> (7 - (bit & 7)) & 1;
      length++;
      if (length > LONGEST) {
        return Optional.empty();
      }
      first <<= 1;
      int place = code - first;
      if (place < COUNTS[length]) {
        int symbol = SYMBOLS[before + place];
        if (symbol == END_OF_STRING) {
          return Optional.empty();
        }
        plain.write(symbol);
        code = 0;
        first = 0;
        before = 0;
        length = 0;
      } else {
        before += COUNTS[length];
        first += COUNTS[length];
      }
    }
    // What is left over is padding: fewer than eight bits, all of them set (section 5.2).
    boolean padding = length < 8 && code == (1 << length) - 1;
    return padding ? Optional.of(plain.toByteArray()) : Optional.empty();
  }
}
