package wireflight.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/** Tells a recording's format from its first bytes. */
final class FileFormat {
  /** Bytes that suffice to tell; a whole file with fewer is no capture. */
  static final int BYTES_TO_TELL = 8;

  private FileFormat() {}

  /**
   * The parser for a recording that begins with these bytes, at least {@link #BYTES_TO_TELL}; null
   * if it is none that is read here.
   */
  static @Nullable RecordParser parser(ByteBuffer bytes, Rows rows) {
    int magic = bytes.getInt(0);
    int reversed = Integer.reverseBytes(magic);
    if (magic == PcapngParser.SECTION_HEADER) {
      return new PcapngParser(rows);
    } else if (PcapParser.knows(magic)) {
      return new PcapParser(rows, magic, ByteOrder.BIG_ENDIAN);
    } else if (PcapParser.knows(reversed)) {
      return new PcapParser(rows, reversed, ByteOrder.LITTLE_ENDIAN);
    } else if (magic == SnoopParser.MAGIC && bytes.getInt(4) == SnoopParser.MAGIC_REST) {
      return new SnoopParser(rows);
    }
    return null;
  }

  static boolean isGzip(ByteBuffer bytes, int limit) {
    return limit >= 2 && bytes.getShort(0) == 0x1f8b;
  }

  /** One sentence: why bytes without a parser are no capture. */
  static Saying complaint(ByteBuffer bytes, int limit) {
    if (limit == 0) {
      return ReadProblem.saying("format.empty");
    }
    String compression = limit < 4 ? "" : compression(bytes.getInt(0));
    if (!compression.isEmpty()) {
      return ReadProblem.saying("format.compressed", compression);
    }
    StringBuilder start = new StringBuilder();
    for (int at = 0; at < Math.min(limit, 4); at++) {
      start.append(String.format("%02x ", bytes.get(at)));
    }
    return limit < BYTES_TO_TELL
        ? ReadProblem.saying("format.short", start.toString().strip(), limit)
        : ReadProblem.saying("format.unknown", start.toString().strip());
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
