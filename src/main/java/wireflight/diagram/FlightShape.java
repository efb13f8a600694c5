package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.timeline.Moment;

/**
 * Draws packets: an arrow from lifeline to lifeline with its label on a plate in the middle, or,
 * while the playhead passes it, a solid plate on its way.
 */
final class FlightShape {
  /** How far a lost packet gets, as a share of its way: far enough to show where it was going. */
  static final double LOST_AT = 0.84;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Bars bars;
  private final Places places;
  private final Places beside;
  private final Ways ways;
  private final FlightLabel labels;
  private final UnderWayShape moving;
  private final FlightMarks marks;

  FlightShape(Sheet sheet, Columns columns, Scene scene, Bars bars, Places places, Places beside) {
    this.places = places;
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.bars = bars;
    this.ways = new Ways(sheet, columns, scene);
    this.labels = new FlightLabel(sheet, columns, scene, ways, places, beside);
    this.beside = beside;
    this.moving = new UnderWayShape(sheet, labels, ways, scene, places);
    this.marks = new FlightMarks(sheet);
  }

  /** Whether the playhead is between the packet's departure and its arrival. */
  boolean isUnderWay(Moment.Flight flight) {
    return ways.isUnderWay(flight);
  }

  /** Keeps a place for one that is held, before labels take theirs. */
  void settle(Moment.Flight flight) {
    moving.settle(flight);
  }

  /** Labels those of some moments that have a label of their own or share one, lost ones first. */
  void label(List<Moment> moments) {
    Trains trains = new Trains(sheet, columns, scene, ways, moments);
    // What was lost has the first choice of a place: it must be told.
    labels(moments, trains, true);
    trains.all().forEach(labels::label);
    labels(moments, trains, false);
  }

  private void labels(List<Moment> moments, Trains trains, boolean lost) {
    for (Moment moment : moments) {
      if (moment instanceof Moment.Flight flight
          && flight.lost() == lost
          && !trains.has(flight)
          && !isUnderWay(flight)) {
        if (!columns.isLoop(flight)) {
          labels.label(flight);
        } else if (ways.looksForPlace(flight) && ways.isOver(flight)) {
          loopLabel(flight);
        }
      }
    }
  }

  void draw(Moment.Flight flight) {
    Way way = ways.of(flight);
    if (!scene.passed(way.departs())) {
      return;
    }
    String described =
        FlightWords.of(sheet.texts, scene.name(flight.from()), scene.name(flight.to()), flight);
    sheet.group(
        "frame-" + (flight.row() + 1),
        flight.row(),
        described,
        () -> {
          if (columns.isLoop(flight)) {
            loop(flight, way);
          } else if (isUnderWay(flight)) {
            moving.draw(flight);
          } else {
            arrived(flight, way);
          }
        });
  }

  private void arrived(Moment.Flight flight, Way way) {
    Color color = PacketColors.of(flight.kind(), sheet.palette);
    double width = flight.kind() == Moment.Kind.DATA ? 2.1 : 1.8;
    if (flight.lost()) {
      lost(flight, way, color, width);
    } else {
      // The line ends within the head, so that the tip stays sharp.
      double end = 1 - sheet.of(6) / Math.hypot(way.width(), way.arrives() - way.departs());
      double begin = isFromOnTheWay(flight) ? 1 - LOST_AT : 0;
      sheet.line(way.x(begin), way.y(begin), way.x(end), way.y(end), color, width);
      sheet.arrowhead(way.startX(), way.departs(), way.endX(), way.arrives(), color);
      if (flight.received()) {
        double share = 1 - sheet.of(26) / way.width();
        marks.tick(way.x(share), way.y(share));
      }
    }
    if (!ways.looksForPlace(flight)) {
      double taken = flight.lost() || flight.received() ? sheet.of(84) : sheet.of(44);
      double room = way.width() - taken;
      if (flight.lost()) {
        // Beside the cross, from the middle.
        room = Math.min(room, (2 * LOST_AT - 1) * way.width() - sheet.of(24));
      }
      labels.plate(flight, way, room, color);
    }
  }

  /**
   * Whether a router sent it: nobody else saw it than its receiver. It begins where packets are
   * lost.
   */
  private boolean isFromOnTheWay(Moment.Flight flight) {
    return scene.isMeasured() && !flight.measured() && flight.kind() == Moment.Kind.ERROR;
  }

  private void lost(Moment.Flight flight, Way way, Color color, double width) {
    double x = way.x(LOST_AT);
    double y = way.y(LOST_AT);
    sheet.line(way.startX(), way.departs(), x, y, color, width);
    marks.cross(x, y);
    if (ways.looksForPlace(flight)) {
      places.take(x, y, sheet.of(24), sheet.of(24));
    }
  }

  /** A socket that talks to itself. */
  private void loop(Moment.Flight flight, Way way) {
    Color color = PacketColors.of(flight.kind(), sheet.palette);
    double departs = way.departs();
    double arrives = way.arrives();
    int side = -columns.side(flight.from());
    double x = columns.x(flight.from());
    double bow = x + side * sheet.of(64);
    double tip = x + side * sheet.of(8);
    sheet.add(
        new Item.Path(
            List.of(
                new Item.Step.Move(x, departs),
                new Item.Step.Curve(bow, departs, bow, arrives, tip, arrives)),
            null,
            new Stroke(color, sheet.of(1.8))));
    sheet.arrowhead(x + side * sheet.of(20), arrives, x, arrives, color);
    if (!ways.looksForPlace(flight)) {
      loopLabel(flight);
    }
  }

  /** Beside its bow. */
  private void loopLabel(Moment.Flight flight) {
    Way way = ways.of(flight);
    int side = -columns.side(flight.from());
    double room = bars.room(flight.from(), side, flight.row()) - sheet.of(40);
    String text = sheet.fit(flight.label(), Face.SEMIBOLD, FlightLabel.TEXT, room);
    double x = columns.x(flight.from()) + side * sheet.of(56);
    double y = (way.departs() + way.arrives()) / 2;
    double width = sheet.width(text, Face.SEMIBOLD, FlightLabel.TEXT);
    double middle = x + side * width / 2;
    double height = sheet.of(FlightLabel.ONE_LINE);
    if (!ways.looksForPlace(flight)
        || beside.isFree(middle, y, width, height) && places.take(middle, y, width, height)) {
      Anchor anchor = side < 0 ? Anchor.END : Anchor.START;
      Color color = PacketColors.of(flight.kind(), sheet.palette);
      sheet.text(x, y, text, Face.SEMIBOLD, FlightLabel.TEXT, color, anchor);
    }
  }
}
