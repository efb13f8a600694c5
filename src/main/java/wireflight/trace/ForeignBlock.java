package wireflight.trace;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Blocks that Wireshark numbers as rows although they are neither packets nor journal entries:
 * Custom Blocks and Sysdig events. They become notes, so that frame numbers agree.
 */
final class ForeignBlock {
  private static final int MOST_BYTES_SHOWN = 64;

  private ForeignBlock() {}

  static Note note(int kind, long time, int detail, byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    String message;
    if (kind == RowColumns.CUSTOM) {
      String enterprise = Integer.toUnsignedString(detail);
      message = "custom block of enterprise " + enterprise + ", " + body.length + " bytes";
      fields.put("PCAPNG_ENTERPRISE", enterprise);
    } else {
      message = "Sysdig event block, " + body.length + " bytes";
      fields.put("PCAPNG_BLOCK_TYPE", "0x" + Integer.toHexString(detail));
    }
    int shown = Math.min(body.length, MOST_BYTES_SHOWN);
    fields.put("PCAPNG_BODY", HexFormat.of().formatHex(body, 0, shown));
    return new Note(time, message, Collections.unmodifiableMap(fields));
  }
}
