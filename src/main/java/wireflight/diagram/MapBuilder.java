package wireflight.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.connection.Endpoint;
import wireflight.connection.Services;
import wireflight.connection.TcpState;
import wireflight.language.Texts;
import wireflight.packet.IpAddress;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Socket;
import wireflight.timeline.Timeline;

/** Gathers sockets into cards, cards into processes, and processes into devices. */
final class MapBuilder {
  private final Timeline timeline;
  private final Texts texts;
  private final Analysis analysis;
  private final ConnectionRows rows;
  private final Map<IpAddress, String> deviceAt = new HashMap<>();
  private final Map<Integer, Draft> ofClient = new HashMap<>();
  private final Map<Integer, Draft> ofLine = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  /** A card while it is being gathered. */
  private static final class Draft {
    final Lifeline line;
    final List<Socket> heads = new ArrayList<>();
    final List<Socket> entries = new ArrayList<>();
    boolean absent;
    boolean client = true;
    int from = Socket.NEVER;
    String device = "";
    int process;

    Draft(Lifeline line) {
      this.line = line;
    }
  }

  private MapBuilder(Subject subject) {
    this.timeline = subject.timeline();
    this.texts = timeline.language().texts(MapBuilder.class);
    this.analysis = subject.analysis();
    this.rows = subject.rows();
  }

  /** The model of everything that a timeline shows. */
  static MapModel build(Subject subject) {
    MapBuilder builder = new MapBuilder(subject);
    List<Socket> sockets = subject.timeline().sockets();
    sockets.forEach(builder::learnDevice);
    sockets.forEach(builder::put);
    for (Connection connection : subject.timeline().connections()) {
      builder.refused(connection);
    }
    return builder.model();
  }

  private void learnDevice(Socket socket) {
    Endpoint local = socket.local();
    if (local != null && !socket.device().isEmpty()) {
      deviceAt.putIfAbsent(local.address(), socket.device());
    }
  }

  private void put(Socket socket) {
    boolean own = socket.connection() >= 0 && socket.client();
    if (!own && socket.connection() >= 0 && isRefused(socket.connection())) {
      return;
    }
    Draft draft;
    if (own) {
      draft = draft(socket.lifeline());
      ofClient.put(socket.connection(), draft);
    } else {
      draft = ofLine.computeIfAbsent(socket.lifeline(), this::draft);
    }
    (own || socket.connection() < 0 ? draft.heads : draft.entries).add(socket);
    draft.absent |= socket.absent();
    draft.client &= socket.client();
    draft.from = Math.min(draft.from, socket.opened());
    if (draft.device.isEmpty()) {
      draft.device = socket.device();
      draft.process = socket.process();
    }
  }

  private Draft draft(int line) {
    Draft draft = new Draft(timeline.lifelines().get(line));
    drafts.add(draft);
    return draft;
  }

  /** Whether a connection's opening was refused and nothing else, so that no socket is there. */
  private boolean isRefused(int index) {
    Connection connection = analysis.connections().get(index);
    boolean closed = false;
    for (int packet = 0; connection.openingSeen() && packet < rows.count(index); packet++) {
      TcpState server = analysis.serverState(rows.row(index, packet));
      if (server != TcpState.CLOSED && server != TcpState.UNKNOWN && server != TcpState.LISTEN) {
        return false;
      }
      closed |= server == TcpState.CLOSED;
    }
    return closed;
  }

  /** Gives a connection that was refused a place to go to. */
  private void refused(Connection connection) {
    int line = timeline.lifelineOf(connection.index(), false);
    if (!ofLine.containsKey(line) && line != timeline.lifelineOf(connection.index(), true)) {
      Draft none = draft(line);
      none.absent = true;
      none.client = false;
      none.from = connection.firstRow();
      ofLine.put(line, none);
    }
  }

  private MapModel model() {
    List<String> devices = new ArrayList<>();
    Map<MapModel.Home, Integer> homes = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      draft.device = device(draft);
      if (!devices.contains(draft.device)) {
        devices.add(draft.device);
      }
      MapModel.Home home = new MapModel.Home(devices.indexOf(draft.device), draft.process);
      homes.putIfAbsent(home, homes.size());
    }
    Map<Draft, Integer> ids = new HashMap<>();
    drafts.forEach(draft -> ids.put(draft, ids.size()));
    List<MapModel.Link> links = new ArrayList<>();
    for (Connection connection : timeline.connections()) {
      link(connection, ids, links);
    }
    boolean[] right =
        MapSides.of(
            devices,
            drafts.stream().map(d -> d.device).toList(),
            links,
            drafts.stream().map(d -> d.client).toList());
    List<MapCard> cards = new ArrayList<>();
    for (Draft draft : drafts) {
      int id = cards.size();
      MapModel.Home home = new MapModel.Home(devices.indexOf(draft.device), draft.process);
      cards.add(card(draft, id, right[id], homes.getOrDefault(home, 0)));
    }
    return new MapModel(devices, List.copyOf(homes.keySet()), cards, links);
  }

  private void link(Connection connection, Map<Draft, Integer> ids, List<MapModel.Link> links) {
    Draft client = ofClient.get(connection.index());
    if (client == null) {
      client = ofLine.get(timeline.lifelineOf(connection.index(), true));
    }
    Draft server = ofLine.get(timeline.lifelineOf(connection.index(), false));
    server = server == null ? client : server;
    if (client == null || server == null) {
      return;
    }
    int entry = -1;
    boolean several = !server.heads.isEmpty() || server.entries.size() > 1;
    for (int i = 0; several && i < server.entries.size(); i++) {
      entry = server.entries.get(i).connection() == connection.index() ? i : entry;
    }
    links.add(
        new MapModel.Link(
            connection, ids.getOrDefault(client, 0), ids.getOrDefault(server, 0), entry));
  }

  private String device(Draft draft) {
    if (!draft.device.isEmpty()) {
      return DeviceNames.of(texts, draft.device);
    }
    Endpoint local = local(draft);
    if (local == null) {
      return DeviceNames.local(texts);
    }
    String known = deviceAt.get(local.address());
    return known == null ? device(texts, local) : DeviceNames.of(texts, known);
  }

  /** What a device is called of which nothing but an address is known. */
  static String device(Texts texts, Endpoint end) {
    return isLoopback(end.address()) ? DeviceNames.local(texts) : end.address().toString();
  }

  /** RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3. */
  private static boolean isLoopback(IpAddress address) {
    return address.version() == 4
        ? (address.low() >>> 24 & 0xff) == 127
        : address.high() == 0 && address.low() == 1;
  }

  private static @Nullable Endpoint local(Draft draft) {
    for (List<Socket> sockets : List.of(draft.heads, draft.entries)) {
      for (Socket socket : sockets) {
        if (socket.local() != null) {
          return socket.local();
        }
      }
    }
    return null;
  }

  private MapCard card(Draft draft, int id, boolean right, int home) {
    Endpoint local = draft.absent && local(draft) == null ? target(draft) : local(draft);
    PortKind kind = local == null ? null : PortKind.of(local.port(), draft.client);
    String service =
        local == null || kind == PortKind.EPHEMERAL
            ? ""
            : Services.name(local.port(), draft.line.transport());
    String name = draft.absent ? texts.get("mapCards.absent") : name(draft);
    if (draft.heads.isEmpty() && draft.entries.size() == 1) {
      // No socket is known to listen: the one that there is stands for itself.
      draft.heads.addAll(draft.entries);
      draft.entries.clear();
    }
    return new MapCard(
        id,
        right,
        home,
        name,
        draft.line.transport(),
        local,
        kind,
        service,
        draft.heads,
        draft.entries,
        draft.absent,
        draft.from);
  }

  private static String name(Draft draft) {
    return draft.heads.isEmpty() ? draft.line.name() : draft.heads.getFirst().name();
  }

  /** The address that was called in vain. */
  private @Nullable Endpoint target(Draft draft) {
    for (Connection connection : timeline.connections()) {
      if (timeline.lifelineOf(connection.index(), false) == draft.line.index()) {
        return connection.server();
      }
    }
    return null;
  }
}
