package wireflight.connection;

import java.util.Locale;

/**
 * What the sequence analysis may say of a segment, named as tshark's {@code tcp.analysis} fields
 * are.
 */
public enum Verdict {
  RETRANSMISSION,
  FAST_RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
  OUT_OF_ORDER,
  LOST_SEGMENT,
  ACK_LOST_SEGMENT,
  DUPLICATE_ACK,
  ZERO_WINDOW,
  WINDOW_UPDATE,
  WINDOW_FULL,
  KEEP_ALIVE,
  KEEP_ALIVE_ACK,
  ZERO_WINDOW_PROBE,
  ZERO_WINDOW_PROBE_ACK,
  REUSED_PORTS;

  private static final Verdict[] ALL = values();

  /** Its bit in {@link Analysis#verdictBits}. */
  @SuppressWarnings("EnumOrdinal") // columns of primitive numbers keep it; nothing is stored
  public int bit() {
    return 1 << ordinal();
  }

  /** Its place among the verdicts, from 0, as in columns. */
  @SuppressWarnings("EnumOrdinal") // columns of primitive numbers keep it; nothing is stored
  int code() {
    return ordinal();
  }

  static Verdict ofCode(int code) {
    return ALL[code];
  }

  /** The name in {@code analyze}'s output, as in {@code fast_retransmission}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
