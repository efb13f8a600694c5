package wireflight.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;
import wireflight.timeline.Socket;

/**
 * A box of the map: a socket, or all sockets of one server's address: the one that listens in its
 * head, those accepted from it beneath.
 *
 * @param id its place among all cards
 * @param right whether it stands in the right column
 * @param home index of its process
 * @param name of the socket, or the role
 * @param transport of its sockets
 * @param local its address; null where the recording never tells it
 * @param kind what kind of port that has; null without an address
 * @param service the port's name in the registry; may be empty
 * @param heads the sockets that the head stands for, one after another in time; empty where only
 *     connections are known, and where there is no socket at all
 * @param entries the server's ends of connections
 * @param absent whether nothing is there: what is sent to this address is refused
 * @param from the row from which on there is anything of it to see
 */
record MapCard(
    int id,
    boolean right,
    int home,
    String name,
    Transport transport,
    @Nullable Endpoint local,
    @Nullable PortKind kind,
    String service,
    List<Socket> heads,
    List<Socket> entries,
    boolean absent,
    int from) {
  MapCard {
    heads = List.copyOf(heads);
    entries = List.copyOf(entries);
  }

  /** The head's socket at a row: the latest that was opened; null before the first. */
  @Nullable Socket head(int row) {
    Socket found = null;
    for (Socket socket : heads) {
      found = socket.opened() <= row ? socket : found;
    }
    return found;
  }

  /** Whether an address stands in its head at a row. */
  boolean addressed(int row) {
    Socket head = head(row);
    return head == null || head.addressed() <= row;
  }
}
