package wireflight.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decodes the header blocks of one direction of an HTTP/2 connection (RFC 7541).
 *
 * <p>Blocks must come in their order, each once: one that was missed or is malformed breaks what
 * follows, which {@link #isBroken} tells. Names and values are held as one character a byte, so
 * that their sizes are what the sender counts.
 */
final class Hpack {
  /** The largest dynamic table that is kept. */
  private static final int LARGEST_TABLE = 1 << 16;

  /** The most that one block may decode to, for a small block can refer to much. */
  private static final int MOST_DECODED = 1 << 18;

  private final List<HpackTables.Header> dynamic = new ArrayList<>();
  private int limit = 4096;
  private int size;
  private boolean broken;
  private byte[] block = new byte[0];
  private int at;

  /** Whether the dynamic table is no longer the sender's. */
  boolean isBroken() {
    return broken;
  }

  /** A block was missed. */
  void lose() {
    broken = true;
  }

  /** The header fields of a whole block; those before the trouble where it is malformed. */
  List<HpackTables.Header> decode(byte[] wholeBlock) {
    block = wholeBlock;
    at = 0;
    List<HpackTables.Header> headers = new ArrayList<>();
    int decoded = 0;
    while (at < block.length && !broken) {
      Optional<HpackTables.Header> header = next();
      if (header.isPresent() && decoded < MOST_DECODED) {
        headers.add(header.get());
        decoded += header.get().size();
      }
    }
    block = new byte[0];
    return headers;
  }

  /** Reads one representation (section 6); empty for a table size update and for trouble. */
  private Optional<HpackTables.Header> next() {
    int first = block[at] & 0xff;
    if (first >= 0x80) {
      return entry(integer(7));
    }
    if (first >= 0x40) {
      Optional<HpackTables.Header> header = literal(integer(6));
      header.ifPresent(this::insert);
      return header;
    }
    if (first >= 0x20) {
      int update = integer(5);
      if (update > LARGEST_TABLE) {
        broken = true;
      } else {
        limit = update;
        evict(0);
      }
      return Optional.empty();
    }
    return literal(integer(4));
  }

  private Optional<HpackTables.Header> literal(int nameIndex) {
    Optional<String> name =
        nameIndex == 0 ? string() : entry(nameIndex).map(HpackTables.Header::name);
    if (broken || name.isEmpty()) {
      return Optional.empty();
    }
    String known = name.get();
    return string().map(value -> new HpackTables.Header(known, value));
  }

  /** Of the static table, or of the dynamic one behind it (section 2.3.3). */
  private Optional<HpackTables.Header> entry(int index) {
    int newest = HpackTables.STATIC.size() + 1;
    if (broken || index <= 0 || index >= newest + dynamic.size()) {
      broken = true;
      return Optional.empty();
    }
    return Optional.of(
        index < newest
            ? HpackTables.STATIC.get(index - 1)
            : dynamic.get(dynamic.size() - 1 - (index - newest)));
  }

  private void insert(HpackTables.Header header) {
    evict(header.size());
    if (header.size() <= limit) {
      dynamic.add(header);
      size += header.size();
    }
  }

  /** Drops the oldest entries until there is room for more (section 4.4). */
  private void evict(int room) {
    int dropped = 0;
    while (dropped < dynamic.size() && size > limit - room) {
      size -= dynamic.get(dropped++).size();
    }
    dynamic.subList(0, dropped).clear();
  }

  /** An integer with a prefix of so many bits (section 5.1); broken beyond 2^28. */
  private int integer(int prefix) {
    int most = (1 << prefix) - 1;
    int value = block[at++] & most;
    if (value < most) {
      return value;
    }
    for (int shift = 0; shift < 28 && at < block.length; shift += 7) {
      int next = block[at++];
      value += (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    broken = true;
    return 0;
  }

  /** A string literal (section 5.2). */
  private Optional<String> string() {
    if (at >= block.length) {
      broken = true;
      return Optional.empty();
    }
    boolean huffman = block[at] < 0;
    int length = integer(7);
    if (broken || length > block.length - at) {
      broken = true;
      return Optional.empty();
    }
    byte[] raw = Arrays.copyOfRange(block, at, at + length);
    at += length;
    Optional<byte[]> plain = huffman ? Huffman.decode(raw) : Optional.of(raw);
    broken |= plain.isEmpty();
    return plain.map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
