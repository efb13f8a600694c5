package wireflight.connection;

/** The transport of a connection or flow. */
public enum Transport {
  TCP,
  UDP,
  SCTP
}
