package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.Transport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Socket;
import wireflight.timeline.Timeline;

/**
 * The state diagram of RFC 9293 with both ends of a connection on it: where each is, and which way
 * it came.
 *
 * <p>Of the connection that is in focus, or else of the first of TCP. Immutable; any thread may use
 * it.
 */
public final class StateDiagram implements Diagram {
  private static final double TOP = 84;
  private static final double MARGIN = 6;

  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final @Nullable Connection connection;
  private final List<StateToken> tokens = new ArrayList<>();

  /** Follows both ends through the recording. */
  public StateDiagram(Subject subject, Typesetter type, DiagramStyle style) {
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    connection = chosen(subject);
    if (connection != null) {
      int listening = listening(connection);
      for (boolean client : new boolean[] {true, false}) {
        Lifeline line = timeline.lifelines().get(timeline.lifelineOf(connection.index(), client));
        StatePath path =
            StatePath.of(subject.analysis(), subject.rows(), connection.index(), client, listening);
        tokens.add(new StateToken(client, line.name(), address(client), path));
      }
    }
  }

  private String address(boolean client) {
    return connection == null
        ? ""
        : (client ? connection.client() : connection.server()).toString();
  }

  private static @Nullable Connection chosen(Subject subject) {
    List<Connection> all =
        subject.focus() >= 0
            ? List.of(subject.analysis().connections().get(subject.focus()))
            : subject.timeline().connections();
    return all.stream().filter(it -> it.transport() == Transport.TCP).findFirst().orElse(null);
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
    Connection of = connection;
    double width = contentWidth(view.width());
    if (of == null) {
      nothing(sheet, view);
    } else {
      double left = (width - sheet.of(StateChart.WIDTH)) / 2 - view.scrollX();
      double spare = Math.max(0, view.height() - contentHeight(view.width())) / 2;
      double top = Math.min(spare, sheet.of(30)) - view.scrollY();
      Instant instant = Instant.of(timeline, position);
      StateShapes shapes = new StateShapes(sheet, left, top + sheet.of(TOP));
      List<StateShapes.Standing> standing = new ArrayList<>();
      for (StateToken token : tokens) {
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
    Palette palette = style.palette();
    String text = sheet.texts.get("states.none");
    sheet.text(
        view.width() / 2,
        view.height() / 2,
        sheet.fit(text, Face.REGULAR, 16, view.width() - sheet.of(24)),
        Face.REGULAR,
        16,
        palette.mutedText(),
        Anchor.MIDDLE);
  }
}
