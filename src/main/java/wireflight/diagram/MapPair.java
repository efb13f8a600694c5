package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.Services;
import wireflight.connection.Transport;
import wireflight.language.Texts;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Socket;
import wireflight.timeline.Timeline;

/** The two sockets of one connection as a map of their own. */
final class MapPair {
  private MapPair() {}

  static MapModel of(Timeline timeline, Connection connection) {
    Texts texts = timeline.language().texts(MapPair.class);
    List<String> devices = new ArrayList<>();
    List<MapModel.Home> homes = new ArrayList<>();
    List<MapCard> cards = new ArrayList<>();
    for (boolean client : new boolean[] {true, false}) {
      Lifeline line = timeline.lifelines().get(timeline.lifelineOf(connection.index(), client));
      Endpoint end = client ? connection.client() : connection.server();
      String device =
          line.device().isEmpty()
              ? MapBuilder.device(texts, end)
              : DeviceNames.of(texts, line.device());
      if (!devices.contains(device)) {
        devices.add(device);
      }
      MapModel.Home home = new MapModel.Home(devices.indexOf(device), line.process());
      if (!homes.contains(home)) {
        homes.add(home);
      }
      cards.add(card(line, end, connection, client, homes.indexOf(home)));
    }
    MapModel.Link link = new MapModel.Link(connection, 0, 1, -1);
    return new MapModel(devices, homes, cards, List.of(link));
  }

  private static MapCard card(
      Lifeline line, Endpoint end, Connection connection, boolean client, int home) {
    int row = connection.firstRow();
    boolean datagrams = connection.transport() == Transport.UDP;
    Socket socket =
        new Socket(
            line.name(),
            line.device(),
            line.process(),
            connection.transport(),
            end,
            line.index(),
            datagrams ? -1 : connection.index(),
            client,
            row,
            row,
            Socket.NEVER,
            row,
            false,
            Socket.NEVER);
    PortKind kind = PortKind.of(end.port(), client);
    String service =
        kind == PortKind.EPHEMERAL ? "" : Services.name(end.port(), connection.transport());
    return new MapCard(
        client ? 0 : 1,
        !client,
        home,
        line.name(),
        connection.transport(),
        end,
        kind,
        service,
        List.of(socket),
        List.of(),
        false,
        row);
  }
}
