package wireflight.diagram;

import java.util.List;
import java.util.regex.Pattern;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/**
 * Draws packets: an arrow from lifeline to lifeline with its label on a plate in the middle, or,
 * while the playhead passes it, a solid plate on its way.
 */
final class FlightShape {
  private static final double TEXT = 14;
  private static final double NOTE = 12.5;
  private static final double PLATE_TEXT = 14;
  private static final double DEPARTURE = 5;

  /** How far down a measured flight goes at least that did not arrive. */
  private static final double LEAST_FALL = 26;

  /** Where a packet is shown of which it is not known where it is. */
  private static final double HALF_WAY = 0.5;

  /**
   * Where labels of measured flights stand, as shares of the way, the best first: not in the
   * middle, where those of both directions would meet.
   */
  private static final double[] SHARES = {0.3, 0.4, 0.22, 0.5, 0.6, 0.7};

  /** How many times its height a label moves away from its arrow, at most. */
  private static final int BESIDE = 6;

  private static final double LINE = 17;
  private static final double ONE_LINE = 19;

  /** How far from its arrow a label reaches at most. */
  static final double REACH = (BESIDE + 0.5) * (ONE_LINE + LINE);

  private static final int[] ON_IT = {0};
  private static final int[] ABOVE_AND_BELOW = {-1, 1};

  private static final double PARTS = 9;
  private static final String PART_GAP = "   ";
  private static final Pattern MORE = Pattern.compile(":| \\(");

  /** How far a lost packet gets, as a share of its way: far enough to show where it was going. */
  private static final double LOST_AT = 0.84;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Bars bars;
  private final Places places;
  private final Places beside;

  FlightShape(Sheet sheet, Columns columns, Scene scene, Bars bars, Places places, Places beside) {
    this.places = places;
    this.beside = beside;
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.bars = bars;
  }

  /** Whether the playhead is between the packet's departure and its arrival. */
  boolean isUnderWay(Moment.Flight flight) {
    return scene.passed(departs(flight)) && (flight.onItsWay() || !scene.passed(arrives(flight)));
  }

  private double departs(Moment.Flight flight) {
    return flight.measured()
        ? scene.departure(flight)
        : scene.top(scene.stepOf(flight.row())) + sheet.of(DEPARTURE);
  }

  private double arrives(Moment.Flight flight) {
    if (!flight.measured()) {
      return departs(flight) + scene.fall(scene.stepOf(flight.row()));
    }
    double arrives = scene.arrival(flight);
    return flight.arrivalRow() >= 0
        ? arrives
        : Math.max(arrives, scene.departure(flight) + sheet.of(LEAST_FALL));
  }

  void draw(Moment.Flight flight) {
    double departs = departs(flight);
    double arrives = arrives(flight);
    if (!scene.passed(departs)) {
      return;
    }
    double way = Math.max(1, arrives - departs);
    double most = flight.onItsWay() ? HALF_WAY : 1;
    double progress = Math.clamp((scene.playhead() - departs) / way, 0, most);
    boolean under = isUnderWay(flight);
    String described =
        FlightWords.of(sheet.texts, scene.name(flight.from()), scene.name(flight.to()), flight);
    sheet.group(
        "frame-" + (flight.row() + 1),
        flight.row(),
        described,
        () -> {
          if (columns.isLoop(flight)) {
            loop(flight, departs, arrives);
          } else if (under) {
            underWay(flight, departs, arrives, progress);
          } else {
            arrived(flight, departs, arrives);
          }
        });
  }

  private void underWay(Moment.Flight flight, double departs, double arrives, double progress) {
    Color color = color(flight.kind());
    double startX = columns.x(flight.from());
    double endX = columns.x(flight.to());
    boolean gone = flight.lost() && progress >= LOST_AT;
    double at = gone ? LOST_AT : progress;
    double x = startX + at * (endX - startX);
    double y = departs + at * (arrives - departs);
    Color faint = color.withAlpha(0.45);
    sheet.dashed(x, y, endX, arrives, faint, 1.4, 3, 4);
    sheet.line(startX, departs, x, y, color, 2.4);
    if (gone) {
      cross(x, y);
      return;
    }
    String head = head(flight, Double.MAX_VALUE);
    double width = sheet.width(head, Face.BOLD, PLATE_TEXT) + sheet.of(30);
    double height = sheet.of(30);
    sheet.box(x - width / 2, y - height / 2, width, height, 7, color, null);
    Palette palette = sheet.palette;
    sheet.text(x, y, head, Face.BOLD, PLATE_TEXT, palette.onSolid(), Anchor.MIDDLE);
    if (flight.onItsWay() && !flight.note().isEmpty()) {
      waiting(flight.note(), x, y + sheet.of(27));
    }
  }

  /** Why a packet stays where it is. */
  private void waiting(String note, double x, double y) {
    Palette palette = sheet.palette;
    double width = sheet.width(note, Face.SEMIBOLD, NOTE) + sheet.of(12);
    sheet.box(x - width / 2, y - sheet.of(9), width, sheet.of(18), 4, palette.canvas(), null);
    sheet.text(x, y, note, Face.SEMIBOLD, NOTE, palette.mutedText(), Anchor.MIDDLE);
  }

  private void arrived(Moment.Flight flight, double departs, double arrives) {
    Color color = color(flight.kind());
    double startX = columns.x(flight.from());
    double endX = columns.x(flight.to());
    double width = flight.kind() == Moment.Kind.DATA ? 2.1 : 1.8;
    double crossX = startX + LOST_AT * (endX - startX);
    double crossY = departs + LOST_AT * (arrives - departs);
    if (flight.lost()) {
      sheet.line(startX, departs, crossX, crossY, color, width);
      cross(crossX, crossY);
      if (looksForPlace(flight)) {
        places.take(crossX, crossY, sheet.of(24), sheet.of(24));
      }
    } else {
      // The line ends within the head, so that the tip stays sharp.
      double back = sheet.of(6) / Math.hypot(endX - startX, arrives - departs);
      double lineX = endX - back * (endX - startX);
      double lineY = arrives - back * (arrives - departs);
      sheet.line(startX, departs, lineX, lineY, color, width);
      sheet.arrowhead(startX, departs, endX, arrives, color);
      if (flight.received()) {
        double share = 1 - sheet.of(26) / Math.abs(endX - startX);
        tick(startX + share * (endX - startX), departs + share * (arrives - departs));
      }
    }
    if (looksForPlace(flight)) {
      return;
    }
    double span = Math.abs(endX - startX);
    double room = span - (flight.lost() || flight.received() ? sheet.of(84) : sheet.of(44));
    if (flight.lost()) {
      room = Math.min(room, 2 * (LOST_AT - HALF_WAY) * span - sheet.of(24)); // beside the cross
    }
    plate(flight, (startX + endX) / 2, (departs + arrives) / 2, room, color);
  }

  /** Whether nothing keeps a place for a flight's label. */
  private boolean looksForPlace(Moment.Flight flight) {
    return flight.measured() || scene.isDense();
  }

  /**
   * Labels a flight that nothing keeps a place for, above all arrows: on one line where it has
   * place; what is in trouble always.
   */
  void label(Moment.Flight flight) {
    if (!looksForPlace(flight) || !scene.passed(arrives(flight))) {
      return;
    }
    if (columns.isLoop(flight)) {
      loopLabel(flight, departs(flight), arrives(flight));
      return;
    }
    double startX = columns.x(flight.from());
    double endX = columns.x(flight.to());
    double departs = departs(flight);
    double fall = arrives(flight) - departs;
    double room = Math.abs(endX - startX) * HALF_WAY;
    Label label = oneLine(flight, room);
    // What was lost is told beside its arrow where the arrow itself has no room; so is the answer
    // of
    // a router, which no other end has seen.
    int most = flight.lost() || !flight.measured() ? BESIDE : 0;
    for (int away = 0; away <= most; away++) {
      for (double share : SHARES) {
        double x = startX + share * (endX - startX);
        double on = departs + share * fall;
        for (int way : away == 0 ? ON_IT : ABOVE_AND_BELOW) {
          double y = on + way * away * label.height;
          if (beside.isFree(x, y, label.width, label.height)
              && places.take(x, y, label.width, label.height)) {
            sheet.group(
                "label-" + (flight.row() + 1),
                flight.row(),
                flight.label(),
                () -> {
                  sheet.line(x, on, x, y, color(flight.kind()), 1);
                  draw(label, x, y);
                });
            return;
          }
        }
      }
    }
  }

  /** A measured flight's label, laid out. */
  private record Label(
      Moment.Flight flight, String head, String rest, String note, double width, double height) {}

  private Label oneLine(Moment.Flight flight, double room) {
    String head = sheet.fit(head(flight, room), Face.SEMIBOLD, TEXT, room);
    double headWidth = sheet.width(head, Face.SEMIBOLD, TEXT);
    String rest = rest(flight, head, room - headWidth - sheet.of(PARTS));
    String note = flight.note();
    if (sheet.width(note, Face.SEMIBOLD, NOTE) > room) {
      // That it was dropped matters more than why, or than what others call it.
      note = MORE.split(note, 2)[0];
    }
    note = sheet.fit(note, Face.SEMIBOLD, NOTE, room);
    double first =
        headWidth + (rest.isEmpty() ? 0 : sheet.of(PARTS) + sheet.width(rest, Face.REGULAR, TEXT));
    double width = Math.max(first, sheet.width(note, Face.SEMIBOLD, NOTE)) + sheet.of(12);
    return new Label(
        flight, head, rest, note, width, sheet.of(note.isEmpty() ? ONE_LINE : ONE_LINE + LINE - 2));
  }

  private void draw(Label label, double x, double y) {
    Color color = color(label.flight.kind());
    Palette palette = sheet.palette;
    double left = x - label.width / 2;
    sheet.box(left, y - label.height / 2, label.width, label.height, 4, palette.canvas(), null);
    double line = label.note.isEmpty() ? y : y - sheet.of(LINE - 2) / 2;
    double headWidth = sheet.width(label.head, Face.SEMIBOLD, TEXT);
    double restWidth = sheet.width(label.rest, Face.REGULAR, TEXT);
    double all = headWidth + (label.rest.isEmpty() ? 0 : sheet.of(PARTS) + restWidth);
    double start = x - all / 2;
    sheet.text(start, line, label.head, Face.SEMIBOLD, TEXT, color, Anchor.START);
    double restX = start + headWidth + sheet.of(PARTS);
    sheet.text(restX, line, label.rest, Face.REGULAR, TEXT, color, Anchor.START);
    Color noteColor = label.flight.trouble() ? palette.error() : palette.mutedText();
    double under = line + sheet.of(LINE - 2);
    sheet.text(x, under, label.note, Face.SEMIBOLD, NOTE, noteColor, Anchor.MIDDLE);
  }

  /** The label: on one line if it fits, else what follows its head on a second; then the note. */
  private void plate(Moment.Flight flight, double x, double y, double room, Color color) {
    Palette palette = sheet.palette;
    String head = sheet.fit(head(flight, room), Face.SEMIBOLD, TEXT, room);
    double headWidth = sheet.width(head, Face.SEMIBOLD, TEXT);
    double gap = sheet.of(PARTS);
    String rest = rest(flight, head, Double.MAX_VALUE);
    boolean oneLine = headWidth + gap + sheet.width(rest, Face.REGULAR, TEXT) <= room;
    rest = oneLine ? rest : rest(flight, head, room);
    double restWidth = sheet.width(rest, Face.REGULAR, TEXT);
    String note = sheet.fit(flight.note(), Face.SEMIBOLD, NOTE, room);
    double first = headWidth + (oneLine && !rest.isEmpty() ? gap + restWidth : 0);
    int lines = 1 + (oneLine || rest.isEmpty() ? 0 : 1) + (note.isEmpty() ? 0 : 1);
    double width = Math.max(first, Math.max(restWidth, sheet.width(note, Face.SEMIBOLD, NOTE)));
    width += sheet.of(14);
    double height = sheet.of(20 + LINE * (lines - 1));
    places.take(x, y, width, height);
    sheet.box(x - width / 2, y - height / 2, width, height, 4, palette.canvas(), null);
    double line = y - sheet.of(LINE) * (lines - 1) / 2;
    double left = x - first / 2;
    sheet.text(left, line, head, Face.SEMIBOLD, TEXT, color, Anchor.START);
    if (oneLine) {
      sheet.text(left + headWidth + gap, line, rest, Face.REGULAR, TEXT, color, Anchor.START);
    } else if (!rest.isEmpty()) {
      line += sheet.of(LINE);
      sheet.text(x, line, rest, Face.REGULAR, TEXT, color, Anchor.MIDDLE);
    }
    Color noteColor = flight.trouble() ? palette.error() : palette.mutedText();
    sheet.text(x, line + sheet.of(LINE), note, Face.SEMIBOLD, NOTE, noteColor, Anchor.MIDDLE);
  }

  /** What the label begins with: of which connection it is, where that has room, and what it is. */
  private String head(Moment.Flight flight, double room) {
    String named = (connection(flight) + "  " + flight.head()).strip();
    return sheet.width(named, Face.SEMIBOLD, TEXT) <= room ? named : flight.head();
  }

  /** Which connection a packet is of, where the arrow does not tell. */
  private String connection(Moment.Flight flight) {
    boolean told = !columns.isShared(flight.from()) && !columns.isShared(flight.to());
    return told ? "" : scene.connection(flight.connection());
  }

  /** As many parts of the label after its head as fit. */
  private String rest(Moment.Flight flight, String head, double room) {
    int from = Math.min(flight.label().length(), flight.head().length() + 2);
    String rest = flight.label().substring(from).replace("  ", PART_GAP);
    if (head.equals(flight.head())) {
      rest = (connection(flight) + PART_GAP + rest).strip();
    }
    while (!rest.isEmpty() && sheet.width(rest, Face.REGULAR, TEXT) > room) {
      int gap = rest.lastIndexOf(PART_GAP);
      rest = gap < 0 ? "" : rest.substring(0, gap);
    }
    return rest;
  }

  /** A socket that talks to itself. */
  private void loop(Moment.Flight flight, double departs, double arrives) {
    Color color = color(flight.kind());
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
    if (!looksForPlace(flight)) {
      loopLabel(flight, departs, arrives);
    }
  }

  /** Beside its bow. */
  private void loopLabel(Moment.Flight flight, double departs, double arrives) {
    int side = -columns.side(flight.from());
    double room = bars.room(flight.from(), side, flight.row()) - sheet.of(40);
    String text = sheet.fit(flight.label(), Face.SEMIBOLD, TEXT, room);
    double x = columns.x(flight.from()) + side * sheet.of(56);
    double y = (departs + arrives) / 2;
    double width = sheet.width(text, Face.SEMIBOLD, TEXT);
    double middle = x + side * width / 2;
    if (looksForPlace(flight)
        && !(beside.isFree(middle, y, width, sheet.of(ONE_LINE))
            && places.take(middle, y, width, sheet.of(ONE_LINE)))) {
      return;
    }
    Anchor anchor = side < 0 ? Anchor.END : Anchor.START;
    sheet.text(x, y, text, Face.SEMIBOLD, TEXT, color(flight.kind()), anchor);
  }

  private void cross(double x, double y) {
    Palette palette = sheet.palette;
    disc(x, y, palette.errorSoft(), palette.error());
    double arm = sheet.of(3.6);
    sheet.line(x - arm, y - arm, x + arm, y + arm, palette.error(), 2);
    sheet.line(x - arm, y + arm, x + arm, y - arm, palette.error(), 2);
  }

  private void tick(double x, double y) {
    Palette palette = sheet.palette;
    disc(x, y, palette.establishedSoft(), palette.established());
    double unit = sheet.of(1);
    sheet.line(x - 4 * unit, y, x - unit, y + 3 * unit, palette.established(), 2);
    sheet.line(x - unit, y + 3 * unit, x + 4 * unit, y - 3 * unit, palette.established(), 2);
  }

  private void disc(double x, double y, Color fill, Color outline) {
    double radius = sheet.of(9);
    sheet.add(new Item.Ellipse(x, y, radius, radius, fill, new Stroke(outline, sheet.of(1.4))));
  }

  private Color color(Moment.Kind kind) {
    return PacketColors.of(kind, sheet.palette);
  }
}
