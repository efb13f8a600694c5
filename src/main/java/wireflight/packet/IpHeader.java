package wireflight.packet;

/**
 * The IPv4 or IPv6 header just outside a transport (RFC 791, RFC 8200), extension headers folded
 * in.
 *
 * @param offset where it starts in the frame
 * @param length its length with options or extension headers
 * @param source the sender's address
 * @param destination the receiver's address
 * @param hopLimit TTL or hop limit
 * @param congestion the two ECN bits (RFC 3168, section 5): 0 where ECN is not in use, 1 or 2 where
 *     it is, {@link #CONGESTION_EXPERIENCED} where a router marked the packet
 * @param identification the identification of IPv4 or of the IPv6 fragment header; 0 where there is
 *     none
 * @param fragmentOffset in bytes; 0 for the first piece or a whole datagram
 * @param moreFragments whether further pieces follow
 * @param protocol the transport's protocol number
 * @param payloadLength bytes after this header, by the header's own count
 */
public record IpHeader(
    int offset,
    int length,
    IpAddress source,
    IpAddress destination,
    int hopLimit,
    int congestion,
    int identification,
    int fragmentOffset,
    boolean moreFragments,
    int protocol,
    int payloadLength) {
  /** What a router that is congested sets instead of dropping the packet. */
  public static final int CONGESTION_EXPERIENCED = 3;

  /** Whether a router on the way was congested and said so. */
  public boolean isMarked() {
    return congestion == CONGESTION_EXPERIENCED;
  }
}
