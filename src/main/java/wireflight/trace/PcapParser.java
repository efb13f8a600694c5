package wireflight.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads pcap: a file header, then packets with a header each, in either byte order, with
 * microseconds or nanoseconds, and the <i>modified</i> kind with longer packet headers.
 */
final class PcapParser implements RecordParser {
  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;
  static final int MODIFIED = 0xa1b2cd34;

  private static final int FILE_HEADER = 24;
  private static final int RESERVED = 0x03ff_0000;
  private static final int USUAL_LONGEST_PACKET = 1 << 18;

  private final Rows rows;
  private final ByteOrder order;
  private final int fraction;
  private final int packetHeader;
  private boolean lost;
  private int point = -1;
  private int minorVersion;
  private int longest;

  /** A parser for the file that begins with a magic number, read in the given byte order. */
  PcapParser(Rows rows, int magic, ByteOrder order) {
    this.rows = rows;
    this.order = order;
    this.fraction = magic == NANOSECONDS ? 1 : 1000;
    this.packetHeader = magic == MODIFIED ? 24 : 16;
  }

  static boolean knows(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED;
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public int parse(Window window, int from, int limit, int stopAt) {
    ByteBuffer bytes = window.bytes().duplicate().order(order);
    int at = from;
    if (point < 0) {
      if (limit - at < FILE_HEADER) {
        return at;
      }
      fileHeader(window, bytes, at);
      at += FILE_HEADER;
    }
    while (!lost && at < stopAt && limit - at >= packetHeader) {
      int captured = bytes.getInt(at + 8);
      int original = bytes.getInt(at + 12);
      // Before version 2.3 the two lengths stood the other way round, in 2.3 either way.
      if (minorVersion < 3 || minorVersion == 3 && captured > original) {
        int swap = captured;
        captured = original;
        original = swap;
      }
      if (captured < 0 || captured > longest) {
        lost = true;
        rows.addProblem(window.start() + at, "pcap.long", Integer.toUnsignedString(captured));
        break;
      }
      if (captured > limit - at - packetHeader) {
        break;
      }
      long seconds = Integer.toUnsignedLong(bytes.getInt(at));
      long parts = Integer.toUnsignedLong(bytes.getInt(at + 4)) * fraction;
      rows.addFrame(
          seconds * 1_000_000_000L + parts,
          window.position(at + packetHeader),
          captured,
          original,
          point);
      at += packetHeader + captured;
    }
    return at;
  }

  private void fileHeader(Window window, ByteBuffer bytes, int at) {
    int major = bytes.getShort(at + 4) & 0xffff;
    minorVersion = bytes.getShort(at + 6) & 0xffff;
    int snapLength = bytes.getInt(at + 16);
    int link = bytes.getInt(at + 20);
    if (major != 2) {
      lost = true;
      rows.addProblem(window.start() + at + 4, "pcap.version", major);
    } else if ((link & RESERVED) != 0) {
      lost = true;
      rows.addProblem(window.start() + at + 20, "pcap.bits");
    }
    longest =
        Integer.compareUnsigned(snapLength, USUAL_LONGEST_PACKET) > 0
            ? LONGEST_RECORD - packetHeader
            : USUAL_LONGEST_PACKET;
    point = rows.addPoint("", "", new LinkType(link & 0xffff), Math.max(snapLength, 0));
  }
}
