package wireflight.application;

/**
 * How many bytes may be kept at once by everything that reads one recording, so that a hundred
 * thousand unfinished connections do not exhaust the memory. Used by one thread.
 */
final class Budget {
  private final long limit;
  private long used;

  Budget(long limit) {
    this.limit = limit;
  }

  /** Whether so many more bytes may be kept. */
  boolean allows(long bytes) {
    return used + bytes <= limit;
  }

  void take(long bytes) {
    used += bytes;
  }

  void giveBack(long bytes) {
    used -= bytes;
  }

  long used() {
    return used;
  }
}
