package wireflight.packet;

/**
 * An SCTP packet's common header (RFC 9260, section 3.1); its chunks follow.
 *
 * @param ip the IP header outside it
 * @param offset where the common header starts in the frame
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param verificationTag the raw 32 bits
 */
public record SctpPacket(
    IpHeader ip, int offset, int sourcePort, int destinationPort, int verificationTag)
    implements Packet {}
