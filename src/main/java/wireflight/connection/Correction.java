package wireflight.connection;

/**
 * What a segment really is, where more is known of it than Wireshark's rules look at.
 *
 * @param truth what it is
 * @param called what Wireshark calls it; stays among {@link SegmentFacts#verdicts()}
 * @param reason one sentence that tells by what it is known
 */
public record Correction(Truth truth, Verdict called, String reason) {
  /** What a segment may really be. */
  public enum Truth {
    /** Sent again, though it came too soon for Wireshark to believe it. */
    RETRANSMISSION,
    /** Sent once, and overtaken on its way. */
    OUT_OF_ORDER,
    /** One packet that the capture holds twice, or that the network repeated. */
    SEEN_TWICE,
    /** The SYN-ACK of an end that had sent a SYN itself (RFC 9293, section 3.5). */
    SIMULTANEOUS_OPEN,
    /** Asks whether the window is still closed (RFC 9293, section 3.8.6.1). */
    ZERO_WINDOW_PROBE,
    ZERO_WINDOW_PROBE_ACK,
    KEEP_ALIVE_ACK
  }
}
