package wireflight.connection;

import wireflight.packet.SctpChunk;

/**
 * The RFC 9260 states of both ends of an SCTP association, as far as the packets tell.
 *
 * <p>As for TCP, a sighting counts as departure and as arrival, and a chunk that is sent again
 * takes back what its first sighting made of its arrival.
 */
final class AssociationTracker {
  /** RFC 9260, section 3.3.10.3. */
  private static final int STALE_COOKIE = 3;

  private final SctpState[] state = {SctpState.UNKNOWN, SctpState.UNKNOWN};

  SctpState client() {
    return state[0];
  }

  SctpState server() {
    return state[1];
  }

  byte packed() {
    return (byte) (client().code() | server().code() << 4);
  }

  static SctpState packedClient(int packed) {
    return SctpState.ofCode(packed & 0xf);
  }

  static SctpState packedServer(int packed) {
    return SctpState.ofCode(packed >> 4 & 0xf);
  }

  SctpState of(boolean client) {
    return state[client ? 0 : 1];
  }

  /** Takes a chunk (RFC 9260, section 4, figure 3). */
  void chunk(boolean fromClient, int type) {
    int x = fromClient ? 0 : 1;
    int y = 1 - x;
    switch (type) {
      case SctpChunk.INIT -> {
        state[x] = SctpState.COOKIE_WAIT;
        // An end that is asked keeps no state before the cookie comes back (section 5.1).
        state[y] = state[y] == SctpState.UNKNOWN ? SctpState.CLOSED : state[y];
      }
      case SctpChunk.INIT_ACK -> {
        state[x] = state[x] == SctpState.UNKNOWN ? SctpState.CLOSED : state[x];
        state[y] = state[y] == SctpState.UNKNOWN ? SctpState.COOKIE_WAIT : state[y];
      }
      case SctpChunk.COOKIE_ECHO -> {
        state[x] = SctpState.COOKIE_ECHOED;
        state[y] = SctpState.ESTABLISHED;
      }
      case SctpChunk.COOKIE_ACK -> {
        state[x] = opening(x) ? SctpState.ESTABLISHED : state[x];
        state[y] = opening(y) ? SctpState.ESTABLISHED : state[y];
      }
      case SctpChunk.SHUTDOWN -> shutdown(x, y);
      case SctpChunk.SHUTDOWN_ACK -> {
        state[x] = SctpState.SHUTDOWN_ACK_SENT;
        // Both at once: each acknowledges, and the first acknowledgment ends it (section 9.2).
        state[y] = SctpState.CLOSED;
      }
      case SctpChunk.SHUTDOWN_COMPLETE, SctpChunk.ABORT -> {
        state[x] = SctpState.CLOSED;
        state[y] = SctpState.CLOSED;
      }
      default -> {}
    }
  }

  /**
   * Takes an ERROR's cause: a stale cookie opens nothing, and its sender asks anew (RFC 9260,
   * section 5.2.6).
   */
  void error(boolean fromClient, int cause) {
    int x = fromClient ? 0 : 1;
    if (cause == STALE_COOKIE && state[1 - x] == SctpState.COOKIE_ECHOED) {
      state[x] = SctpState.CLOSED;
    }
  }

  private boolean opening(int end) {
    return state[end].phase() == EndState.Phase.OPENING || state[end] == SctpState.UNKNOWN;
  }

  private void shutdown(int x, int y) {
    if (state[x] != SctpState.SHUTDOWN_ACK_SENT) {
      state[x] = SctpState.SHUTDOWN_SENT;
    }
    switch (state[y]) {
      case UNKNOWN, COOKIE_WAIT, COOKIE_ECHOED, ESTABLISHED ->
          state[y] = SctpState.SHUTDOWN_RECEIVED;
      // It answers with SHUTDOWN ACK, and comes into its next state with that.
      case CLOSED, SHUTDOWN_SENT, SHUTDOWN_RECEIVED, SHUTDOWN_ACK_SENT -> {}
    }
  }
}
