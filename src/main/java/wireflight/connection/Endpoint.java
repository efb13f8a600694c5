package wireflight.connection;

import wireflight.packet.IpAddress;

/**
 * A socket address: IP address and port.
 *
 * @param address the IP address
 * @param port 0 to 65535
 */
public record Endpoint(IpAddress address, int port) {
  /** As {@code ss} prints it, an IPv6 address in brackets: {@code [::1]:80}. */
  @Override
  public String toString() {
    return (address.version() == 6 ? "[" + address + "]" : address) + ":" + port;
  }
}
