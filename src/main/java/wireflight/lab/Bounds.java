package wireflight.lab;

import java.time.Duration;

/**
 * How much one lesson may ask of the machine, so that a hostile or mistaken one is refused or
 * stopped.
 *
 * @param fileBytes the longest lesson file that is read
 * @param calls the most calls in a lesson
 * @param sockets the most sockets it may open or accept
 * @param bytesPerCall the most bytes that one call may send or ask for
 * @param bytes the most bytes that all its calls together may send
 * @param waiting the longest that its {@code wait} lines may last together
 * @param callTime how long a line waits for a socket that is still busy with an earlier call
 * @param runTime how long the whole run may last
 */
public record Bounds(
    int fileBytes,
    int calls,
    int sockets,
    int bytesPerCall,
    long bytes,
    Duration waiting,
    Duration callTime,
    Duration runTime) {

  /** The bounds that every lesson has unless a test narrows them. */
  public static final Bounds USUAL =
      new Bounds(
          256 * 1024,
          2000,
          256,
          1024 * 1024,
          16L * 1024 * 1024,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));
}
