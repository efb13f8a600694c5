package wireflight.connection;

/** The state of one end of a connection, in the words of its transport's RFC. */
public sealed interface EndState permits TcpState, SctpState {
  /** How far a connection is in such a state. */
  enum Phase {
    /** Nothing is open, or it is not known. */
    IDLE,
    OPENING,
    OPEN,
    CLOSING
  }

  /** The name as the RFC spells it, as in {@code SYN-SENT}; empty where it is not known. */
  String rfcName();

  /** How far the connection is, as seen from this end. */
  Phase phase();

  /** Whether the state is not known, as where a capture starts in mid-connection. */
  boolean isUnknown();

  /** Whether nothing of the connection is left at this end. */
  boolean isClosed();
}
