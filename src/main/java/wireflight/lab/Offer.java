package wireflight.lab;

/**
 * A call that can be made now.
 *
 * @param call its name in the sockets API, or the option's word
 * @param line the line that makes it, as in {@code client connect server}; where {@code open}, only
 *     its beginning
 * @param open whether the person still has to write the rest of the line
 */
public record Offer(String call, String line, boolean open) {
  Offer(String call, String line) {
    this(call, line, false);
  }
}
