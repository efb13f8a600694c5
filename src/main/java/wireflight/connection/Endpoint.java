package wireflight.connection;

import wireflight.packet.IpAddress;

/**
 * A socket address: IP address and port.
 *
 * @param address the IP address
 * @param port 0 to 65535
 */
public record Endpoint(IpAddress address, int port) {}
