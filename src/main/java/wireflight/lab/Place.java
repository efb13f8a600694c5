package wireflight.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a lesson's sockets live: a network of the worker's own, or this machine's loopback.
 *
 * @param ownNetwork whether nobody but the lesson is on this network
 * @param lowestPort the lowest port that may be bound here
 */
record Place(boolean ownNetwork, int lowestPort) {
  /** What is added to a port that may not be bound. */
  private static final int SHIFT = 10_000;

  private static final int SHIFT_BELOW = 1024;

  /** The port that stands in for one that may not be bound; else the port itself. */
  int port(int wanted) {
    return wanted > 0 && wanted < lowestPort && wanted < SHIFT_BELOW ? wanted + SHIFT : wanted;
  }

  /** The address as the kernel is told it. */
  InetSocketAddress resolve(Address address, SocketKind kind) {
    String host = address.host().isEmpty() ? (kind.ipv6() ? "::1" : "127.0.0.1") : address.host();
    return new InetSocketAddress(InetAddress.ofLiteral(host), port(address.port()));
  }

  /** Where a socket can be reached that is bound to what {@link Sockets#localName} printed. */
  static InetSocketAddress reach(String local) {
    int colon = local.lastIndexOf(':');
    String host = local.substring(0, colon).replace("[", "").replace("]", "");
    String reachable =
        switch (host) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::" -> "::1";
          default -> host;
        };
    return new InetSocketAddress(
        InetAddress.ofLiteral(reachable), Integer.parseInt(local.substring(colon + 1)));
  }
}
