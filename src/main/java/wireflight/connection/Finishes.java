package wireflight.connection;

import wireflight.packet.Scan;
import wireflight.packet.SequenceNumber;

/**
 * The FINs of both ends: whether they were sent, have arrived and are acknowledged, and the states
 * that this brings about (RFC 9293, sections 3.6 and 3.10.7.4).
 *
 * <p>A FIN has arrived where everything before it has, or where it is acknowledged.
 */
final class Finishes {
  /** Of both ends, shared with who follows the opening. */
  private final TcpState[] state;

  private final boolean self;
  private final boolean[] finished = new boolean[2];
  private final boolean[] finishArrived = new boolean[2];
  private final boolean[] finishAcknowledged = new boolean[2];
  private final int[] finishEnd = new int[2];

  /** Whether a segment is known to be lost whose data was not acknowledged since, and their end. */
  private final boolean[] missing = new boolean[2];

  private final int[] missingEnd = new int[2];

  Finishes(TcpState[] state, boolean self) {
    this.state = state;
    this.self = self;
  }

  boolean isArrived(int x) {
    return finishArrived[x];
  }

  /** An end begins anew. */
  void forget(int x) {
    finished[x] = false;
    finishArrived[x] = false;
    finishAcknowledged[x] = false;
    missing[x] = false;
  }

  /** A segment did not reach its receiver, so that nothing arrived that had not before. */
  void lost(int x, Scan s, boolean arrivedBefore) {
    if (s.length() > 0) {
      missing[x] = true;
      missingEnd[x] = s.sequenceNumber() + s.length();
    }
    finishArrived[x] = arrivedBefore;
  }

  /** An end acknowledges what the other sent. */
  void acknowledged(int x, int y, int number, boolean finish) {
    if (missing[y] && !SequenceNumber.isBefore(number, missingEnd[y])) {
      missing[y] = false;
    }
    if (!finished[y]) {
      return;
    }
    if (!SequenceNumber.isBefore(number, finishEnd[y])) {
      if (!finishArrived[y]) {
        arrive(y, x);
      }
      finishAcknowledged[y] = true;
      finishAcknowledged(y);
    } else if (finishArrived[y] && !finishAcknowledged[y] && !finish) {
      notYetArrived(y, x);
    }
  }

  /**
   * An end that acknowledges less than a FIN had not taken it when it sent that (RFC 9293, section
   * 3.10.7.4, eighth): the two crossed, or there was no room for what comes before the FIN.
   */
  private void notYetArrived(int x, int y) {
    switch (state[y]) {
      case CLOSE_WAIT -> state[y] = TcpState.ESTABLISHED;
      case CLOSING -> state[y] = TcpState.FIN_WAIT_1;
      case TIME_WAIT -> state[y] = TcpState.FIN_WAIT_2;
      case UNKNOWN,
          CLOSED,
          LISTEN,
          SYN_SENT,
          SYN_RECEIVED,
          ESTABLISHED,
          FIN_WAIT_1,
          FIN_WAIT_2,
          LAST_ACK -> {
        return;
      }
    }
    finishArrived[x] = false;
  }

  /** RFC 9293, section 3.10.7.4: the FIN of an end is acknowledged. */
  private void finishAcknowledged(int y) {
    switch (state[y]) {
      case FIN_WAIT_1 -> state[y] = TcpState.FIN_WAIT_2;
      case CLOSING -> state[y] = TcpState.TIME_WAIT;
      case LAST_ACK -> state[y] = TcpState.CLOSED;
      case UNKNOWN,
          CLOSED,
          LISTEN,
          SYN_SENT,
          SYN_RECEIVED,
          ESTABLISHED,
          FIN_WAIT_2,
          CLOSE_WAIT,
          TIME_WAIT -> {}
    }
  }

  /** An end sends a FIN. */
  void sent(int x, int y, Scan s, Side from) {
    int end = s.sequenceNumber() + s.length() + 1;
    boolean inOrder = from.contiguousKnown && from.contiguous == end && !missing[x];
    if (finished[x] && finishEnd[x] == end) {
      finishAgain(x);
    } else {
      finished[x] = true;
      finishEnd[x] = end;
      boolean crossed =
          !self && finished[y] && SequenceNumber.isBefore(s.acknowledgmentNumber(), finishEnd[y]);
      send(x, y, crossed);
    }
    if (inOrder && !finishArrived[x]) {
      arrive(x, y);
    }
  }

  /** A FIN sent again shows that it was not acknowledged, whatever was on its way. */
  private void finishAgain(int x) {
    switch (state[x]) {
      case FIN_WAIT_2 -> state[x] = TcpState.FIN_WAIT_1;
      case TIME_WAIT -> state[x] = TcpState.CLOSING;
      case CLOSED -> state[x] = TcpState.LAST_ACK;
      case UNKNOWN,
          LISTEN,
          SYN_SENT,
          SYN_RECEIVED,
          ESTABLISHED,
          FIN_WAIT_1,
          CLOSE_WAIT,
          CLOSING,
          LAST_ACK -> {}
    }
  }

  private void send(int x, int y, boolean crossed) {
    switch (state[x]) {
      case SYN_SENT, SYN_RECEIVED, ESTABLISHED -> state[x] = TcpState.FIN_WAIT_1;
      // Sent before the other's FIN arrived: both closed at once (RFC 9293, figure 13).
      case CLOSE_WAIT -> state[x] = crossed ? TcpState.CLOSING : TcpState.LAST_ACK;
      case UNKNOWN -> {
        if (finished[y] && !self) {
          state[x] = crossed ? TcpState.CLOSING : TcpState.LAST_ACK;
        }
      }
      case CLOSED, LISTEN, FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> {}
    }
  }

  /** The FIN of {@code x} arrives at {@code y}, everything before it having arrived. */
  private void arrive(int x, int y) {
    finishArrived[x] = true;
    switch (state[y]) {
      case SYN_SENT, SYN_RECEIVED, ESTABLISHED -> state[y] = TcpState.CLOSE_WAIT;
      case FIN_WAIT_1 -> state[y] = TcpState.CLOSING;
      case FIN_WAIT_2 -> state[y] = TcpState.TIME_WAIT;
      case UNKNOWN -> {
        if (finished[y] && !self) {
          // Its own FIN came first; the answer tells whether that was acknowledged.
          state[y] = state[x] == TcpState.LAST_ACK ? TcpState.TIME_WAIT : TcpState.CLOSING;
        }
      }
      case CLOSED, LISTEN, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> {}
    }
  }
}
