package wireflight.diagram;

import java.util.List;
import wireflight.connection.Connection;

/**
 * What the map shows: devices, their processes, the cards of their sockets, and the links between
 * them. The same at every moment, so that nothing moves but packets.
 *
 * @param devices their names
 * @param homes processes, by device
 * @param cards of the sockets
 * @param links between the cards
 */
record MapModel(List<String> devices, List<Home> homes, List<MapCard> cards, List<Link> links) {
  MapModel {
    devices = List.copyOf(devices);
    homes = List.copyOf(homes);
    cards = List.copyOf(cards);
    links = List.copyOf(links);
  }

  /**
   * A process, or what of a device belongs to no known one.
   *
   * @param device index into the devices
   * @param process its identifier; 0 where unknown
   */
  record Home(int device, int process) {}

  /**
   * The channel of a connection, or the way that datagrams take.
   *
   * @param from the client's card
   * @param to the server's card
   * @param entry which of that card's entries; -1 for its head
   */
  record Link(Connection connection, int from, int to, int entry) {}
}
