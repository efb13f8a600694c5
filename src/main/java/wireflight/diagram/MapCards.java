package wireflight.diagram;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import wireflight.timeline.Socket;

/** Draws the cards of sockets: name, state, address, kind of port, and the call that is made. */
final class MapCards {
  private static final double NAME = 15;
  private static final double ENTRY_NAME = 13.5;
  private static final double MONO = 12.5;
  private static final double SMALL = 12.5;
  private static final double PILL = 12;
  private static final double PAD = 14;

  private final Sheet sheet;
  private final MapContent.Frame frame;
  private final MapLayout layout;
  private final MapStates states;
  private final Instant instant;
  private final Map<String, Moment.Call> calls;

  MapCards(
      Sheet sheet, MapContent.Frame frame, MapLayout layout, MapStates states, Instant instant) {
    this.sheet = sheet;
    this.frame = frame;
    this.layout = layout;
    this.states = states;
    this.instant = instant;
    this.calls = states.calls(instant);
  }

  /** Whether there is anything of a card at the instant. */
  boolean isShown(MapCard card) {
    return card.from() <= instant.seen()
        || card.heads().stream().anyMatch(it -> states.call(calls, it) != null);
  }

  void draw(MapCard card) {
    if (!isShown(card) || !frame.shows(layout.top(card), layout.height(card))) {
      return;
    }
    String described = card.name() + " " + (card.local() == null ? "" : card.local());
    sheet.group("socket-" + card.id(), -1, described.strip(), () -> whole(card));
    for (int i = 0; i < card.entries().size(); i++) {
      Socket socket = card.entries().get(i);
      if (states.exists(socket, instant)) {
        int entry = i;
        sheet.group(
            "socket-" + card.id() + "-" + i,
            -1,
            socket.name() + " " + states.foreign(socket),
            () -> entry(card, socket, entry));
      }
    }
  }

  private void whole(MapCard card) {
    Palette palette = sheet.palette;
    double x = layout.left(card) - frame.scrollX();
    double y = layout.top(card);
    Socket head = head(card);
    Moment.Call call = head == null ? null : states.call(calls, head);
    boolean absent = isAbsent(card);
    boolean over = absent || head != null && head.closed() <= instant.row();
    Stroke outline =
        call != null
            ? new Stroke(palette.call(), sheet.of(1.8))
            : absent
                ? new Stroke(
                    palette.lifeline(), sheet.of(1.2), java.util.List.of(sheet.of(4), sheet.of(4)))
                : new Stroke(palette.border(), sheet.of(1.2));
    sheet.box(x, y, layout.cardWidth(), layout.height(card), 9, palette.canvas(), outline);
    EndState state = head == null ? TcpState.UNKNOWN : states.of(head, instant);
    double room = layout.cardWidth() - sheet.of(2 * PAD);
    double pill = pill(card, y + sheet.of(18), pillText(card, head, state), state);
    String name =
        absent ? sheet.texts.get("mapCards.absent") : head == null ? card.name() : head.name();
    sheet.text(
        x + sheet.of(PAD),
        y + sheet.of(18),
        sheet.fit(name, Face.BOLD, NAME, room - pill),
        Face.BOLD,
        NAME,
        over ? palette.mutedText() : palette.text(),
        Anchor.START);
    address(card, x, y, room, over);
    if (call != null) {
      call(call, x + sheet.of(PAD), y + sheet.of(57), room);
    } else if (card.kind() != null && card.addressed(instant.seen())) {
      String text = card.kind().text(sheet.texts, card.service());
      PortLegend.mark(
          sheet, card.kind(), x + sheet.of(PAD + 5), y + sheet.of(57), palette.mutedText());
      sheet.text(
          x + sheet.of(PAD + 16),
          y + sheet.of(57),
          sheet.fit(text, Face.REGULAR, SMALL, room - sheet.of(16)),
          Face.REGULAR,
          SMALL,
          palette.mutedText(),
          Anchor.START);
    }
    if (card.entries().isEmpty() || head != null) {
      plug(card, -1, state);
    }
  }

  /** The head's socket at the instant, or the first that is just being made. */
  private @Nullable Socket head(MapCard card) {
    Socket head = card.head(instant.seen());
    boolean first = head == null && !card.heads().isEmpty();
    return first && states.call(calls, card.heads().getFirst()) != null
        ? card.heads().getFirst()
        : head;
  }

  /** Whether nothing is at an address to which something was sent. */
  private boolean isAbsent(MapCard card) {
    boolean none = !card.heads().isEmpty() && head(card) == null;
    return card.absent()
        || none && card.entries().stream().noneMatch(it -> states.exists(it, instant));
  }

  private void address(MapCard card, double x, double y, double room, boolean over) {
    Palette palette = sheet.palette;
    boolean known = card.local() != null && card.addressed(instant.seen());
    String address = known ? String.valueOf(card.local()) : sheet.texts.get("heads.unbound");
    boolean every = known && card.local() != null && card.local().address().isUnspecified();
    String both = every ? sheet.texts.get("mapCards.every", address) : address;
    String shown = sheet.width(both, Face.MONO, MONO) <= room ? both : tail(address, room);
    sheet.text(
        x + sheet.of(PAD),
        y + sheet.of(38),
        shown,
        Face.MONO,
        MONO,
        known && !over ? palette.text() : palette.mutedText(),
        Anchor.START);
  }

  // What tells sockets apart stands at the end of an address.
  private String tail(String address, double room) {
    String shown = address;
    while (shown.length() > 2 && sheet.width(shown, Face.MONO, MONO) > room) {
      shown = "…" + shown.substring(2);
    }
    return shown;
  }

  private String pillText(MapCard card, @Nullable Socket head, EndState state) {
    if (isAbsent(card)) {
      return "";
    }
    if (!state.isUnknown()) {
      return state.rfcName();
    }
    if (head == null) {
      return "";
    }
    if (head.closed() <= instant.row()) {
      return sheet.texts.get("mapCards.closed");
    }
    return card.transport() == Transport.TCP ? "" : card.transport().name();
  }

  /** A pill at the right of a line; gives the room that it takes. */
  private double pill(MapCard card, double middle, String text, EndState state) {
    if (text.isEmpty()) {
      return 0;
    }
    Palette palette = sheet.palette;
    double width = sheet.width(text, Face.BOLD, PILL) + sheet.of(20);
    double right = layout.left(card) - frame.scrollX() + layout.cardWidth() - sheet.of(PAD);
    boolean udp = text.equals("UDP");
    Color strong = udp ? palette.datagram() : StateInk.strong(state, palette);
    Color soft = udp ? palette.canvas() : StateInk.soft(state, palette);
    sheet.pill(right - width / 2, middle, text, width + sheet.of(1), soft, strong, PILL);
    return width + sheet.of(8);
  }

  private void entry(MapCard card, Socket socket, int entry) {
    Palette palette = sheet.palette;
    double x = layout.left(card) - frame.scrollX();
    double top = layout.plugY(card, entry) - sheet.of(MapLayout.ENTRY / 2);
    double room = layout.cardWidth() - sheet.of(2 * PAD);
    sheet.line(x + sheet.of(PAD), top, x + sheet.of(PAD) + room, top, palette.border(), 1);
    EndState state = states.of(socket, instant);
    double line = top + sheet.of(17);
    double pill = pill(card, line, state.rfcName(), state);
    boolean taken = socket.accepted() <= instant.row();
    String name =
        !taken
            ? sheet.texts.get("mapCards.queued")
            : card.heads().isEmpty() ? states.number(socket) : socket.name();
    sheet.text(
        x + sheet.of(PAD),
        line,
        sheet.fit(name, taken ? Face.SEMIBOLD : Face.REGULAR, ENTRY_NAME, room - pill),
        taken ? Face.SEMIBOLD : Face.REGULAR,
        ENTRY_NAME,
        taken ? palette.text() : palette.mutedText(),
        Anchor.START);
    Moment.Call call = states.call(calls, socket);
    if (call != null) {
      call(call, x + sheet.of(PAD), top + sheet.of(36), room);
    } else {
      sheet.text(
          x + sheet.of(PAD),
          top + sheet.of(36),
          tail(sheet.texts.get("mapCards.with", states.foreign(socket)), room),
          Face.MONO,
          12,
          palette.mutedText(),
          Anchor.START);
    }
    plug(card, entry, state);
  }

  private void call(Moment.Call call, double x, double middle, double room) {
    boolean waits = call.returnRow() < 0 || call.returnRow() > instant.row();
    String after = waits ? "…" : call.outcome().isEmpty() ? "" : " " + call.outcome();
    // The card already has the socket's name.
    int dot = call.text().indexOf('.');
    boolean named = dot >= 0 && dot < call.text().indexOf('(');
    String bare = named ? call.text().substring(dot + 1) : call.text();
    String text = CallLabel.fit(bare, after, room, it -> sheet.width(it, Face.MONO, 12));
    Palette palette = sheet.palette;
    sheet.text(
        x,
        middle,
        sheet.fit(text, Face.MONO, 12, room),
        Face.MONO,
        12,
        call.failed() && !waits ? palette.error() : palette.callText(),
        Anchor.START);
  }

  /** Where a channel may end: filled while one does. */
  private void plug(MapCard card, int entry, EndState state) {
    Palette palette = sheet.palette;
    double x = layout.plugX(card) - frame.scrollX();
    double y = layout.plugY(card, entry);
    boolean udp = card.transport() == Transport.UDP;
    Color ink = udp ? palette.datagram() : StateInk.strong(state, palette);
    double radius = sheet.of(7);
    sheet.add(
        new Item.Ellipse(x, y, radius, radius, palette.canvas(), new Stroke(ink, sheet.of(2))));
    EndState.Phase phase = state.phase();
    boolean filled =
        phase == EndState.Phase.OPEN
            || phase == EndState.Phase.CLOSING && state != TcpState.TIME_WAIT;
    if (filled) {
      sheet.add(new Item.Ellipse(x, y, sheet.of(3.4), sheet.of(3.4), ink, null));
    }
  }
}
