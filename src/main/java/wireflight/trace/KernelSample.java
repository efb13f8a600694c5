package wireflight.trace;

/**
 * What the kernel said of one TCP socket (Linux TCP_INFO).
 *
 * <p>The state was true at some instant between {@code time} and {@code until}. Where the kernel
 * tells nothing but the state (LISTEN, CLOSED, and any state after {@code close}), the numbers are
 * 0.
 *
 * @param time just before the kernel was asked
 * @param until just after it answered
 * @param socket whose state it is
 * @param state the RFC 9293 name ({@code SYN-SENT}, {@code ESTABLISHED})
 * @param congestionWindow cwnd, in segments
 * @param slowStartThreshold ssthresh, in segments; {@link Integer#MAX_VALUE} before the first loss
 * @param roundTripMicros the smoothed round-trip time, microseconds; 0 before the first measurement
 * @param retransmitTimeoutMicros the RTO, microseconds
 * @param unacknowledged segments sent and not yet acknowledged
 * @param retransmits segments sent again since the connection opened
 */
public record KernelSample(
    long time,
    long until,
    SocketName socket,
    String state,
    int congestionWindow,
    int slowStartThreshold,
    int roundTripMicros,
    int retransmitTimeoutMicros,
    int unacknowledged,
    int retransmits)
    implements Event {
  @Override
  public String message() {
    return "kernel: "
        + socket.actor()
        + " is "
        + state
        + ", cwnd "
        + congestionWindow
        + ", rtt "
        + roundTripMicros
        + " us, retransmits "
        + retransmits;
  }
}
