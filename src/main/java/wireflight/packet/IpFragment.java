package wireflight.packet;

/**
 * A piece of an IP datagram that does not hold the transport header.
 *
 * @param ip the IP header, whose fragment offset is not 0
 */
public record IpFragment(IpHeader ip) implements Packet {}
