package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import wireflight.capture.SystemCall;

/**
 * What Linux knows of a TCP socket: the beginning of its {@code struct tcp_info}.
 *
 * @param state the RFC 9293 name
 * @param congestionWindow in segments
 * @param slowStartThreshold in segments; {@link Integer#MAX_VALUE} before the first loss
 * @param roundTripMicros smoothed; 0 before the first measurement
 * @param retransmitTimeoutMicros the RTO
 * @param unacknowledged segments sent and not yet acknowledged
 * @param retransmits segments sent again since the connection opened
 */
record TcpInfo(
    String state,
    int congestionWindow,
    int slowStartThreshold,
    int roundTripMicros,
    int retransmitTimeoutMicros,
    int unacknowledged,
    int retransmits) {
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_INFO = 11;

  /** Up to tcpi_total_retrans, which has been there since Linux 2.6. */
  static final int SIZE = 104;

  /** By the kernel's numbers (tcp_states.h); 12 is a socket in SYN-RECEIVED before its accept. */
  private static final List<String> STATES =
      List.of(
          "",
          "ESTABLISHED",
          "SYN-SENT",
          "SYN-RECEIVED",
          "FIN-WAIT-1",
          "FIN-WAIT-2",
          "TIME-WAIT",
          "CLOSED",
          "CLOSE-WAIT",
          "LAST-ACK",
          "LISTEN",
          "CLOSING",
          "SYN-RECEIVED");

  /**
   * Whether something that was sent, be it data, SYN or FIN, waits to be acknowledged; so a packet
   * will come by itself.
   */
  boolean awaitsAcknowledgment() {
    return unacknowledged > 0
        || switch (state) {
          case "SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK" -> true;
          default -> false;
        };
  }

  /** A state without numbers. */
  static TcpInfo stateOnly(String state) {
    return new TcpInfo(state, 0, 0, 0, 0, 0, 0);
  }

  /** Asks the kernel. */
  static Optional<TcpInfo> of(int socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(SIZE, 8);
      MemorySegment size = arena.allocateFrom(JAVA_INT, SIZE);
      long result =
          SystemCall.GETSOCKOPT.call(socket, IPPROTO_TCP, TCP_INFO, info.address(), size.address());
      return result < 0 ? Optional.empty() : Optional.of(read(info));
    }
  }

  /** Reads the beginning of a {@code struct tcp_info}, at least {@link #SIZE} bytes. */
  static TcpInfo read(MemorySegment info) {
    String state = state(info.get(JAVA_BYTE, 0));
    if (state.equals("LISTEN") || state.equals("CLOSED")) {
      // The other fields mean something else here, or nothing.
      return stateOnly(state);
    }
    return new TcpInfo(
        state,
        info.get(JAVA_INT_UNALIGNED, 80),
        info.get(JAVA_INT_UNALIGNED, 76),
        info.get(JAVA_INT_UNALIGNED, 68),
        info.get(JAVA_INT_UNALIGNED, 8),
        info.get(JAVA_INT_UNALIGNED, 24),
        info.get(JAVA_INT_UNALIGNED, 100));
  }

  /** The RFC 9293 name of a state by the kernel's number. */
  static String state(int number) {
    return number > 0 && number < STATES.size() ? STATES.get(number) : "UNKNOWN";
  }
}
