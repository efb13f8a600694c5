package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.connection.EndState;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/** Draws channels as pipes from socket to socket, and the packet that moves along one. */
final class MapPipes {
  private static final double LABEL = 12.5;

  private final Sheet sheet;
  private final MapContent.Frame frame;
  private final MapLayout layout;
  private final MapModel model;
  private final MapStates states;
  private final Instant instant;
  private final List<Extent> taken = new ArrayList<>();

  MapPipes(
      Sheet sheet,
      MapContent.Frame frame,
      MapLayout layout,
      MapModel model,
      MapStates states,
      Instant instant) {
    this.sheet = sheet;
    this.frame = frame;
    this.layout = layout;
    this.model = model;
    this.states = states;
    this.instant = instant;
  }

  private Pipe pipe(MapModel.Link link) {
    MapCard from = model.cards().get(link.from());
    MapCard to = model.cards().get(link.to());
    double reach = sheet.of(120);
    // A SYN comes to the listening socket; the socket of the connection is made for it there.
    boolean listening =
        link.entry() >= 0
            && !to.heads().isEmpty()
            && !states.exists(to.entries().get(link.entry()), instant);
    int entry = listening ? -1 : link.entry();
    double drop = link.from() == link.to() ? sheet.of(20) : 0;
    return Pipe.between(
        layout.plugX(from) - frame.scrollX(),
        layout.plugY(from, -1) - drop,
        from.right(),
        layout.plugX(to) - frame.scrollX(),
        layout.plugY(to, entry) + drop,
        to.right(),
        reach);
  }

  /** The channel as it stands: dashed while it is set up or datagrams take it, a tube when open. */
  void channel(MapModel.Link link) {
    Palette palette = sheet.palette;
    Pipe pipe = pipe(link);
    int index = link.connection().index();
    if (link.connection().transport() == Transport.UDP) {
      path(pipe, palette.datagram().withAlpha(0.7), 1.6, 5, 5);
      return;
    }
    EndState client = states.of(index, true, instant);
    EndState server = states.of(index, false, instant);
    if (isOpening(client) || isOpening(server)) {
      path(pipe, palette.opening(), 2, 6, 5);
    } else if (isOver(client) && isOver(server)) {
      path(pipe, palette.lifeline().withAlpha(0.6), 1.4, 2, 5);
    } else {
      boolean closes = isClosing(client) || isClosing(server);
      tube(
          pipe,
          closes ? palette.closing() : palette.established(),
          closes ? palette.closingSoft() : palette.establishedSoft());
    }
  }

  private static boolean isOpening(EndState state) {
    return state.phase() == EndState.Phase.OPENING;
  }

  private static boolean isOver(EndState state) {
    boolean idle = state.phase() == EndState.Phase.IDLE && !state.isUnknown();
    return idle || state == TcpState.TIME_WAIT;
  }

  private static boolean isClosing(EndState state) {
    return state.phase() != EndState.Phase.OPEN && !state.isUnknown();
  }

  private void path(Pipe pipe, Color color, double width, double on, double off) {
    Stroke stroke = new Stroke(color, sheet.of(width), List.of(sheet.of(on), sheet.of(off)));
    sheet.add(new Item.Path(pipe.steps(), null, stroke));
  }

  private void tube(Pipe pipe, Color wall, Color inside) {
    sheet.add(new Item.Path(pipe.steps(), null, new Stroke(wall, sheet.of(12))));
    sheet.add(new Item.Path(pipe.steps(), null, new Stroke(inside, sheet.of(9))));
  }

  /** The packet on its way along a link, or just arrived. */
  void packet(MapModel.Link link) {
    Moment.Flight flight = instant.flight();
    if (flight == null) {
      return;
    }
    Pipe course = instant.fromClient() ? pipe(link) : pipe(link).reversed();
    sheet.group(
        "frame-" + (flight.row() + 1),
        flight.row(),
        FlightWords.alone(sheet.texts, flight),
        () -> new MapPacket(sheet, course).draw(flight, instant.progress(), taken));
  }

  /** What a channel is, above its middle, where nothing else is written. */
  void label(MapModel.Link link) {
    String text =
        switch (link.connection().transport()) {
          case TCP, SCTP -> link.connection().name();
          case UDP -> sheet.texts.get("mapPipes.udp");
        };
    Pipe pipe = pipe(link);
    Item.Point middle = pipe.at(0.5);
    double half = sheet.width(text, Face.REGULAR, LABEL) / 2;
    Item.Point before = pipe.at(0.45);
    Item.Point after = pipe.at(0.55);
    double run = Math.max(1, Math.abs(after.x() - before.x()));
    double slope = Math.abs(after.y() - before.y()) / run;
    double y = middle.y() - sheet.of(17) - slope * half;
    Extent extent =
        new Extent(middle.x() - half, y - sheet.of(9), middle.x() + half, y + sheet.of(9));
    boolean free = taken.stream().noneMatch(extent::overlaps);
    boolean flat = Math.abs(pipe.y2() - pipe.y1()) < sheet.of(90);
    if (free && flat && half * 2 < Math.abs(pipe.x2() - pipe.x1()) - sheet.of(30)) {
      taken.add(extent);
      Palette palette = sheet.palette;
      sheet.text(middle.x(), y, text, Face.REGULAR, LABEL, palette.mutedText(), Anchor.MIDDLE);
    }
  }
}
