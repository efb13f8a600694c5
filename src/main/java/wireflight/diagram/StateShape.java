package wireflight.diagram;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Face;
import wireflight.timeline.Moment;

/** Draws the states that connections come into: a pill beside the lifeline, coloured and named. */
final class StateShape {
  private static final double TEXT = 12.5;

  /** Where pills stand within the slot of a packet: beside its departure and its arrival. */
  private static final double SENDER = 12;

  /** So much above where an arrow would end that began at the slot's top. */
  private static final double RECEIVER = 2;

  /** Below the call that opened the socket to connections. */
  private static final double LISTENING = 32;

  /** How far out in its room a pill stands. */
  private static final double OUTWARD = 0.58;

  private static final double HEIGHT = 22;

  /** So far above the end a pill stands at least, so that nothing below covers it. */
  private static final double BELOW_END = HEIGHT / 2 - Ladder.PLAIN_END;

  /** How far a pill moves up or down where a call's text has its place, the nearest first. */
  private static final double[] AWAY = {0, 19, -19, 36, -36, 54, -54};

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Bars bars;
  private final Places places;

  StateShape(Sheet sheet, Columns columns, Scene scene, Bars bars, Places places) {
    this.places = places;
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.bars = bars;
  }

  /**
   * Draws one.
   *
   * @param flight the packet that brought the state about; null where a call did
   */
  void draw(Moment.StateChange change, Moment.@Nullable Flight flight) {
    int lifeline = change.lifeline();
    double slot = scene.top(scene.stepOf(change.row()));
    double middle = slot + sheet.of(LISTENING);
    int side = columns.side(lifeline);
    if (scene.isArrival(change.row())) {
      middle = scene.arrivalAt(change.row());
    } else if (flight != null && flight.measured()) {
      middle = scene.departure(flight);
    } else if (flight != null) {
      boolean sender = flight.from() == lifeline;
      middle =
          slot
              + (sender
                  ? sheet.of(SENDER)
                  : scene.fall(scene.stepOf(change.row())) - sheet.of(RECEIVER));
      int other = sender ? flight.to() : flight.from();
      side = columns.isLoop(flight) ? side : columns.x(other) > columns.x(lifeline) ? -1 : 1;
    }
    // What the last packet brings about is seen, too, where there is no height left below it.
    if (!scene.passed(Math.min(middle + sheet.of(HEIGHT) / 2, scene.end()))) {
      return;
    }
    middle = Math.min(middle, scene.end() - sheet.of(BELOW_END));
    double room = bars.room(lifeline, side, change.row());
    String text = change.state().rfcName();
    double half = Math.min(sheet.width(text, Face.BOLD, TEXT) / 2 + sheet.of(10), room / 2);
    double out = Math.clamp(OUTWARD * room, half, room - half);
    double x = bars.text(lifeline, side, change.row()) + side * out;
    double[] away = Arrays.stream(AWAY).map(sheet::of).toArray();
    double y = places.free(x, middle, 2 * half, sheet.of(HEIGHT), away);
    if (Double.isNaN(y)) {
      return;
    }
    sheet.group(
        "state-" + (change.row() + 1) + "-" + lifeline,
        change.row(),
        sheet.texts.get("state.end", scene.name(lifeline), text),
        () ->
            sheet.pill(
                x,
                y,
                text,
                room,
                StateInk.soft(change.state(), sheet.palette),
                StateInk.strong(change.state(), sheet.palette),
                TEXT));
  }
}
