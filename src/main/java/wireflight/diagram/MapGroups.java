package wireflight.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wireflight.connection.Endpoint;
import wireflight.connection.Services;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Words;

/** Draws folded connections: their clients, one thick channel with their number, the server. */
final class MapGroups {
  /** From one row to the next. */
  static final double PITCH = 92;

  private static final double HIGH = 78;
  private static final double NAME = 15;
  private static final double SMALL = 12.5;
  private static final double PILL = 12;
  private static final double PAD = 14;

  private final Sheet sheet;
  private final MapContent.Frame frame;
  private final Instant instant;
  private final double card;

  MapGroups(Sheet sheet, MapContent.Frame frame, Instant instant) {
    this.sheet = sheet;
    this.frame = frame;
    this.instant = instant;
    MapModel none = new MapModel(List.of(), List.of(), List.of(), List.of());
    this.card = new MapLayout(none, frame.width(), 0, sheet.of(1)).cardWidth() + sheet.of(24);
  }

  void draw(MapGroup group, double y, int index, int current) {
    int row = instant.seen();
    int begun = group.begun(row);
    if (begun == 0 || !frame.shows(y, sheet.of(HIGH))) {
      return;
    }
    double left = sheet.of(16) - frame.scrollX();
    double right = frame.width() - sheet.of(16) - card - frame.scrollX();
    String to = server(group, row) + port(group);
    String described = sheet.texts.get("mapGroups.described", String.valueOf(begun), to);
    sheet.group(
        "group-" + index,
        -1,
        described,
        () -> {
          channel(group, begun, left + card, right, y + sheet.of(HIGH / 2));
          box(group, left, y, true, group.holds(current));
          box(group, right, y, false, group.holds(current));
        });
  }

  private void channel(MapGroup group, int begun, double from, double to, double middle) {
    Palette palette = sheet.palette;
    boolean udp = group.transport == Transport.UDP;
    Color wall = udp ? palette.datagram() : palette.established();
    Color inside = udp ? palette.canvas() : palette.establishedSoft();
    // Ten times as many are a step thicker.
    double thick = sheet.of(8 + 5 * Math.log10(begun));
    List<Double> dash = udp ? List.of(sheet.of(5), sheet.of(5)) : List.of();
    if (udp) {
      for (double edge : new double[] {middle - thick / 2, middle + thick / 2}) {
        sheet.add(new Item.Line(from, edge, to, edge, new Stroke(wall, sheet.of(1.4), dash)));
      }
    } else {
      sheet.box(from, middle - thick / 2, to - from, thick, 0, inside, null);
      sheet.line(from, middle - thick / 2, to, middle - thick / 2, wall, 1.5);
      sheet.line(from, middle + thick / 2, to, middle + thick / 2, wall, 1.5);
    }
    String key = udp ? "mapGroups.flows" : "mapGroups.connections";
    String text = sheet.texts.get(key, begun, Words.grouped(begun));
    double room = to - from - sheet.of(20);
    String shown = sheet.fit(text, Face.SEMIBOLD, NAME, room - sheet.of(16));
    double half = sheet.width(shown, Face.SEMIBOLD, NAME) / 2 + sheet.of(8);
    double centre = (from + to) / 2;
    sheet.box(
        centre - half,
        middle - sheet.of(12),
        2 * half,
        sheet.of(24),
        12,
        palette.canvas(),
        new Stroke(wall, sheet.of(1.2)));
    sheet.text(centre, middle, shown, Face.SEMIBOLD, NAME, palette.text(), Anchor.MIDDLE);
  }

  private void box(MapGroup group, double x, double y, boolean client, boolean current) {
    Palette palette = sheet.palette;
    Stroke outline =
        current
            ? new Stroke(palette.accent(), sheet.of(1.8))
            : new Stroke(palette.border(), sheet.of(1.2));
    sheet.box(x, y, card, sheet.of(HIGH), 10, palette.surface(), outline);
    int row = instant.seen();
    double room = card - sheet.of(2 * PAD);
    double text = x + sheet.of(PAD);
    String name = client ? clients(group, row) : server(group, row);
    Face face = Face.BOLD;
    sheet.text(
        text,
        y + sheet.of(16),
        sheet.fit(name, face, NAME, room),
        face,
        NAME,
        palette.text(),
        Anchor.START);
    second(group, text, y + sheet.of(37), room, client);
    if (group.transport == Transport.TCP) {
      states(group, text, y + sheet.of(60), room, client);
    }
  }

  private String clients(MapGroup group, int row) {
    int addresses = group.clientAddresses(row);
    return addresses == 1
        ? group.firstClient().toString()
        : sheet.texts.get("mapGroups.clients", Words.grouped(addresses));
  }

  private String server(MapGroup group, int row) {
    int addresses = group.serverAddresses(row);
    if (addresses > 1) {
      String key = group.port < 0 ? "mapGroups.servers" : "mapGroups.servers.port";
      return sheet.texts.get(key, Words.grouped(addresses), String.valueOf(group.port));
    }
    return group.port < 0
        ? group.firstServer().toString()
        : new Endpoint(group.firstServer(), group.port).toString();
  }

  private static String port(MapGroup group) {
    String service = group.port < 0 ? "" : Services.name(group.port, group.transport);
    return service.isEmpty() ? "" : " (" + service + ")";
  }

  private void second(MapGroup group, double x, double middle, double room, boolean client) {
    Palette palette = sheet.palette;
    boolean several = group.port < 0;
    PortKind kind = client ? PortKind.EPHEMERAL : PortKind.of(Math.max(0, group.port), false);
    String text = sheet.texts.get(client ? "mapGroups.ephemeral" : "mapGroups.many");
    if (!client && !several) {
      text = kind.text(sheet.texts, Services.name(group.port, group.transport));
    }
    text = group.transport + " · " + text;
    if (client || !several) {
      PortLegend.mark(sheet, kind, x + sheet.of(5), middle, palette.mutedText());
    }
    double indent = client || !several ? sheet.of(16) : 0;
    sheet.text(
        x + indent,
        middle,
        sheet.fit(text, Face.REGULAR, SMALL, room - indent),
        Face.REGULAR,
        SMALL,
        palette.mutedText(),
        Anchor.START);
  }

  private record Counted(TcpState state, int count) {}

  /** How many are in which states, the most first, as many as fit. */
  private void states(MapGroup group, double x, double middle, double room, boolean client) {
    List<Counted> counts = new ArrayList<>();
    for (TcpState state : TcpState.values()) {
      int count = group.count(client, state, instant.seen());
      if (count > 0 && state != TcpState.UNKNOWN) {
        counts.add(new Counted(state, count));
      }
    }
    counts.sort(Comparator.comparingInt(it -> -it.count()));
    double at = x;
    for (Counted it : counts) {
      String text = Words.grouped(it.count()) + " " + it.state().rfcName();
      double width = sheet.width(text, Face.BOLD, PILL) + sheet.of(20);
      if (at + width > x + room) {
        break;
      }
      Palette palette = sheet.palette;
      sheet.pill(
          at + width / 2,
          middle,
          text,
          width + sheet.of(1),
          StateInk.soft(it.state(), palette),
          StateInk.strong(it.state(), palette),
          PILL);
      at += width + sheet.of(8);
    }
  }
}
