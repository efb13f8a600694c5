package wireflight.lab;

import java.time.Instant;

/** The clock of recordings. */
final class Clocks {
  private Clocks() {}

  /**
   * CLOCK_REALTIME in nanoseconds since the epoch, the clock by which the kernel stamps packets.
   */
  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
