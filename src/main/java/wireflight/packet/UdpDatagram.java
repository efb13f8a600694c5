package wireflight.packet;

/**
 * A UDP datagram (RFC 768).
 *
 * @param ip the IP header outside it
 * @param offset where the UDP header starts in the frame
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param length the header's length field: header and data
 * @param checksum as it stands in the header
 */
public record UdpDatagram(
    IpHeader ip, int offset, int sourcePort, int destinationPort, int length, int checksum)
    implements Packet {
  /** Bytes of data by the header's count. */
  public int payloadLength() {
    return length - 8;
  }

  /** Where the data starts in the frame. */
  public int payloadOffset() {
    return offset + 8;
  }
}
