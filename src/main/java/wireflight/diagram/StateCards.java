package wireflight.diagram;

import wireflight.connection.TcpState;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/** Draws above the state diagram who the tokens are and what brought them where they stand. */
final class StateCards {
  private static final double WIDTH = 442;
  private static final double HEIGHT = 58;
  private static final double NAME = 15;
  private static final double ADDRESS = 12.5;
  private static final double CAUSE = 13;
  private static final double PILL = 12.5;

  private final Sheet sheet;
  private final double left;
  private final double top;

  StateCards(Sheet sheet, double left, double top) {
    this.sheet = sheet;
    this.left = left;
    this.top = top;
  }

  void draw(StateShapes.Standing end, String cause) {
    Palette palette = sheet.palette;
    boolean client = end.token().client();
    double x = left + (client ? 0 : sheet.of(StateChart.WIDTH - WIDTH));
    Stroke outline = new Stroke(palette.border(), sheet.of(1));
    double width = sheet.of(WIDTH);
    sheet.box(x, top, width, sheet.of(HEIGHT), 9, palette.surface(), outline);
    double first = top + sheet.of(19);
    StateShapes.mark(
        sheet,
        x + sheet.of(22),
        first,
        7.5,
        client,
        palette.text(),
        new Stroke(palette.text(), sheet.of(1)));
    double text = x + sheet.of(42);
    double room = width - sheet.of(56);
    double pill = 0;
    if (end.node() >= 0) {
      TcpState state = StateChart.NODES.get(end.node()).state();
      pill = sheet.width(state.rfcName(), Face.BOLD, PILL) + sheet.of(20);
      sheet.pill(
          x + width - sheet.of(14) - pill / 2,
          first,
          state.rfcName(),
          pill + sheet.of(1),
          StateInk.soft(state, palette),
          StateInk.strong(state, palette),
          PILL);
    }
    room -= pill + sheet.of(10);
    String name = sheet.fit(end.token().name(), Face.BOLD, NAME, room);
    sheet.text(text, first, name, Face.BOLD, NAME, palette.text(), Anchor.START);
    double used = sheet.width(name, Face.BOLD, NAME) + sheet.of(12);
    String address = sheet.fit(end.token().address(), Face.MONO, ADDRESS, room - used);
    sheet.text(text + used, first, address, Face.MONO, ADDRESS, palette.mutedText(), Anchor.START);
    sheet.text(
        text,
        top + sheet.of(42),
        sheet.fit(cause, Face.REGULAR, CAUSE, width - sheet.of(56)),
        Face.REGULAR,
        CAUSE,
        palette.mutedText(),
        Anchor.START);
  }
}
