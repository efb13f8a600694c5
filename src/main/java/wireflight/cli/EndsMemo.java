package wireflight.cli;

import org.jspecify.annotations.Nullable;
import wireflight.packet.Scan;

/**
 * Remembers how the ends of flows met lately were written, by their addresses, ports, transport and
 * stream. Not thread-safe.
 */
final class EndsMemo {
  private static final int BITS = 8;
  private static final int FIELDS = 6;

  private final long[] keys = new long[FIELDS << BITS];
  private final byte[][] written = new byte[1 << BITS][];
  private final long[] asked = new long[FIELDS];
  private int slot;

  /** The bytes that were kept for the ends of a packet; null if there are none. */
  byte @Nullable [] find(Scan scan, int stream) {
    asked[0] = scan.sourceHigh();
    asked[1] = scan.sourceLow();
    asked[2] = scan.destinationHigh();
    asked[3] = scan.destinationLow();
    asked[4] =
        (long) scan.sourcePort() << 32
            | (long) scan.destinationPort() << 16
            | (scan.kind() == Scan.Kind.TCP ? 1 << 8 : 0)
            | scan.ipVersion();
    asked[5] = scan.portsKnown() ? stream : Long.MIN_VALUE;
    long sum = 0;
    for (long part : asked) {
      sum = (sum ^ part) * 0x9e3779b97f4a7c15L;
    }
    slot = (int) (sum >>> 64 - BITS);
    byte[] known = written[slot];
    if (known == null) {
      return null;
    }
    for (int i = 0; i < FIELDS; i++) {
      if (keys[slot * FIELDS + i] != asked[i]) {
        return null;
      }
    }
    return known;
  }

  /** Keeps the bytes for the ends that were asked for last. */
  void keep(byte[] bytes) {
    System.arraycopy(asked, 0, keys, slot * FIELDS, FIELDS);
    written[slot] = bytes;
  }
}
