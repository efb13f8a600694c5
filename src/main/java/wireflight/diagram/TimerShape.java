package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.timeline.Moment;

/**
 * Draws how long it took until what was lost, or did not come in time, was sent again: a bracket
 * beside the sender's lifeline from the one departure to the other.
 */
final class TimerShape {
  private static final double TEXT = 12;
  private static final double NEAR = 5;
  private static final double FAR = 13;
  private static final double LANE = 10;
  private static final double HEIGHT = 18;

  /** Where there is no room so near, the bracket stands without its label. */
  private static final int MOST_TRIED = 40;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Places places;
  private final List<Runnable> unlabelled = new ArrayList<>();

  TimerShape(Sheet sheet, Columns columns, Scene scene, Places places) {
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.places = places;
  }

  /** Draws the bracket of such a flight, as far as the playhead has come. */
  void draw(Moment.Flight flight) {
    if (flight.waitLane() < 0 || columns.isLoop(flight)) {
      return;
    }
    double top = scene.departure(flight);
    double end = scene.again(flight);
    double bottom = Math.min(end, scene.playhead());
    if (bottom - top < sheet.of(4)) {
      return;
    }
    int side = flight.to() > flight.from() ? 1 : -1;
    double x = columns.x(flight.from());
    double near = x + side * sheet.of(NEAR);
    double far = x + side * sheet.of(FAR + LANE * flight.waitLane());
    boolean over = scene.passed(end);
    Color color = flight.lost() ? sheet.palette.error() : sheet.palette.mutedText();
    String time = sheet.duration(scene.untilAgain(flight));
    String described =
        sheet.texts.get(flight.timed() ? "timer.described.timer" : "timer.described", time);
    places.block(far, (top + bottom) / 2, sheet.of(4), bottom - top);
    sheet.group(
        "again-" + (flight.row() + 1),
        flight.row(),
        described,
        () -> {
          sheet.line(near, top, far, top, color, 1.4);
          sheet.line(far, top, far, bottom, color, 1.4);
          if (over) {
            sheet.line(near, bottom, far, bottom, color, 1.4);
          }
        });
    String text =
        !over
            ? sheet.texts.get("timer.waiting")
            : sheet.texts.get(flight.timed() ? "timer.timer" : "timer.again", time);
    unlabelled.add(() -> label(flight, described, text, far, top, bottom, side, color));
  }

  /**
   * Labels the brackets drawn so far. After the packets: where in a bracket its label stands
   * depends on what is in view, and labels of packets shall not move as the ladder is scrolled.
   */
  void label() {
    unlabelled.forEach(Runnable::run);
    unlabelled.clear();
  }

  /** In the middle of what is in view of the bracket, or as near to it as there is room. */
  private void label(
      Moment.Flight flight,
      String described,
      String text,
      double far,
      double top,
      double bottom,
      int side,
      Color color) {
    double middle = (top + bottom) / 2;
    double seen =
        Math.clamp(
            middle,
            Math.min(middle, scene.viewTop() + sheet.of(14)),
            Math.max(middle, scene.viewBottom() - sheet.of(14)));
    double width = sheet.width(text, Face.SEMIBOLD, TEXT) + sheet.of(8);
    double height = sheet.of(HEIGHT);
    double left = side > 0 ? far + sheet.of(3) : far - sheet.of(3) - width;
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      double y = seen + (tried % 2 == 0 ? 1 : -1) * ((tried + 1) / 2) * height;
      boolean beside = tried == 0 || y - height / 2 > top && y + height / 2 < bottom;
      if (beside && places.take(left + width / 2, y, width, height)) {
        sheet.group(
            "timer-" + (flight.row() + 1),
            flight.row(),
            described,
            () -> {
              sheet.box(left, y - height / 2, width, height, 4, sheet.palette.canvas(), null);
              sheet.text(left + width / 2, y, text, Face.SEMIBOLD, TEXT, color, Anchor.MIDDLE);
            });
        return;
      }
    }
  }
}
