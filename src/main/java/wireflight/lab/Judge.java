package wireflight.lab;

import java.util.Optional;
import wireflight.trace.Discarded;

/** Tells what becomes of packets that a capture sees. */
@FunctionalInterface
interface Judge {
  /** For a capture at which nothing is lost on purpose. */
  Judge NOTHING_LOST = (time, frame) -> Optional.empty();

  /**
   * What is to be told just before a packet, if it is lost on purpose.
   *
   * @param time when it was captured, nanoseconds since the epoch
   * @param frame its bytes from the link layer on
   */
  Optional<Discarded> judge(long time, byte[] frame);
}
