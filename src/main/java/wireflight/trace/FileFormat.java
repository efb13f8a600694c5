package wireflight.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Tells a recording's format from its first bytes. */
final class FileFormat {
  /** Bytes that suffice to tell; a whole file with fewer is no capture. */
  static final int BYTES_TO_TELL = 8;

  private FileFormat() {}

  /** The parser for a recording with these first bytes, big-endian; empty if it is none we read. */
  static Optional<RecordParser> parser(ByteBuffer bytes, int limit, Rows rows) {
    if (limit < BYTES_TO_TELL) {
      return Optional.empty();
    }
    int magic = bytes.getInt(0);
    int reversed = Integer.reverseBytes(magic);
    if (magic == PcapngParser.SECTION_HEADER) {
      return Optional.of(new PcapngParser(rows));
    } else if (PcapParser.knows(magic)) {
      return Optional.of(new PcapParser(rows, magic, ByteOrder.BIG_ENDIAN));
    } else if (PcapParser.knows(reversed)) {
      return Optional.of(new PcapParser(rows, reversed, ByteOrder.LITTLE_ENDIAN));
    } else if (magic == SnoopParser.MAGIC && bytes.getInt(4) == SnoopParser.MAGIC_REST) {
      return Optional.of(new SnoopParser(rows));
    }
    return Optional.empty();
  }

  static boolean isGzip(ByteBuffer bytes, int limit) {
    return limit >= 2 && bytes.getShort(0) == 0x1f8b;
  }

  /** One sentence: why bytes without a parser are no capture. */
  static String complaint(ByteBuffer bytes, int limit) {
    if (limit == 0) {
      return "The file is empty.";
    }
    String compression = limit < 4 ? "" : compression(bytes.getInt(0));
    if (!compression.isEmpty()) {
      return "This is compressed with " + compression + "; decompress it first.";
    }
    StringBuilder start = new StringBuilder();
    for (int at = 0; at < Math.min(limit, 4); at++) {
      start.append(String.format("%02x ", bytes.get(at)));
    }
    return "This is no capture: it starts with "
        + start.toString().strip()
        + (limit < BYTES_TO_TELL ? " and has only " + limit + " bytes" : "")
        + ", and what can be read is pcapng, pcap and snoop.";
  }

  private static String compression(int magic) {
    if (magic == 0x28b52ffd) {
      return "zstd";
    } else if (magic == 0x04224d18) {
      return "lz4";
    } else if (magic == 0xfd377a58) {
      return "xz";
    } else if (magic >>> 8 == 0x425a68) {
      return "bzip2";
    } else if (magic == 0x504b0304) {
      return "zip";
    }
    return "";
  }
}
