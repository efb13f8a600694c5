package wireflight.packet;

/**
 * A number by which one packet is known again at another place on its way: of all that no network
 * on the way changes, so not of the link layer, the hop limit, the header's checksum, nor of the
 * transport's checksum, which a network card may fill in only later.
 *
 * <p>Two packets with the same digest are the same or exact repetitions of each other, but for
 * chance.
 */
public final class PacketDigest {
  /** Of longer payloads only the beginning counts, so that a short snap length does no harm. */
  private static final int MOST = 96;

  /** What every capture has of a transport's header: ports and, of TCP, numbers, flags, window. */
  private static final int LEAST = 16;

  private static final long PRIME = 0x9e3779b97f4a7c15L;

  private PacketDigest() {}

  /**
   * The digest of the packet that was scanned last.
   *
   * @return 0 where it is no whole IP packet with a transport
   */
  public static long of(Scan s) {
    return of(s, MOST);
  }

  /**
   * A digest that is the same however little of the packet was captured, as two ends of a way may
   * do with different snap lengths; 0 where it is no whole IP packet with a transport.
   */
  public static long ofBeginning(Scan s) {
    return of(s, LEAST);
  }

  private static long of(Scan s, int most) {
    int checksum = checksum(s);
    if (checksum < 0) {
      return 0;
    }
    long sum = ends(s);
    int length = Math.min(s.captured(), most);
    for (int i = 0; i < length; i++) {
      if (i != checksum && i != checksum + 1) {
        sum = (sum ^ s.u8(s.start + s.offset() + i)) * PRIME;
        sum ^= sum >>> 29;
      }
    }
    return sum;
  }

  /**
   * A digest of the IP header alone, which stays the same where the rest was damaged; 0 where there
   * is none.
   */
  public static long ofHeader(Scan s) {
    return s.hasIp() ? ends(s) : 0;
  }

  private static long ends(Scan s) {
    long sum = s.sourceHigh() * 31 + s.sourceLow();
    sum = sum * PRIME + s.finalHigh() * 31 + s.finalLow();
    sum = sum * PRIME + s.identification();
    sum = sum * PRIME + s.reported();
    return (sum ^ sum >>> 31) * PRIME + s.protocol;
  }

  /** Where the checksum stands in the transport header; -1 for what is no transport. */
  private static int checksum(Scan s) {
    return switch (s.kind()) {
      case TCP -> 16;
      case UDP -> 6;
      case SCTP -> 8;
      case ICMP, ICMPV6 -> 2;
      case FRAGMENT -> Integer.MAX_VALUE - 1;
      case UNDECODED -> -1;
    };
  }
}
