package wireflight.connection;

/**
 * The states of one end of an SCTP association (RFC 9260, section 4), and {@link #UNKNOWN} where a
 * capture that starts in mid-association does not tell.
 *
 * <p>SHUTDOWN-PENDING is not among them: an end comes into it by a call and sends nothing that
 * tells, so no packet shows it.
 */
public enum SctpState implements EndState {
  UNKNOWN(Phase.IDLE),
  CLOSED(Phase.IDLE),
  COOKIE_WAIT(Phase.OPENING),
  COOKIE_ECHOED(Phase.OPENING),
  ESTABLISHED(Phase.OPEN),
  SHUTDOWN_SENT(Phase.CLOSING),
  SHUTDOWN_RECEIVED(Phase.CLOSING),
  SHUTDOWN_ACK_SENT(Phase.CLOSING);

  private static final SctpState[] ALL = values();

  private final Phase phase;

  SctpState(Phase phase) {
    this.phase = phase;
  }

  /** Its place among the states, from 0 to 7, as in columns. */
  @SuppressWarnings("EnumOrdinal") // columns of primitive numbers keep it; nothing is stored
  public int code() {
    return ordinal();
  }

  /** The state with a {@link #code()}. */
  public static SctpState ofCode(int code) {
    return ALL[code];
  }

  @Override
  public Phase phase() {
    return phase;
  }
}
