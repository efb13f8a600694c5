package wireflight.trace;

/**
 * A socket call returned.
 *
 * @param time when it returned
 * @param call the same as in its {@link CallEntered}
 * @param socket the socket it was made on, as it is after the call (so {@code connect} now has a
 *     local address)
 * @param name the call's name
 * @param arguments what it was called with
 * @param result what it gave: bytes sent or received, the accepted socket's actor name, or empty
 * @param data what was read or written, the first bytes only, escaped as in a C string; may be
 *     empty
 * @param errno the name of the error ({@code ECONNREFUSED}), or empty when the call succeeded
 */
public record CallReturned(
    long time,
    long call,
    SocketName socket,
    String name,
    String arguments,
    String result,
    String data,
    String errno)
    implements Event {
  /** Whether the call did what it was asked to. */
  public boolean succeeded() {
    return errno.isEmpty();
  }

  @Override
  public String message() {
    String outcome = succeeded() ? (result.isEmpty() ? "0" : result) : "-1 " + errno;
    return socket.actor() + ": " + name + "(" + arguments + ") = " + outcome;
  }
}
