package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Transport;
import wireflight.connection.Vantage;
import wireflight.drawing.Drawing;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Socket;
import wireflight.timeline.Timeline;

/**
 * The state diagram of RFC 9293 with both ends of a connection on it: where each is, and which way
 * it came.
 *
 * <p>Of the connection that is in focus, or else of that of the latest segment: of the first before
 * there is one. Immutable; any thread may use it.
 */
public final class StateDiagram implements Diagram {
  private static final double TOP = 84;
  private static final double MARGIN = 6;

  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final Subject subject;
  private final @Nullable Connection first;
  private final Map<Integer, List<StateToken>> tokens = new ConcurrentHashMap<>();

  /** Follows both ends of connections through the recording. */
  public StateDiagram(Subject subject, Typesetter type, DiagramStyle style) {
    this.subject = subject;
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    List<Connection> all =
        subject.focus() >= 0
            ? List.of(subject.analysis().connections().get(subject.focus()))
            : timeline.connections();
    first = all.stream().filter(it -> it.transport() == Transport.TCP).findFirst().orElse(null);
  }

  /** The connection that an instant is about; null where there is none of TCP. */
  private @Nullable Connection of(Instant instant) {
    if (subject.focus() >= 0) {
      return first;
    }
    for (int row = first == null ? -1 : instant.seen(); row >= 0; row--) {
      if (!subject.analysis().isSegment(row)) {
        continue;
      }
      for (Moment moment : timeline.momentsAt(row)) {
        if (moment instanceof Moment.Flight flight && flight.connection() >= 0) {
          return subject.analysis().connections().get(flight.connection());
        }
      }
    }
    return first;
  }

  private List<StateToken> tokens(Connection of) {
    return tokens.computeIfAbsent(of.index(), _ -> List.of(token(of, true), token(of, false)));
  }

  private StateToken token(Connection of, boolean client) {
    Lifeline line = timeline.lifelines().get(timeline.lifelineOf(of.index(), client));
    Vantage seen = timeline.vantage(of.index(), client);
    StatePath path =
        StatePath.of(subject.analysis(), subject.rows(), seen, of.index(), client, listening(of));
    return new StateToken(
        client, line.name(), (client ? of.client() : of.server()).toString(), path);
  }

  private int listening(Connection of) {
    int line = timeline.lifelineOf(of.index(), false);
    int row = Socket.NEVER;
    for (Socket socket : timeline.sockets()) {
      if (socket.lifeline() == line && socket.listening() < of.firstRow()) {
        row = socket.listening();
      }
    }
    return row;
  }

  @Override
  public double contentWidth(double width) {
    return Math.max(width, (StateChart.WIDTH + 2 * MARGIN) * style.size());
  }

  @Override
  public double contentHeight(double width) {
    return (TOP + StateChart.HEIGHT + MARGIN) * style.size();
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    Instant instant = Instant.of(timeline, position);
    Connection of = of(instant);
    double width = contentWidth(view.width());
    if (of == null) {
      nothing(sheet, view);
    } else {
      double left = (width - sheet.of(StateChart.WIDTH)) / 2 - view.scrollX();
      double spare = Math.max(0, view.height() - contentHeight(view.width())) / 2;
      double top = Math.min(spare, sheet.of(30)) - view.scrollY();
      StateShapes shapes = new StateShapes(sheet, left, top + sheet.of(TOP));
      List<StateShapes.Standing> standing = new ArrayList<>();
      for (StateToken token : tokens(of)) {
        int row = instant.row(of.index(), token.client());
        standing.add(new StateShapes.Standing(token, row, token.path().at(row, of.firstRow())));
      }
      shapes.draw(standing);
      StateCards cards = new StateCards(sheet, left, top + sheet.of(MARGIN));
      for (StateShapes.Standing it : standing) {
        cards.draw(it, cause(sheet, it));
      }
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            sheet.texts.get("states.title"),
            sheet.texts.get("states.described"),
            sheet.items());
    return new Picture(drawing, sheet.regions(), width, contentHeight(view.width()));
  }

  /** What brought an end into its state, as in {@code received SYN, ACK (frame 17)}. */
  private String cause(Sheet sheet, StateShapes.Standing it) {
    int count = it.token().path().upTo(it.row());
    if (count == 0) {
      return "";
    }
    int row = it.token().path().moves().get(count - 1).row();
    String number = String.valueOf(row + 1);
    for (Moment moment : timeline.momentsAt(row)) {
      if (moment instanceof Moment.Flight flight) {
        int line = timeline.lifelineOf(flight.connection(), it.token().client());
        String key = flight.from() == line ? "states.sent" : "states.received";
        return sheet.texts.get(key, flight.head(), number);
      }
    }
    return sheet.texts.get("states.listen", number);
  }

  private void nothing(Sheet sheet, Viewport view) {
    boolean sctp = timeline.connections().stream().anyMatch(it -> it.transport() == Transport.SCTP);
    sheet.alone(view, sheet.texts.get(sctp ? "states.association" : "states.none"));
  }
}
