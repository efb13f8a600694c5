package wireflight.connection;

import java.util.Set;

/**
 * What the analysis knows of one TCP segment within its connection.
 *
 * @param row its row in the trace
 * @param connection index into {@link Analysis#connections()}
 * @param fromClient whether the client sent it
 * @param relativeSequence the sequence number relative to its direction's initial one, 0 to 2^32-1
 * @param relativeAcknowledgment the acknowledgment number relative to the other direction's initial
 *     one; 0 without ACK
 * @param length bytes of data
 * @param window the window in bytes, scaled where the scale is known
 * @param verdicts what the sequence analysis says, empty for an ordinary segment
 * @param reason one sentence that explains the verdicts from the frames they rest on; empty without
 *     verdicts
 * @param clientState the client's state after this segment
 * @param serverState the server's state after this segment
 * @param bytesInFlight bytes from the first that its sender was seen to send and not to have seen
 *     acknowledged to the last, after this segment; -1 where it carries no data
 * @param acknowledgedRow the row of the segment that its acknowledgment number is the end of, of
 *     several copies the first; -1 where there is none
 * @param acknowledgmentRoundTrip nanoseconds from that segment to this; -1 without it
 * @param initialRoundTrip nanoseconds from the connection's SYN to the ACK that ends its handshake;
 *     -1 where that was not seen
 */
public record SegmentFacts(
    int row,
    int connection,
    boolean fromClient,
    long relativeSequence,
    long relativeAcknowledgment,
    int length,
    long window,
    Set<Verdict> verdicts,
    String reason,
    TcpState clientState,
    TcpState serverState,
    int bytesInFlight,
    int acknowledgedRow,
    long acknowledgmentRoundTrip,
    long initialRoundTrip) {}
