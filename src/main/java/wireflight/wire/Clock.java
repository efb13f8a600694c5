package wireflight.wire;

import java.time.Instant;

/** The clock of recordings. */
final class Clock {
  private Clock() {}

  /** CLOCK_REALTIME in nanoseconds since the epoch, by which the kernel stamps packets. */
  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
