package wireflight.lab;

import java.util.function.ToIntFunction;
import wireflight.wire.Wire;

/** What a line that begins with {@code wire} asks of the wire. */
@FunctionalInterface
interface WireOrder {
  /**
   * Asks for it.
   *
   * @param ports gives the port that a socket of the lesson has now, by its name; 0 for none yet.
   *     Any thread may ask, later too
   */
  void give(Wire wire, ToIntFunction<String> ports);
}
