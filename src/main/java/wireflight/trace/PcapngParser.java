package wireflight.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads pcapng: the framing of blocks, sections and their byte orders. What stands in a block is
 * read by {@link PcapngBlocks}.
 */
final class PcapngParser implements RecordParser {
  static final int SECTION_HEADER = 0x0a0d0d0a;
  static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

  private static final int SMALLEST_BLOCK = 12;
  private static final int SMALLEST_SECTION_HEADER = 28;

  private final Rows rows;
  private final PcapngBlocks blocks;
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private boolean lost;

  PcapngParser(Rows rows) {
    this.rows = rows;
    this.blocks = new PcapngBlocks(rows);
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public int parse(Window window, int from, int limit, int stopAt) {
    ByteBuffer bytes = window.bytes().duplicate().order(order);
    int at = from;
    while (at < stopAt && limit - at >= SMALLEST_BLOCK) {
      int type = bytes.getInt(at);
      if (type == SECTION_HEADER && !beginSection(window, bytes, at)) {
        break;
      }
      int length = bytes.getInt(at + 4);
      if (length < SMALLEST_BLOCK || length > LONGEST_RECORD) {
        stop(window, at, "block.long", Integer.toUnsignedString(length));
        break;
      }
      // The specification wants lengths padded to 32 bits; some writers pad but do not count.
      int step = length + 3 & ~3;
      if (step > limit - at) {
        break;
      }
      int trailer = bytes.getInt(at + step - 4);
      if (trailer != length) {
        stop(window, at, "block.lengths", length, Integer.toUnsignedString(trailer));
        break;
      }
      if (type == SECTION_HEADER && !section(window, bytes, at, length)) {
        break;
      }
      blocks.read(window, bytes, type, at, at + length - 4);
      at += step;
    }
    return at;
  }

  /** Takes the byte order from a section header, whose type reads alike in both. */
  private boolean beginSection(Window window, ByteBuffer bytes, int at) {
    int magic = bytes.getInt(at + 8);
    if (Integer.reverseBytes(magic) == BYTE_ORDER_MAGIC) {
      order = order == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      bytes.order(order);
    } else if (magic != BYTE_ORDER_MAGIC) {
      stop(window, at, "block.magic");
      return false;
    }
    return true;
  }

  private boolean section(Window window, ByteBuffer bytes, int at, int length) {
    if (length < SMALLEST_SECTION_HEADER) {
      stop(window, at, "block.section", length);
      return false;
    }
    int major = bytes.getShort(at + 12) & 0xffff;
    if (major != 1) {
      stop(window, at, "block.version", major);
      return false;
    }
    return true;
  }

  private void stop(Window window, int at, String key, Object... places) {
    lost = true;
    rows.addProblem(window.start() + at, "block.stop", ReadProblem.saying(key, places));
  }
}
