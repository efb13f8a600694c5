package wireflight.connection;

import wireflight.packet.TcpFlags;

/**
 * What came back for the first SYN and the first SYN-ACK of a connection.
 *
 * <p>What either did at its receiver shows only in the answer. A server may be listening or not;
 * and a client that has given up resets what comes too late (RFC 9293, section 3.10.7.1), though it
 * would be open had it still been asking.
 *
 * @param toSyn of the server
 * @param toSynAck of the client
 */
record Answers(Answer toSyn, Answer toSynAck) {
  static final Answers NONE = new Answers(Answer.NONE, Answer.NONE);

  /** An answer, as far as one came. */
  enum Answer {
    NONE,
    /** Nothing came for it, so that it was sent again. */
    MISSED,
    ACCEPTED,
    REFUSED;

    boolean isKnown() {
      return this == ACCEPTED || this == REFUSED;
    }
  }

  Answers server(Answer answer) {
    return toSyn.isKnown() ? this : new Answers(answer, toSynAck);
  }

  /**
   * With what a segment of an ordinary opening tells of the client.
   *
   * @param fromClient its sender
   * @param waiting whether a SYN-ACK is waiting for its answer
   */
  Answers client(boolean fromClient, boolean waiting, int flags) {
    if (!waiting || toSynAck.isKnown()) {
      return this;
    }
    int kind = flags & (TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST);
    if (!fromClient && kind == (TcpFlags.SYN | TcpFlags.ACK)) {
      return new Answers(toSyn, Answer.MISSED);
    }
    if (fromClient && kind == TcpFlags.RST) {
      // What aborts a connection that is open has acknowledged the SYN-ACK before.
      return new Answers(toSyn, Answer.REFUSED);
    }
    // A server that sends more than that has had its answer, captured or not.
    return (kind & TcpFlags.SYN) == 0 && (fromClient || kind == TcpFlags.ACK)
        ? new Answers(toSyn, Answer.ACCEPTED)
        : this;
  }

  /** The client's state after a SYN-ACK that would open it. */
  TcpState afterSynAck() {
    return switch (toSynAck) {
      case NONE, ACCEPTED -> TcpState.ESTABLISHED;
      case MISSED -> TcpState.SYN_SENT;
      case REFUSED -> TcpState.CLOSED;
    };
  }
}
