package wireflight.connection;

/**
 * The states of one end of a TCP connection (RFC 9293, section 3.3.2), and {@link #UNKNOWN} where a
 * capture that starts mid-connection does not tell.
 */
public enum TcpState {
  UNKNOWN,
  CLOSED,
  LISTEN,
  SYN_SENT,
  SYN_RECEIVED,
  ESTABLISHED,
  FIN_WAIT_1,
  FIN_WAIT_2,
  CLOSE_WAIT,
  CLOSING,
  LAST_ACK,
  TIME_WAIT;

  private static final TcpState[] ALL = values();

  /** Its place among the states, from 0 to 11, as in columns. */
  @SuppressWarnings("EnumOrdinal") // columns of primitive numbers keep it; nothing is stored
  int code() {
    return ordinal();
  }

  static TcpState ofCode(int code) {
    return ALL[code];
  }

  /** The name as the RFC spells it, as in {@code SYN-SENT}; empty for {@link #UNKNOWN}. */
  public String rfcName() {
    return this == UNKNOWN ? "" : name().replace('_', '-');
  }
}
