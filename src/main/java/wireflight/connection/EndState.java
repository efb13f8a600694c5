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

  /** The constant's name. */
  String name();

  /** The name as the RFC spells it, as in {@code SYN-SENT}; empty where it is not known. */
  default String rfcName() {
    return isUnknown() ? "" : name().replace('_', '-');
  }

  /** How far the connection is, as seen from this end. */
  Phase phase();

  /** Whether the state is not known, as where a capture starts in mid-connection. */
  default boolean isUnknown() {
    return name().equals("UNKNOWN");
  }

  /** Whether nothing of the connection is left at this end. */
  default boolean isClosed() {
    return name().equals("CLOSED");
  }
}
