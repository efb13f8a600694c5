package wireflight.lab;

/** The socket options that change what is seen on the wire. */
public enum SocketOption {
  /** Send small segments at once instead of waiting for acknowledgments (Nagle's algorithm off). */
  NODELAY("nodelay", "TCP_NODELAY"),
  /**
   * Whether acknowledgments are sent at once or may be delayed, until the kernel thinks otherwise.
   */
  QUICKACK("quickack", "TCP_QUICKACK"),
  /** How long {@code close} waits for unsent data, in seconds; 0 resets the connection instead. */
  LINGER("linger", "SO_LINGER"),
  /** The receive buffer, in bytes; the kernel doubles what it is asked for. */
  RCVBUF("rcvbuf", "SO_RCVBUF"),
  /** The send buffer, in bytes; the kernel doubles what it is asked for. */
  SNDBUF("sndbuf", "SO_SNDBUF"),
  /** Probe an idle connection. */
  KEEPALIVE("keepalive", "SO_KEEPALIVE"),
  /** How many seconds a connection must be idle before it is probed. */
  KEEPIDLE("keepidle", "TCP_KEEPIDLE"),
  /** How many seconds lie between two probes. */
  KEEPINTVL("keepintvl", "TCP_KEEPINTVL"),
  /** After how many probes without an answer the connection ends. */
  KEEPCNT("keepcnt", "TCP_KEEPCNT"),
  /** Bind even where an old connection of the same port is still in TIME-WAIT. */
  REUSEADDR("reuseaddr", "SO_REUSEADDR");

  private final String word;
  private final String symbol;

  SocketOption(String word, String symbol) {
    this.word = word;
    this.symbol = symbol;
  }

  /** What a lesson calls it. */
  public String word() {
    return word;
  }

  /** What the sockets API calls it. */
  public String symbol() {
    return symbol;
  }

  /** Whether its value is {@code on} or {@code off} rather than a number. */
  boolean isSwitch() {
    return this == NODELAY || this == QUICKACK || this == KEEPALIVE || this == REUSEADDR;
  }
}
