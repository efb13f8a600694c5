package wireflight.trace;

import java.math.BigInteger;

/**
 * How an interface counts time: units of some fraction of a second since the epoch, plus an offset
 * in whole seconds (pcapng's {@code if_tsresol} and {@code if_tsoffset}).
 */
final class TimeScale {
  private static final long SECOND = 1_000_000_000L;

  /** The units are nanoseconds times this; 0 where that is no whole number. */
  private final long factor;

  private final int resolution;
  private final long offset;

  /**
   * A scale from the two options.
   *
   * @param resolution as {@code if_tsresol} has it: with the highest of eight bits clear, the
   *     negative power of 10 that is the unit; with it set, the negative power of 2 in the rest
   * @param offset seconds to add
   */
  TimeScale(int resolution, long offset) {
    this.resolution = resolution & 0xff;
    this.offset = offset;
    this.factor = this.resolution <= 9 ? power(9 - this.resolution) : 0;
  }

  /**
   * Nanoseconds since the epoch of an unsigned count of units, rounded down; {@link Trace#NO_TIME}
   * where that lies outside the years 1677 to 2262.
   */
  long nanos(long units) {
    if (offset == 0 && factor != 0 && units >= 0 && units <= Long.MAX_VALUE / factor) {
      return units * factor;
    }
    return inFull(units);
  }

  private long inFull(long units) {
    BigInteger count = new BigInteger(Long.toUnsignedString(units)).multiply(big(SECOND));
    int exponent = resolution & 0x7f;
    BigInteger nanos =
        (resolution & 0x80) != 0
            ? count.shiftRight(exponent)
            : count.divide(BigInteger.TEN.pow(exponent));
    BigInteger all = nanos.add(big(offset).multiply(big(SECOND)));
    return all.bitLength() < Long.SIZE ? all.longValue() : Trace.NO_TIME;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
