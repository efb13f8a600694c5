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

  /** The name in {@code analyze}'s output, as in {@code fast_retransmission}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
