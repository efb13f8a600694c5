package wireflight.lab;

/** What {@code socket} makes: a transport over an IP version. */
public enum SocketKind {
  TCP("tcp", false),
  TCP6("tcp", true),
  UDP("udp", false),
  UDP6("udp", true),
  /** One association a socket, used as a TCP socket is (RFC 6458, section 4). */
  SCTP("sctp", false),
  SCTP6("sctp", true);

  private final String transport;
  private final boolean ipv6;

  SocketKind(String transport, boolean ipv6) {
    this.transport = transport;
    this.ipv6 = ipv6;
  }

  /** {@code tcp}, {@code udp} or {@code sctp}. */
  public String transport() {
    return transport;
  }

  /** Whether its addresses are IPv6 addresses. */
  public boolean ipv6() {
    return ipv6;
  }

  /** Whether the API calls it a stream socket: one that is connected before it carries data. */
  public boolean stream() {
    return !transport.equals("udp");
  }

  /** The same transport over IPv6. */
  SocketKind overIpv6() {
    return switch (this) {
      case TCP, TCP6 -> TCP6;
      case UDP, UDP6 -> UDP6;
      case SCTP, SCTP6 -> SCTP6;
    };
  }

  /** The arguments of the call that makes it, as in C. */
  String arguments() {
    return (ipv6 ? "AF_INET6" : "AF_INET")
        + switch (this) {
          case TCP, TCP6 -> ", SOCK_STREAM";
          case UDP, UDP6 -> ", SOCK_DGRAM";
          case SCTP, SCTP6 -> ", SOCK_STREAM, IPPROTO_SCTP";
        };
  }
}
