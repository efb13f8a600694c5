package wireflight.lab;

/** What {@code socket} makes: a transport over an IP version. */
public enum SocketKind {
  TCP("tcp", false),
  TCP6("tcp", true),
  UDP("udp", false),
  UDP6("udp", true);

  private final String transport;
  private final boolean ipv6;

  SocketKind(String transport, boolean ipv6) {
    this.transport = transport;
    this.ipv6 = ipv6;
  }

  /** {@code tcp} or {@code udp}. */
  public String transport() {
    return transport;
  }

  /** Whether its addresses are IPv6 addresses. */
  public boolean ipv6() {
    return ipv6;
  }

  /** Whether it carries a stream of bytes rather than datagrams. */
  public boolean stream() {
    return transport.equals("tcp");
  }

  /** The arguments of the call that makes it, as in C. */
  String arguments() {
    return (ipv6 ? "AF_INET6" : "AF_INET") + ", " + (stream() ? "SOCK_STREAM" : "SOCK_DGRAM");
  }
}
