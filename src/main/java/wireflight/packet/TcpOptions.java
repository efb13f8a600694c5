package wireflight.packet;

import java.util.List;

/**
 * What a TCP header's options say (RFC 9293 section 3.2, RFC 7323, RFC 2018, RFC 7413).
 *
 * @param maximumSegmentSize the MSS; -1 without the option
 * @param windowScale the shift count; -1 without the option
 * @param selectiveAckPermitted whether SACK-permitted stands there
 * @param selectiveAcks the SACK blocks, raw left and right edges
 * @param timestamps whether the timestamps option stands there
 * @param timestampValue TSval; meaningful with {@code timestamps}
 * @param timestampEcho TSecr; meaningful with {@code timestamps}
 * @param fastOpenCookie bytes of the TCP Fast Open cookie; 0 where one is asked for; -1 without the
 *     option
 */
public record TcpOptions(
    int maximumSegmentSize,
    int windowScale,
    boolean selectiveAckPermitted,
    List<Block> selectiveAcks,
    boolean timestamps,
    int timestampValue,
    int timestampEcho,
    int fastOpenCookie) {
  /** No options at all. */
  public static final TcpOptions NONE = new TcpOptions(-1, -1, false, List.of(), false, 0, 0, -1);

  /**
   * A SACK block: bytes that arrived beyond the acknowledgment number.
   *
   * @param left the first sequence number held
   * @param right the sequence number after the last one held
   */
  public record Block(int left, int right) {}
}
