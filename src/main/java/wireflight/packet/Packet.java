package wireflight.packet;

import org.jspecify.annotations.Nullable;

/**
 * What a frame carries, down to its first transport from the outside in.
 *
 * <p>All offsets are relative to the frame's first captured byte. Lengths come from the headers, so
 * a payload may be longer than what was captured of it.
 */
public sealed interface Packet
    permits TcpSegment, UdpDatagram, IcmpMessage, SctpPacket, IpFragment, Undecoded {
  /** The IP header just outside the transport; null only where none was found. */
  @Nullable IpHeader ip();
}
