package wireflight.timeline;

import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;

/**
 * One socket of a recording. Where a {@link Lifeline} stands for an address, this is the socket
 * itself: a listening socket and those accepted from it share a lifeline, and are several sockets.
 *
 * @param name the actor's name, or the role where no call names it
 * @param device the machine it lives on; empty where unknown
 * @param process its process identifier; 0 where unknown
 * @param transport of the socket
 * @param local its own address; null where the recording never tells it
 * @param lifeline index into {@link Timeline#lifelines()}
 * @param connection the TCP connection or SCTP association it is an end of; -1 for every other
 * @param client whether it is that connection's client, or else opens conversations
 * @param opened the row from which on it is known to exist
 * @param addressed the row from which on its own address is known; {@link #NEVER} without any
 * @param listening the row from which on it accepts connections; {@link #NEVER} if it does not
 * @param accepted the row from which on a process has the server's end of a connection; until then
 *     the kernel keeps it in the queue of the listening socket. The same as {@code opened} for
 *     every other socket, {@link #NEVER} where no process ever takes it
 * @param absent of a datagram socket that only packets tell of: whether there is none, since what
 *     was sent to this address was refused
 * @param closed the row from which on its process is done with it; {@link #NEVER} if it is not
 */
public record Socket(
    String name,
    String device,
    int process,
    Transport transport,
    @Nullable Endpoint local,
    int lifeline,
    int connection,
    boolean client,
    int opened,
    int addressed,
    int listening,
    int accepted,
    boolean absent,
    int closed) {
  /** Stands for a row that does not come. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** Whether it waits for connections at some time. */
  public boolean listens() {
    return listening != NEVER;
  }
}
