package wireflight.packet;

/**
 * Arithmetic on TCP sequence numbers, which wrap at 2^32 (RFC 9293, section 3.4).
 *
 * <p>The only place where sequence numbers are compared or subtracted.
 */
public final class SequenceNumber {
  private SequenceNumber() {}

  /** Whether {@code a} comes before {@code b}. */
  public static boolean isBefore(int a, int b) {
    return a - b < 0;
  }

  /** Whether {@code a} comes after {@code b}; half the circle away, each comes after the other. */
  public static boolean isAfter(int a, int b) {
    return b - a < 0;
  }

  /** How far {@code to} lies after {@code from}; negative where it lies before. */
  public static int distance(int from, int to) {
    return to - from;
  }

  /** The number relative to a base, 0 to 2^32-1. */
  public static long relative(int number, int base) {
    return number - base & 0xffff_ffffL;
  }

  /** The raw number as people write it, 0 to 2^32-1. */
  public static long unsigned(int number) {
    return number & 0xffff_ffffL;
  }
}
