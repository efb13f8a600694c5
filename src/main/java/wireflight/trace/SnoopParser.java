package wireflight.trace;

import java.nio.ByteBuffer;

/** Reads snoop, the format of Solaris (RFC 1761): always big-endian, microseconds. */
final class SnoopParser implements RecordParser {
  /** The first four of the eight bytes {@code snoop\0\0\0}. */
  static final int MAGIC = 0x736e6f6f;

  static final int MAGIC_REST = 0x70000000;

  private static final int FILE_HEADER = 16;
  private static final int PACKET_HEADER = 24;

  private final Rows rows;
  private boolean lost;
  private int point = -1;

  SnoopParser(Rows rows) {
    this.rows = rows;
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public int parse(Window window, int from, int limit, int stopAt) {
    ByteBuffer bytes = window.bytes();
    int at = from;
    if (point < 0) {
      if (limit - at < FILE_HEADER) {
        return at;
      }
      point = rows.addPoint("", "", linkType(bytes.getInt(at + 12)), 0);
      at += FILE_HEADER;
    }
    while (at < stopAt && limit - at >= PACKET_HEADER) {
      int original = bytes.getInt(at);
      int captured = bytes.getInt(at + 4);
      int length = bytes.getInt(at + 8);
      if (length < PACKET_HEADER
          || length > LONGEST_RECORD
          || captured < 0
          || captured > length - PACKET_HEADER) {
        lost = true;
        rows.addProblem(window.start() + at, "snoop.lengths");
        break;
      }
      if (length > limit - at) {
        break;
      }
      long seconds = Integer.toUnsignedLong(bytes.getInt(at + 16));
      long micros = Integer.toUnsignedLong(bytes.getInt(at + 20));
      rows.addFrame(
          seconds * 1_000_000_000L + micros * 1000,
          window.position(at + PACKET_HEADER),
          captured,
          original,
          point);
      at += length;
    }
    return at;
  }

  /** RFC 1761's datalink types, where the registry of pcap has the same; 65535 for the others. */
  private static LinkType linkType(int datalink) {
    return switch (datalink) {
      case 0, 4 -> LinkType.ETHERNET;
      case 2 -> new LinkType(6); // IEEE 802.5 Token Ring
      case 8 -> new LinkType(10); // FDDI
      default -> new LinkType(0xffff);
    };
  }
}
