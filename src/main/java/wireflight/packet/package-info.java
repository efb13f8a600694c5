/**
 * Bytes to packet values: link layers, IPv4 and IPv6, TCP, UDP, ICMP, SCTP, and their header
 * layouts for display.
 *
 * <p>Job: decode one frame's bytes, never failing. May use no other package of Wireflight. Start
 * reading at {@link wireflight.packet.Packet}.
 */
package wireflight.packet;
