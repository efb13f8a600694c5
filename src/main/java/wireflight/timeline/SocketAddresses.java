package wireflight.timeline;

import java.util.Optional;
import wireflight.connection.Endpoint;
import wireflight.packet.IpAddress;

/** Reads socket addresses as {@code ss} prints them. */
final class SocketAddresses {
  private SocketAddresses() {}

  /**
   * The endpoint that a text names ({@code 127.0.0.1:80}, {@code [::1]:80}, {@code *:80}); empty if
   * it names none. An IPv4 address mapped into IPv6 counts as the IPv4 address that is on the wire.
   */
  static Optional<Endpoint> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      return Optional.empty();
    }
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      String host = text.substring(0, colon);
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      int zone = host.indexOf('%');
      host = zone < 0 ? host : host.substring(0, zone);
      IpAddress address = host.equals("*") ? IpAddress.v4(0) : unmapped(IpAddress.parse(host));
      return port < 0 || port > 0xffff
          ? Optional.empty()
          : Optional.of(new Endpoint(address, port));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  // RFC 4291, section 2.5.5.2
  private static IpAddress unmapped(IpAddress address) {
    boolean mapped =
        address.version() == 6 && address.high() == 0 && address.low() >>> 32 == 0xffff;
    return mapped ? IpAddress.v4((int) address.low()) : address;
  }
}
