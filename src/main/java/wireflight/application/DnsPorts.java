package wireflight.application;

/** The ports on which DNS messages are usual. */
final class DnsPorts {
  private static final int DNS = 53;
  private static final int MULTICAST = 5353;
  private static final int LINK_LOCAL = 5355;

  private DnsPorts() {}

  /** Whether either port is one of DNS, mDNS (RFC 6762) or LLMNR (RFC 4795). */
  static boolean usual(int port, int other) {
    return usual(port) || usual(other);
  }

  private static boolean usual(int port) {
    return port == DNS || port == MULTICAST || port == LINK_LOCAL;
  }
}
