package wireflight.packet;

/**
 * An IPv4 or IPv6 address as a value, cheap to compare and to hash.
 *
 * @param version 4 or 6
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low the last eight bytes of an IPv6 address, or the four of an IPv4 address
 */
public record IpAddress(int version, long high, long low) {
  /** An IPv4 address from its 32 bits. */
  public static IpAddress v4(int bits) {
    return new IpAddress(4, 0, bits & 0xffff_ffffL);
  }

  /** An IPv6 address from its two halves. */
  public static IpAddress v6(long high, long low) {
    return new IpAddress(6, high, low);
  }

  /**
   * The address that a text names: dotted IPv4, or IPv6 in any form of RFC 4291 section 2.2.
   *
   * @throws IllegalArgumentException if the text is no such address
   */
  public static IpAddress parse(String text) {
    return IpAddressText.parse(text);
  }

  /** Whether it stands for every address of a machine: 0.0.0.0 or ::. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** Dotted IPv4, or IPv6 as RFC 5952 recommends: {@code 2001:db8::1}. */
  @Override
  public String toString() {
    return IpAddressText.print(this);
  }
}
