package wireflight.diagram;

import java.util.HashMap;
import java.util.Map;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/**
 * Draws packets under way: a solid plate where the playhead finds each, and those that are held on
 * the wire where they wait.
 */
final class UnderWayShape {
  private static final double TEXT = 14;
  private static final double NOTE = 12.5;
  private static final double PLATE = 30;
  private static final double NOTE_HEIGHT = 18;
  private static final double GAP = 6;
  private static final double BARS = 16;

  /** Where a packet is shown of which it is not known where it is. */
  private static final double HALF_WAY = 0.5;

  /** Where those wait that would lie on each other there, as shares of their way. */
  private static final double[] WAITING = {HALF_WAY, 0.36, 0.64, 0.22, 0.78};

  private final Sheet sheet;
  private final FlightLabel labels;
  private final Ways ways;
  private final Scene scene;
  private final Places places;
  private final FlightMarks marks;
  private final Map<Moment.Flight, Double> waiting = new HashMap<>();

  UnderWayShape(Sheet sheet, FlightLabel labels, Ways ways, Scene scene, Places places) {
    this.sheet = sheet;
    this.labels = labels;
    this.ways = ways;
    this.scene = scene;
    this.places = places;
    this.marks = new FlightMarks(sheet);
  }

  /** Keeps a place for the plate of a packet that waits; before any label takes one. */
  void settle(Moment.Flight flight) {
    Way way = ways.of(flight);
    if (!flight.onItsWay() || progress(way) < HALF_WAY) {
      return;
    }
    for (double share : WAITING) {
      if (places.take(way.x(share), way.y(share), plateWidth(flight), sheet.of(PLATE))) {
        waiting.put(flight, share);
        return;
      }
    }
  }

  private double progress(Way way) {
    double length = Math.max(1, way.arrives() - way.departs());
    return Math.clamp((scene.playhead() - way.departs()) / length, 0, 1);
  }

  private String head(Moment.Flight flight) {
    return labels.head(flight, Double.MAX_VALUE);
  }

  private double plateWidth(Moment.Flight flight) {
    double bars = flight.onItsWay() ? sheet.of(BARS) : 0;
    return sheet.width(head(flight), Face.BOLD, TEXT) + sheet.of(PLATE) + bars;
  }

  /** Draws one, which the playhead has passed the departure of. */
  void draw(Moment.Flight flight) {
    Way way = ways.of(flight);
    Color color = PacketColors.of(flight.kind(), sheet.palette);
    double progress = progress(way);
    boolean waits = flight.onItsWay() && progress >= HALF_WAY;
    double at =
        waits
            ? waiting.getOrDefault(flight, HALF_WAY)
            : Math.min(progress, flight.lost() ? FlightShape.LOST_AT : 1);
    double x = way.x(at);
    double y = way.y(at);
    sheet.dashed(x, y, way.endX(), way.arrives(), color.withAlpha(0.45), 1.4, 3, 4);
    sheet.line(way.startX(), way.departs(), x, y, color, 2.4);
    if (flight.lost() && progress >= FlightShape.LOST_AT) {
      marks.cross(x, y);
    } else if (waits && !waiting.containsKey(flight)) {
      marks.pause(x, y, color);
    } else {
      plate(flight, x, y, color);
      if (waits) {
        note(flight, way, x, y);
      }
    }
  }

  private void plate(Moment.Flight flight, double x, double y, Color color) {
    double width = plateWidth(flight);
    double height = sheet.of(PLATE);
    sheet.box(x - width / 2, y - height / 2, width, height, 7, color, null);
    Color ink = sheet.palette.onSolid();
    double middle = x;
    if (flight.onItsWay()) {
      middle += sheet.of(BARS) / 2;
      double bar = x - width / 2 + sheet.of(15);
      for (double left : new double[] {bar, bar + sheet.of(5)}) {
        sheet.line(left, y - sheet.of(4.5), left, y + sheet.of(4.5), ink, 2.2);
      }
    }
    sheet.text(middle, y, head(flight), Face.BOLD, TEXT, ink, Anchor.MIDDLE);
  }

  /** Why a packet stays where it is: beside its plate, as much of it as has room. */
  private void note(Moment.Flight flight, Way way, double x, double y) {
    String all = flight.note();
    for (String note : new String[] {all, all.substring(all.lastIndexOf(", ") + 1).strip()}) {
      double width = sheet.width(note, Face.SEMIBOLD, NOTE) + sheet.of(12);
      double away = (plateWidth(flight) + width) / 2 + sheet.of(GAP);
      for (int side : new int[] {way.side(), -way.side()}) {
        double middle = x + side * away;
        double outside = Math.abs(middle - (way.startX() + way.endX()) / 2) + width / 2;
        if (!note.isEmpty()
            && outside < way.width() / 2 - sheet.of(GAP)
            && places.take(middle, y, width, sheet.of(NOTE_HEIGHT))) {
          Palette palette = sheet.palette;
          double height = sheet.of(NOTE_HEIGHT);
          sheet.box(middle - width / 2, y - height / 2, width, height, 4, palette.canvas(), null);
          sheet.text(middle, y, note, Face.SEMIBOLD, NOTE, palette.mutedText(), Anchor.MIDDLE);
          return;
        }
      }
    }
  }
}
