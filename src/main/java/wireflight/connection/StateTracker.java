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
  private final boolean self;
  private final TcpState[] state = {TcpState.UNKNOWN, TcpState.UNKNOWN};
  private final Finishes finishes;

  /** Whether a reset closed an end, and what that was before. */
  private final boolean[] closedByReset = new boolean[2];

  private final TcpState[] beforeReset = {TcpState.UNKNOWN, TcpState.UNKNOWN};

  /** Whether an end has sent anything but SYNs and resets: what opens comes late after that. */
  private final boolean[] spoke = new boolean[2];

  private boolean simultaneous;
  private Answers answers = Answers.NONE;

  StateTracker(boolean self) {
    this.self = self;
    finishes = new Finishes(state, self);
  }

  TcpState client() {
    return state[0];
  }

  /** The client's state as the answers tell it so far. */
  TcpState knownClient() {
    return state[0] == TcpState.ESTABLISHED && state[1] == TcpState.SYN_RECEIVED && !self
        ? answers.afterSynAck()
        : state[0];
  }

  TcpState server() {
    return self ? state[0] : state[1];
  }

  /** How the SYN and the SYN-ACK were answered. */
  Answers answers() {
    return answers;
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
    boolean arrived = finishes.isArrived(x);
    Answers.Answer answered = answers.toSyn();
    sent(x, y, s, from, back);
    if (!self) {
      state[y] = receiver;
      closedByReset[y] = closed;
    }
    finishes.lost(x, s, arrived);
    answers = new Answers(answered, answers.toSynAck());
  }

  private void sent(int x, int y, Scan s, Side from, Side back) {
    int flags = s.flags();
    boolean ack = (flags & TcpFlags.ACK) != 0;
    boolean waiting = state[0] == TcpState.ESTABLISHED && state[1] == TcpState.SYN_RECEIVED;
    answers = answers.client(x == 0, waiting && !simultaneous, flags);
    if ((flags & TcpFlags.RST) != 0) {
      reset(x, y, s, from, back);
      return;
    }
    if ((flags & TcpFlags.SYN) != 0) {
      // What else it carries waits until the connection is open (sections 3.10.7.2 to 3.10.7.4).
      if (ack) {
        goOn(x);
        synAck(x, y, s, self ? from : back);
      } else {
        syn(x, y);
      }
      return;
    }
    goOn(x);
    spoke[x] = true;
    if (ack) {
      boolean finish = (flags & TcpFlags.FIN) != 0;
      acknowledge(x, y, s.acknowledgmentNumber(), finish, self ? from : back);
    }
    if ((flags & TcpFlags.FIN) != 0) {
      finishes.sent(x, y, s, from);
    }
  }

  /** RFC 9293, sections 3.5 and 3.10.7.3: an opening, or both ends opening at once. */
  private void syn(int x, int y) {
    if (self) {
      state[x] = TcpState.SYN_RECEIVED;
    } else if (isAtRest(state[x])
        || state[x] == TcpState.TIME_WAIT && state[y] == TcpState.CLOSED) {
      boolean atOnce = state[y] == TcpState.SYN_SENT && !spoke[x];
      // Else for the first time, sent again after a refusal as some systems do, or a new
      // connection that happens to begin with the same number.
      afresh(x);
      state[x] = TcpState.SYN_SENT;
      if (atOnce) {
        simultaneous = true;
        state[x] = TcpState.SYN_RECEIVED;
        state[y] = TcpState.SYN_RECEIVED;
      }
    } else if (state[x] == TcpState.ESTABLISHED && state[y] == TcpState.SYN_RECEIVED && !spoke[x]) {
      // Sent again, because the SYN-ACK has not arrived.
      state[x] = TcpState.SYN_SENT;
    }
  }

  private static boolean isAtRest(TcpState state) {
    return state.phase() == EndState.Phase.IDLE;
  }

  /** Nothing of what an end did before counts any more. */
  private void afresh(int x) {
    finishes.forget(x);
    closedByReset[x] = false;
    spoke[x] = false;
  }

  private void synAck(int x, int y, Scan s, Side back) {
    boolean asked = state[y] == TcpState.SYN_SENT;
    if (x == 1 && !simultaneous) {
      answers = answers.server(Answers.Answer.ACCEPTED);
    }
    switch (state[x]) {
      case UNKNOWN, LISTEN, SYN_SENT -> state[x] = TcpState.SYN_RECEIVED;
      case CLOSED, TIME_WAIT -> {
        if (asked || !spoke[x]) {
          afresh(x);
          state[x] = TcpState.SYN_RECEIVED;
        }
      }
      case ESTABLISHED -> {
        // Sent again: the final ACK of the handshake has not arrived.
        if (!simultaneous && !self && !spoke[x]) {
          state[x] = TcpState.SYN_RECEIVED;
        }
      }
      case SYN_RECEIVED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK -> {}
    }
    // Section 3.10.7.3: what acknowledges anything but the SYN is answered with a reset.
    boolean fits = !asked || acknowledgesSyn(s.acknowledgmentNumber(), back);
    switch (state[y]) {
      case UNKNOWN, SYN_SENT -> state[y] = fits ? TcpState.ESTABLISHED : state[y];
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

  /** Whether a number acknowledges an end's SYN, and nothing that was not sent. */
  private static boolean acknowledgesSyn(int number, Side back) {
    return back.baseKnown
        && SequenceNumber.isAfter(number, back.base)
        && !SequenceNumber.isAfter(number, back.next);
  }

  private void acknowledge(int x, int y, int number, boolean finish, Side back) {
    if (state[x] == TcpState.SYN_SENT) {
      // Its SYN-ACK is missing from the capture.
      state[x] = TcpState.ESTABLISHED;
    }
    if (acknowledgesSyn(number, back)) {
      if (state[y] == TcpState.SYN_RECEIVED) {
        state[y] = TcpState.ESTABLISHED;
      } else if (state[y] == TcpState.LISTEN && closedByReset[y]) {
        // It finds nobody, unless the reset was not taken.
        beforeReset[y] = TcpState.ESTABLISHED;
      }
    }
    finishes.acknowledged(x, y, number, finish);
  }

  /** RFC 9293, section 3.10.7: a reset counts only where its receiver expects it. */
  private void reset(int x, int y, Scan s, Side from, Side back) {
    if (state[x] == TcpState.SYN_SENT) {
      // To an answer that fits no SYN of its own; it goes on asking (sections 3.5.1, 3.10.7.3).
      close(y, TcpState.CLOSED);
      return;
    }
    if (state[x] == TcpState.SYN_RECEIVED
        && from.contiguousKnown
        && s.sequenceNumber() != from.contiguous) {
      // To an ACK of what it has not sent, with that number; it goes on waiting (3.10.7.4, fifth).
      return;
    }
    if (!Resets.isTaken(state[y] == TcpState.SYN_SENT, s, from, back)) {
      return;
    }
    if (state[y] == TcpState.SYN_SENT && x == 1) {
      answers = answers.server(Answers.Answer.REFUSED);
    }
    // A passive open goes back to waiting for others.
    boolean passive = state[y] == TcpState.SYN_RECEIVED && !simultaneous && !self;
    close(x, TcpState.CLOSED);
    close(y, passive ? TcpState.LISTEN : TcpState.CLOSED);
  }

  private void close(int end, TcpState to) {
    if (state[end] != TcpState.CLOSED) {
      beforeReset[end] = closedByReset[end] ? beforeReset[end] : state[end];
      closedByReset[end] = true;
      state[end] = to;
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
