package wireflight.lab;

import java.util.Optional;
import java.util.Set;

/** Tells whether the kernel has done all that it can do for now without further calls. */
interface Stillness {
  /** A number by which the calling thread is known to {@link #asleep}. */
  long thread();

  /**
   * Whether a thread that entered a call sleeps in it until something else happens.
   *
   * @param thread its {@link #thread()}
   * @param socket the socket that the call was made on
   * @param forNanos how long ago the call was entered
   */
  boolean asleep(long thread, int socket, long forNanos);

  /**
   * Whether nothing that was sent still waits to be acknowledged.
   *
   * @param ports the ports of the lesson's sockets
   */
  boolean quiet(Set<Integer> ports);

  /**
   * Whether, besides, nobody waits to be allowed to send more, so that no packet comes by itself.
   *
   * @param ports the ports of the lesson's sockets
   */
  boolean idle(Set<Integer> ports);

  /**
   * The state of a connection that no process has any more; empty where the kernel has forgotten it
   * or does not tell.
   *
   * @param local its own address, as {@code ss} prints it
   * @param foreign the other end's
   */
  Optional<String> stateAfterClose(String local, String foreign);
}
