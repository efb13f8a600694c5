package wireflight.diagram;

import java.util.List;
import java.util.regex.Pattern;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/**
 * Labels packets that have arrived or are lost: on a plate in the middle of the arrow, or, where
 * nothing keeps a place for it, where there is one.
 */
final class FlightLabel {
  static final double TEXT = 14;
  private static final double NOTE = 12.5;

  /** How much of the way's width a label takes at most that looks for its place. */
  private static final double HALF_WAY = 0.5;

  /**
   * Where labels of measured flights stand, as shares of the way, the best first: not in the
   * middle, where those of both directions would meet.
   */
  private static final double[] SHARES = {0.3, 0.4, 0.22, 0.5, 0.6, 0.7, 0.8, 0.14};

  /** How many times its height a label moves away from its arrow, at most. */
  private static final int BESIDE = 6;

  private static final double LINE = 17;
  static final double ONE_LINE = 19;

  /**
   * How far outside a window there may stand what has to do with a label in it: four times as far
   * as a label reaches from its arrow, as it may have made way for others that made way.
   */
  static final double REACH = 4 * (BESIDE + 0.5) * (ONE_LINE + LINE);

  private static final int[] ON_IT = {0};
  private static final int[] ABOVE_AND_BELOW = {-1, 1};

  private static final double PARTS = 9;
  private static final String LABEL_GAP = "  ";
  private static final String PART_GAP = "   ";
  private static final Pattern MORE = Pattern.compile(":| \\(");

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Ways ways;
  private final Places beside;
  private final Places places;

  /**
   * Labels of one picture.
   *
   * @param places where labels stand
   * @param beside where what belongs to a lifeline alone stands, which no label shall hide
   */
  FlightLabel(Sheet sheet, Columns columns, Scene scene, Ways ways, Places places, Places beside) {
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.ways = ways;
    this.beside = beside;
    this.places = places;
  }

  /**
   * Labels a flight that nothing keeps a place for, above all arrows: on one line where it has
   * place; what is in trouble always.
   */
  void label(Moment.Flight flight) {
    if (!ways.looksForPlace(flight) || !ways.isOver(flight)) {
      return;
    }
    Way way = ways.of(flight);
    double room = way.width() * HALF_WAY;
    Label label = oneLine(flight, room);
    // What was lost is told beside its arrow where the arrow itself has no room; so is the answer
    // of a router, which no other end has seen.
    int most = flight.lost() || !flight.measured() ? BESIDE : 0;
    if (flight.lost() && atItsCross(label, way)) {
      return;
    }
    for (int away = 0; away <= most; away++) {
      for (double share : SHARES) {
        for (int to : away == 0 ? ON_IT : ABOVE_AND_BELOW) {
          if (place(label, way.x(share), way.y(share), to * away * label.height)) {
            return;
          }
        }
      }
    }
    // Where others have taken all of the room, what it is can still be told.
    Label brief = label(flight, head(flight, room), "", room);
    for (double share : SHARES) {
      if (place(brief, way.x(share), way.y(share), 0)) {
        return;
      }
    }
  }

  /** Labels packets that share one, in their middle or as near to it as there is room. */
  void label(List<Moment.Flight> train) {
    int middle = train.size() / 2;
    Moment.Flight one = train.get(middle);
    String parts = TrainWords.rest(sheet, train).replace(LABEL_GAP, PART_GAP);
    double room = ways.of(one).width() * HALF_WAY;
    String head = named(one, TrainWords.head(sheet, train), room);
    Label label = label(one, head, parts, room);
    for (int away = 0; away <= middle; away++) {
      for (double share : SHARES) {
        for (int at : new int[] {middle - away, middle + away}) {
          if (at < train.size()) {
            Way way = ways.of(train.get(at));
            if (place(label, way.x(share), way.y(share), 0)) {
              return;
            }
          }
        }
      }
    }
  }

  /** Before the cross of a lost packet, so that it is seen which one was lost. */
  private boolean atItsCross(Label label, Way way) {
    double x = way.x(FlightShape.LOST_AT) - way.side() * (label.width / 2 + sheet.of(16));
    double y = way.y(FlightShape.LOST_AT);
    return place(label, x, y, 0)
        || place(label, x, y, -label.height / 2)
        || place(label, x, y, label.height / 2);
  }

  /** Draws a label so far below a place on its arrow, if it has room there. */
  private boolean place(Label label, double x, double on, double below) {
    double y = on + below;
    if (!beside.isFree(x, y, label.width, label.height)
        || !places.take(x, y, label.width, label.height)) {
      return false;
    }
    Moment.Flight flight = label.flight;
    sheet.group(
        "label-" + (flight.row() + 1),
        flight.row(),
        label.head + LABEL_GAP + label.rest,
        () -> {
          sheet.line(x, on, x, y, color(flight), 1);
          draw(label, x, y);
        });
    return true;
  }

  /** A measured flight's label, laid out. */
  private record Label(
      Moment.Flight flight, String head, String rest, String note, double width, double height) {}

  private Label oneLine(Moment.Flight flight, double room) {
    String head = head(flight, room);
    return label(flight, head, parts(flight, head), room);
  }

  private Label label(Moment.Flight flight, String starts, String parts, double room) {
    String head = sheet.fit(starts, Face.SEMIBOLD, TEXT, room);
    double headWidth = sheet.width(head, Face.SEMIBOLD, TEXT);
    String rest = fitting(parts, room - headWidth - sheet.of(PARTS));
    String note = flight.note();
    if (sheet.width(note, Face.SEMIBOLD, NOTE) > room) {
      // That it was dropped matters more than why, or than what others call it.
      note = MORE.split(note, 2)[0];
    }
    note = sheet.fit(note, Face.SEMIBOLD, NOTE, room);
    double first = first(headWidth, rest);
    double width = Math.max(first, sheet.width(note, Face.SEMIBOLD, NOTE)) + sheet.of(12);
    return new Label(
        flight, head, rest, note, width, sheet.of(note.isEmpty() ? ONE_LINE : ONE_LINE + LINE - 2));
  }

  /** How wide the first line of a label is. */
  private double first(double headWidth, String rest) {
    return headWidth
        + (rest.isEmpty() ? 0 : sheet.of(PARTS) + sheet.width(rest, Face.REGULAR, TEXT));
  }

  private void draw(Label label, double x, double y) {
    Color color = color(label.flight);
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

  /**
   * A label that has a place of its own: on one line if it fits, else what follows its head on a
   * second; then the note.
   */
  void plate(Moment.Flight flight, Way way, double room, Color color) {
    double x = way.x(HALF_WAY);
    double y = way.y(HALF_WAY);
    Palette palette = sheet.palette;
    String starts = head(flight, room);
    String head = sheet.fit(starts, Face.SEMIBOLD, TEXT, room);
    double headWidth = sheet.width(head, Face.SEMIBOLD, TEXT);
    double gap = sheet.of(PARTS);
    String rest = parts(flight, starts);
    boolean oneLine = headWidth + gap + sheet.width(rest, Face.REGULAR, TEXT) <= room;
    rest = oneLine ? rest : fitting(rest, room);
    double restWidth = sheet.width(rest, Face.REGULAR, TEXT);
    String note = sheet.fit(flight.note(), Face.SEMIBOLD, NOTE, room);
    double first = headWidth + (oneLine && !rest.isEmpty() ? gap + restWidth : 0);
    int lines = 1 + (oneLine || rest.isEmpty() ? 0 : 1) + (note.isEmpty() ? 0 : 1);
    double width = Math.max(first, Math.max(restWidth, sheet.width(note, Face.SEMIBOLD, NOTE)));
    width += sheet.of(14);
    double height = sheet.of(20 + LINE * (lines - 1));
    places.block(x, y, width, height);
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

  /** What follows the head of a label. */
  private String parts(Moment.Flight flight, String head) {
    int from = Math.min(flight.label().length(), flight.head().length() + 2);
    String rest = flight.label().substring(from).replace(LABEL_GAP, PART_GAP);
    return head.equals(flight.head()) ? (connection(flight) + PART_GAP + rest).strip() : rest;
  }

  /** What the label begins with: of which connection it is, where that has room, and what it is. */
  String head(Moment.Flight flight, double room) {
    return named(flight, flight.head(), room);
  }

  private String named(Moment.Flight flight, String head, double room) {
    String named = (connection(flight) + LABEL_GAP + head).strip();
    return sheet.width(named, Face.SEMIBOLD, TEXT) <= room ? named : head;
  }

  /** Which connection a packet is of, where the arrow does not tell. */
  private String connection(Moment.Flight flight) {
    boolean told = !columns.isShared(flight.from()) && !columns.isShared(flight.to());
    return told ? "" : scene.connection(flight.connection());
  }

  /** As many of them as fit. */
  private String fitting(String parts, double room) {
    String rest = parts;
    while (!rest.isEmpty() && sheet.width(rest, Face.REGULAR, TEXT) > room) {
      int gap = rest.lastIndexOf(PART_GAP);
      rest = gap < 0 ? "" : rest.substring(0, gap);
    }
    return rest;
  }

  private Color color(Moment.Flight flight) {
    return PacketColors.of(flight.kind(), sheet.palette);
  }
}
