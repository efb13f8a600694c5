package wireflight.timeline;

import wireflight.connection.Transport;

/**
 * A line of the table of sockets.
 *
 * @param transport of the socket
 * @param received bytes that have arrived and were not taken yet; of a listening socket the
 *     connections that wait to be accepted; {@link #UNKNOWN} where the recording does not tell
 * @param unacknowledged bytes given to the kernel and not acknowledged yet; of a listening socket
 *     how many connections may wait; {@link #UNKNOWN} where the recording does not tell
 * @param local its own address as {@code ss} prints it; empty while it has none
 * @param foreign the other end's address, likewise
 * @param state its state by RFC 9293; empty where it is not known, and for datagram sockets without
 *     a peer
 * @param actor the name that a lesson or a person gave it; empty for a socket that no process holds
 * @param process the identifier of the process that holds it; 0 for none, and where that is unknown
 * @param device the machine it lives on; empty where unknown
 */
public record SocketEntry(
    Transport transport,
    long received,
    long unacknowledged,
    String local,
    String foreign,
    String state,
    String actor,
    int process,
    String device) {
  /** A number that the recording does not tell. */
  public static final long UNKNOWN = -1;

  /** Whether it waits for connections. */
  public boolean listens() {
    return state.equals("LISTEN");
  }

  /** Whether a process holds it, as far as is known. */
  public boolean held() {
    return !actor.isEmpty();
  }
}
