package wireflight.packet;

/**
 * A TCP segment (RFC 9293, section 3.1).
 *
 * <p>Where the capture (or an ICMP error's quotation) ends within the header, {@code headerLength}
 * is 0: then only the ports are sure, and fields that were cut off are 0.
 *
 * @param ip the IP header outside it
 * @param offset where the TCP header starts in the frame
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param sequenceNumber the raw 32 bits
 * @param acknowledgmentNumber the raw 32 bits, also where ACK is not set
 * @param headerLength in bytes, options included
 * @param flags the nine flag bits, FIN lowest ({@link TcpFlags})
 * @param window as it stands in the header, unscaled
 * @param checksum as it stands in the header
 * @param urgentPointer as it stands in the header
 * @param options what the options say
 * @param payloadLength bytes of data by the IP header's count
 */
public record TcpSegment(
    IpHeader ip,
    int offset,
    int sourcePort,
    int destinationPort,
    int sequenceNumber,
    int acknowledgmentNumber,
    int headerLength,
    int flags,
    int window,
    int checksum,
    int urgentPointer,
    TcpOptions options,
    int payloadLength)
    implements Packet {
  /** Where the data starts in the frame. */
  public int payloadOffset() {
    return offset + headerLength;
  }

  /** Whether all of the given flag bits are set. */
  public boolean has(int bits) {
    return (flags & bits) == bits;
  }
}
