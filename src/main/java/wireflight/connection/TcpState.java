package wireflight.connection;

/**
 * The states of one end of a TCP connection (RFC 9293, section 3.3.2), and {@link #UNKNOWN} where a
 * capture that starts mid-connection does not tell.
 */
public enum TcpState implements EndState {
  UNKNOWN(Phase.IDLE),
  CLOSED(Phase.IDLE),
  LISTEN(Phase.IDLE),
  SYN_SENT(Phase.OPENING),
  SYN_RECEIVED(Phase.OPENING),
  ESTABLISHED(Phase.OPEN),
  FIN_WAIT_1(Phase.CLOSING),
  FIN_WAIT_2(Phase.CLOSING),
  CLOSE_WAIT(Phase.CLOSING),
  CLOSING(Phase.CLOSING),
  LAST_ACK(Phase.CLOSING),
  TIME_WAIT(Phase.CLOSING);

  private static final TcpState[] ALL = values();

  private final Phase phase;

  TcpState(Phase phase) {
    this.phase = phase;
  }

  /** Its place among the states, from 0 to 11, as in columns. */
  @SuppressWarnings("EnumOrdinal") // columns of primitive numbers keep it; nothing is stored
  public int code() {
    return ordinal();
  }

  /** The state with a {@link #code()}. */
  public static TcpState ofCode(int code) {
    return ALL[code];
  }

  @Override
  public Phase phase() {
    return phase;
  }
}
