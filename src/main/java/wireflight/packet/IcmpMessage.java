package wireflight.packet;

import org.jspecify.annotations.Nullable;

/**
 * An ICMP or ICMPv6 message (RFC 792, RFC 4443).
 *
 * @param ip the IP header outside it
 * @param offset where the ICMP header starts in the frame
 * @param type the type number
 * @param code the code number
 * @param checksum as it stands in the header
 * @param quoted the packet that an error message quotes, as far as it goes; null for other messages
 */
public record IcmpMessage(
    IpHeader ip, int offset, int type, int code, int checksum, @Nullable Packet quoted)
    implements Packet {}
