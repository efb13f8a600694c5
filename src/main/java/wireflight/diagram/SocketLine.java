package wireflight.diagram;

import java.util.stream.Stream;
import wireflight.connection.EndState;
import wireflight.connection.SctpState;
import wireflight.connection.TcpState;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.timeline.SocketChange;
import wireflight.timeline.SocketEntry;

/**
 * Draws a line of the table of sockets; one that the step has changed bears a bar, a word, and a
 * stroke under what is different.
 */
final class SocketLine {
  private static final double HEADING = 13;
  private static final double BAR = 4;

  private final Sheet sheet;
  private final SocketColumns columns;
  private final double[] edges;
  private final boolean callsKnown;

  SocketLine(Sheet sheet, SocketColumns columns, double[] edges, boolean callsKnown) {
    this.sheet = sheet;
    this.columns = columns;
    this.edges = edges;
    this.callsKnown = callsKnown;
  }

  void draw(SocketChange change, int index, double top, double height) {
    SocketEntry line = change.now();
    String described =
        columns.cell(line, SocketColumns.PROTOCOL)
            + " "
            + columns.cell(line, SocketColumns.LOCAL)
            + " "
            + columns.cell(line, SocketColumns.FOREIGN)
            + " "
            + line.state()
            + (change.changed() ? ", " + word(change) : "");
    sheet.group("socket-" + (index + 1), -1, described, () -> cells(change, top, height));
  }

  private void cells(SocketChange change, double top, double height) {
    Palette palette = sheet.palette;
    double middle = top + height / 2;
    double right = edges[SocketColumns.COUNT];
    if (change.changed()) {
      double left = edges[0] - sheet.of(14);
      double inset = sheet.of(3);
      double wide = right + sheet.of(12) - left;
      sheet.box(left, top + inset, wide, height - 2 * inset, 6, palette.accentSoft(), null);
      sheet.box(left, top + inset, sheet.of(BAR), height - 2 * inset, 2, palette.accent(), null);
      if (right > edges[SocketColumns.CHANGE]) {
        sheet.text(
            edges[SocketColumns.CHANGE],
            middle,
            word(change),
            Face.SEMIBOLD,
            HEADING,
            palette.accent(),
            Anchor.START);
      }
    }
    for (int column = 0; column < SocketColumns.CHANGE; column++) {
      if (column == SocketColumns.STATE) {
        state(change, middle);
      } else {
        cell(change, column, middle);
      }
    }
    if (change.gone()) {
      double end = edges[SocketColumns.CHANGE] - sheet.of(10);
      sheet.line(edges[0], middle, end, middle, palette.mutedText(), 1.2);
    }
  }

  private void cell(SocketChange change, int column, double middle) {
    SocketEntry line = change.now();
    Palette palette = sheet.palette;
    String text = columns.cell(line, column);
    boolean address = column == SocketColumns.LOCAL || column == SocketColumns.FOREIGN;
    Face face = address || SocketColumns.isNumber(column) ? Face.MONO : Face.REGULAR;
    boolean quiet =
        change.gone()
            || column == SocketColumns.PROTOCOL
            || column == SocketColumns.LOCAL && line.local().isEmpty()
            || column == SocketColumns.FOREIGN && line.foreign().isEmpty()
            || column == SocketColumns.PROCESS && !line.held()
            || text.equals("0")
            || text.equals("–");
    Color color = quiet ? palette.mutedText() : palette.text();
    double x = columns.anchor(edges, column);
    boolean number = SocketColumns.isNumber(column);
    double size = SocketColumns.TEXT;
    String shown = sheet.fit(text, face, size, columns.width(column) + sheet.of(4));
    sheet.text(x, middle, shown, face, size, color, number ? Anchor.END : Anchor.START);
    SocketEntry before = change.before();
    if (before != null && !change.gone() && !columns.cell(before, column).equals(text)) {
      double width = sheet.width(shown, face, size);
      underline(number ? x - width : x, width, middle);
    }
  }

  private void state(SocketChange change, double middle) {
    String name = change.now().state();
    double left = edges[SocketColumns.STATE];
    if (name.isEmpty()) {
      boolean unknown = !callsKnown && change.now().transport().name().equals("TCP");
      String text = unknown ? sheet.texts.get("socketColumns.unknown") : "–";
      sheet.text(
          left,
          middle,
          text,
          Face.REGULAR,
          SocketColumns.TEXT,
          sheet.palette.mutedText(),
          Anchor.START);
      return;
    }
    EndState state = named(name);
    double width = sheet.width(name, Face.BOLD, SocketColumns.STATE_TEXT) + sheet.of(20);
    sheet.pill(
        left + width / 2,
        middle,
        name,
        columns.width(SocketColumns.STATE) + sheet.of(1),
        StateInk.soft(state, sheet.palette),
        StateInk.strong(state, sheet.palette),
        SocketColumns.STATE_TEXT);
    SocketEntry before = change.before();
    if (before != null && !change.gone() && !before.state().equals(name)) {
      underline(left + sheet.of(6), width - sheet.of(12), middle + sheet.of(4));
    }
  }

  private void underline(double x, double width, double middle) {
    double y = middle + sheet.of(10);
    sheet.line(x, y, x + width, y, sheet.palette.accent(), 1.6);
  }

  private String word(SocketChange change) {
    return change.gone() ? columns.gone() : change.isNew() ? columns.isNew() : columns.changed();
  }

  /** The state that has a name, in TCP's or else in SCTP's words. */
  private static EndState named(String name) {
    return Stream.<EndState>concat(Stream.of(TcpState.values()), Stream.of(SctpState.values()))
        .filter(state -> state.rfcName().equals(name))
        .findFirst()
        .orElse(TcpState.UNKNOWN);
  }
}
