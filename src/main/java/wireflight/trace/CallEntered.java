package wireflight.trace;

/**
 * A socket call was made and has not yet returned.
 *
 * @param time when it was entered
 * @param call pairs this row with its {@link CallReturned}; unique within a recording
 * @param socket the socket it was made on, as it was at entry
 * @param name the call's name in the sockets API: {@code socket}, {@code bind}, {@code listen},
 *     {@code accept}, {@code connect}, {@code send}, {@code recv}, {@code sendto}, {@code
 *     recvfrom}, {@code shutdown}, {@code close}, {@code setsockopt}
 * @param arguments what it was called with, as a person would write it between the parentheses; may
 *     be empty
 */
public record CallEntered(long time, long call, SocketName socket, String name, String arguments)
    implements Event {
  @Override
  public String message() {
    return socket.actor() + ": " + name + "(" + arguments + ")";
  }
}
