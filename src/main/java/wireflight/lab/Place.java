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

  /**
   * The address as the kernel is told it.
   *
   * @param usual whose address an address without a host means
   */
  InetSocketAddress resolve(Address address, SocketKind kind, Residence usual) {
    InetAddress host =
        address.host().isEmpty()
            ? usual.address(kind.ipv6())
            : InetAddress.ofLiteral(address.host());
    return new InetSocketAddress(host, usual.onWire() ? address.port() : port(address.port()));
  }

  /**
   * Where a socket can be reached that is bound to what {@link Sockets#localName} printed.
   *
   * @param residence where that socket lives
   */
  static InetSocketAddress reach(String local, Residence residence) {
    int colon = local.lastIndexOf(':');
    String host = local.substring(0, colon).replace("[", "").replace("]", "");
    InetAddress reachable =
        switch (host) {
          case "0.0.0.0" -> residence.address(false);
          case "::" -> residence.address(true);
          default -> InetAddress.ofLiteral(host);
        };
    return new InetSocketAddress(reachable, Integer.parseInt(local.substring(colon + 1)));
  }
}
