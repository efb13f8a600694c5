package wireflight.connection;

import wireflight.packet.Scan;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;

/**
 * The RFC 9293 states of both ends, as far as the packets tell.
 *
 * <p>A sighting counts as departure and as arrival: the sender is in the state in which it sends
 * such a segment, the receiver in the one into which it brings it. Where a later segment shows that
 * an arrival did not happen (a SYN-ACK or FIN sent again), the state goes back. A connection whose
 * opening was not seen is {@link TcpState#UNKNOWN} until something is certain.
 */
final class StateTracker {
  static final int UNANSWERED = 0;
  static final int ACCEPTED = 1;
  static final int REFUSED = 2;

  private final boolean self;
  private final TcpState[] state = {TcpState.UNKNOWN, TcpState.UNKNOWN};
  private final boolean[] finished = new boolean[2];
  private final boolean[] finishArrived = new boolean[2];
  private final boolean[] finishAcknowledged = new boolean[2];
  private final int[] finishEnd = new int[2];

  /** Whether a segment is known to be lost whose data was not acknowledged since, and their end. */
  private final boolean[] missing = new boolean[2];

  private final int[] missingEnd = new int[2];

  /** Whether a reset closed an end, and what that was before. */
  private final boolean[] closedByReset = new boolean[2];

  private final TcpState[] beforeReset = {TcpState.UNKNOWN, TcpState.UNKNOWN};

  private boolean simultaneous;
  private int answer = UNANSWERED;

  StateTracker(boolean self) {
    this.self = self;
  }

  TcpState client() {
    return state[0];
  }

  TcpState server() {
    return self ? state[0] : state[1];
  }

  /** What came back for the first SYN. */
  int answer() {
    return answer;
  }

  byte packed() {
    return (byte) (client().code() | server().code() << 4);
  }

  static TcpState packedClient(int packed) {
    return TcpState.ofCode(packed & 0xf);
  }

  static TcpState packedServer(int packed) {
    return TcpState.ofCode(packed >> 4 & 0xf);
  }

  /**
   * Takes a segment after its direction's {@link Side} was brought up to date with it.
   *
   * @param arrives false where it is known to be lost: then it changes nothing at its receiver
   */
  void segment(boolean fromClient, Scan s, Side from, Side back, boolean arrives) {
    int x = fromClient ? 0 : 1;
    int y = self ? x : 1 - x;
    if (arrives) {
      sent(x, y, s, from, back);
      return;
    }
    TcpState receiver = state[y];
    boolean closed = closedByReset[y];
    boolean arrived = finishArrived[x];
    int answered = answer;
    sent(x, y, s, from, back);
    if (s.length() > 0) {
      missing[x] = true;
      missingEnd[x] = s.sequenceNumber() + s.length();
    }
    if (!self) {
      state[y] = receiver;
      closedByReset[y] = closed;
    }
    finishArrived[x] = arrived;
    answer = answered;
  }

  private void sent(int x, int y, Scan s, Side from, Side back) {
    int flags = s.flags();
    boolean ack = (flags & TcpFlags.ACK) != 0;
    if ((flags & TcpFlags.RST) != 0) {
      reset(x, y, s, from, back);
      return;
    }
    goOn(x);
    if ((flags & TcpFlags.SYN) != 0) {
      if (ack) {
        synAck(x, y);
      } else {
        syn(x, y);
      }
    } else if (ack) {
      boolean finish = (flags & TcpFlags.FIN) != 0;
      acknowledge(x, y, s.acknowledgmentNumber(), finish, self ? from : back);
    }
    if ((flags & TcpFlags.FIN) != 0) {
      int end = s.sequenceNumber() + s.length() + 1;
      boolean inOrder = from.contiguousKnown && from.contiguous == end && !missing[x];
      finish(x, y, end, s.acknowledgmentNumber(), inOrder);
    }
  }

  /** RFC 9293, sections 3.5 and 3.10.7.3: an opening, or both ends opening at once. */
  private void syn(int x, int y) {
    if (self) {
      state[x] = TcpState.SYN_RECEIVED;
    } else if (state[y] == TcpState.SYN_SENT) {
      simultaneous = true;
      state[x] = TcpState.SYN_RECEIVED;
      state[y] = TcpState.SYN_RECEIVED;
    } else if (state[x] == TcpState.UNKNOWN
        || state[x] == TcpState.CLOSED
        || state[x] == TcpState.ESTABLISHED && state[y] == TcpState.SYN_RECEIVED) {
      // Sent again after a refusal, as some systems do, or because the SYN-ACK has not arrived.
      state[x] = TcpState.SYN_SENT;
    }
  }

  private void synAck(int x, int y) {
    if (answer == UNANSWERED && x == 1 && !simultaneous) {
      answer = ACCEPTED;
    }
    switch (state[x]) {
      case UNKNOWN, CLOSED, LISTEN, SYN_SENT -> state[x] = TcpState.SYN_RECEIVED;
      case ESTABLISHED -> {
        // Sent again: the final ACK of the handshake has not arrived.
        if (!simultaneous && !self) {
          state[x] = TcpState.SYN_RECEIVED;
        }
      }
      case SYN_RECEIVED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> {}
    }
    switch (state[y]) {
      case UNKNOWN, SYN_SENT -> state[y] = TcpState.ESTABLISHED;
      case SYN_RECEIVED -> state[y] = simultaneous || self ? TcpState.ESTABLISHED : state[y];
      case CLOSED,
          LISTEN,
          ESTABLISHED,
          FIN_WAIT_1,
          FIN_WAIT_2,
          CLOSE_WAIT,
          CLOSING,
          LAST_ACK,
          TIME_WAIT -> {}
    }
  }

  private void acknowledge(int x, int y, int number, boolean finish, Side back) {
    if (state[x] == TcpState.SYN_SENT) {
      // Its SYN-ACK is missing from the capture.
      state[x] = TcpState.ESTABLISHED;
    }
    if (state[y] == TcpState.SYN_RECEIVED
        && back.baseKnown
        && SequenceNumber.isAfter(number, back.base)) {
      state[y] = TcpState.ESTABLISHED;
    }
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

  private void finish(int x, int y, int end, int ack, boolean inOrder) {
    if (finished[x] && finishEnd[x] == end) {
      finishAgain(x);
    } else {
      finished[x] = true;
      finishEnd[x] = end;
      boolean crossed = !self && finished[y] && SequenceNumber.isBefore(ack, finishEnd[y]);
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

  /** RFC 9293, section 3.10.7: a reset counts only where its receiver expects it. */
  private void reset(int x, int y, Scan s, Side from, Side back) {
    if (state[x] == TcpState.SYN_SENT) {
      // To an answer that fits no SYN of its own; it goes on asking (sections 3.5.1, 3.10.7.3).
      close(y);
      return;
    }
    if (!Resets.isTaken(state[y] == TcpState.SYN_SENT, s, from, back)) {
      return;
    }
    if (state[y] == TcpState.SYN_SENT && answer == UNANSWERED && x == 1) {
      answer = REFUSED;
    }
    // A passive open goes back to waiting for others.
    boolean passive = state[y] == TcpState.SYN_RECEIVED && !simultaneous && !self;
    close(x);
    if (passive) {
      state[y] = TcpState.LISTEN;
    } else {
      close(y);
    }
  }

  private void close(int end) {
    if (state[end] != TcpState.CLOSED) {
      beforeReset[end] = state[end];
      closedByReset[end] = true;
      state[end] = TcpState.CLOSED;
    }
  }

  /** Who sends more than resets was not closed by one: it was lost, or not taken. */
  private void goOn(int x) {
    if (closedByReset[x]) {
      state[x] = beforeReset[x];
      closedByReset[x] = false;
    }
  }
}
