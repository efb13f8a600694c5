package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/** Draws a packet on a pipe: a solid plate with a point in front, which shows where it goes. */
final class MapPacket {
  private static final double TEXT = 14;
  private static final double NOTE = 12.5;

  /** How far a lost packet gets. */
  private static final double LOST_AT = 0.62;

  private final Sheet sheet;
  private final Pipe course;

  MapPacket(Sheet sheet, Pipe course) {
    this.sheet = sheet;
    this.course = course;
  }

  /** Draws it, and adds what its texts cover. */
  void draw(Moment.Flight flight, double progress, List<Extent> taken) {
    Palette palette = sheet.palette;
    Color color = PacketColors.of(flight.kind(), palette);
    double channel = Math.abs(course.x2() - course.x1());
    boolean across = channel > sheet.of(40);
    double room = across ? channel - sheet.of(46) : sheet.of(110);
    String head = sheet.fit(flight.head(), Face.BOLD, TEXT, room - sheet.of(22));
    double half = sheet.width(head, Face.BOLD, TEXT) / 2 + sheet.of(11);
    boolean gone = flight.lost() && progress >= LOST_AT;
    double part = gone ? LOST_AT : progress;
    double margin = half + sheet.of(20);
    Item.Point at = across ? course.at(share(part, margin, channel)) : course.at(0.2 + 0.6 * part);
    if (gone) {
      cross(at.x(), at.y());
    } else {
      plate(at, half, head, color);
    }
    double x = (course.x1() + course.x2()) / 2;
    x = across ? x : at.x();
    double line = at.y() + sheet.of(27);
    for (String text :
        List.of(rest(flight, room), flight.note(), gone ? sheet.texts.get("mapPacket.lost") : "")) {
      if (!text.isEmpty()) {
        boolean trouble = !text.equals(rest(flight, room)) && (flight.trouble() || gone);
        under(text, x, line, room, trouble ? palette.error() : palette.mutedText(), taken);
        line += sheet.of(18);
      }
    }
    taken.add(
        new Extent(
            at.x() - half - sheet.of(8),
            at.y() - sheet.of(15),
            at.x() + half + sheet.of(8),
            at.y() + sheet.of(15)));
  }

  /** The part of the course at which a plate stands so that it leaves the plugs free. */
  private double share(double part, double margin, double channel) {
    double target = Math.min(margin, channel / 2);
    double wanted = target + part * Math.max(0, channel - 2 * target);
    double low = 0;
    double high = 1;
    for (int i = 0; i < 30; i++) {
      double middle = (low + high) / 2;
      if (Math.abs(course.at(middle).x() - course.x1()) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void plate(Item.Point at, double half, String head, Color color) {
    double tall = sheet.of(14);
    boolean rightward = course.x2() >= course.x1();
    double nose = rightward ? half + sheet.of(9) : -half - sheet.of(9);
    double front = rightward ? half : -half;
    double x = at.x();
    double y = at.y();
    sheet.add(
        new Item.Polygon(
            List.of(
                new Item.Point(x - front, y - tall),
                new Item.Point(x + front, y - tall),
                new Item.Point(x + nose, y),
                new Item.Point(x + front, y + tall),
                new Item.Point(x - front, y + tall)),
            color,
            null));
    sheet.text(x, y, head, Face.BOLD, TEXT, sheet.palette.onSolid(), Anchor.MIDDLE);
  }

  private void under(
      String text, double x, double middle, double room, Color color, List<Extent> taken) {
    String shown = sheet.fit(text, Face.REGULAR, NOTE, room);
    double half = sheet.width(shown, Face.REGULAR, NOTE) / 2 + sheet.of(5);
    double tall = sheet.of(9);
    sheet.box(x - half, middle - tall, 2 * half, 2 * tall, 4, sheet.palette.surface(), null);
    sheet.text(x, middle, shown, Face.REGULAR, NOTE, color, Anchor.MIDDLE);
    taken.add(new Extent(x - half, middle - tall, x + half, middle + tall));
  }

  /** As many parts of the label after its head as fit. */
  private String rest(Moment.Flight flight, double room) {
    int from = Math.min(flight.label().length(), flight.head().length() + 2);
    String rest = flight.label().substring(from).replace("  ", "   ");
    while (!rest.isEmpty() && sheet.width(rest, Face.REGULAR, NOTE) > room) {
      int gap = rest.lastIndexOf("   ");
      rest = gap < 0 ? "" : rest.substring(0, gap);
    }
    return rest;
  }

  private void cross(double x, double y) {
    Palette palette = sheet.palette;
    double radius = sheet.of(12);
    sheet.add(
        new Item.Ellipse(
            x, y, radius, radius, palette.errorSoft(), new Stroke(palette.error(), sheet.of(1.6))));
    double arm = sheet.of(5);
    sheet.line(x - arm, y - arm, x + arm, y + arm, palette.error(), 2.4);
    sheet.line(x - arm, y + arm, x + arm, y - arm, palette.error(), 2.4);
  }
}
