package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.timeline.Words;

/**
 * Draws the packets between the boxes of calls: from the edge of the call under way on one socket,
 * or its line where the kernel acts alone, to that on the other.
 */
final class CallPackets {
  private static final double TEXT = 13.5;
  private static final double LOST_AT = 0.8;

  private final Sheet sheet;
  private final CallBlocks blocks;
  private final CallScene scene;
  private final Timeline timeline;
  private final List<Moment.Call> open;

  /**
   * For one picture.
   *
   * @param open the calls of which some part is in view
   */
  CallPackets(
      Sheet sheet, CallBlocks blocks, CallScene scene, Timeline timeline, List<Moment.Call> open) {
    this.sheet = sheet;
    this.blocks = blocks;
    this.scene = scene;
    this.timeline = timeline;
    this.open = List.copyOf(open);
  }

  /** Draws a packet whose line begins and ends at these heights. */
  void single(CallLine.Packet line, double top, double bottom) {
    boolean under = line.row() == scene.coming() && line.row() > scene.reached();
    if (line.row() > scene.reached() && !(under && scene.part() > 0)) {
      return;
    }
    for (Moment moment : timeline.momentsAt(line.row())) {
      if (moment instanceof Moment.Flight flight
          && blocks.towards(flight.from(), flight.to()) != 0) {
        String described =
            FlightWords.brief(sheet.texts, name(flight.from()), name(flight.to()), flight);
        double part = under ? scene.part() : 1;
        double slope = sheet.of(5);
        double middle = (top + bottom) / 2;
        sheet.group(
            "frame-" + (line.row() + 1),
            line.row(),
            described,
            () -> arrow(flight, middle - slope, middle + slope, part));
      }
    }
  }

  private void arrow(Moment.Flight flight, double departs, double arrives, double part) {
    Color color = PacketColors.of(flight.kind(), sheet.palette);
    double start = edge(flight.from(), flight.to(), flight.row());
    double end = edge(flight.to(), flight.from(), flight.row());
    double at = flight.lost() ? Math.min(part, LOST_AT) : part;
    double x = start + at * (end - start);
    double y = departs + at * (arrives - departs);
    if (part >= 1 && !flight.lost()) {
      double back = sheet.of(6) * Math.signum(end - start);
      sheet.line(start, departs, end - back, arrives, color, 1.8);
      sheet.arrowhead(start, departs, end, arrives, color);
    } else {
      sheet.line(start, departs, x, y, color, 1.8);
    }
    if (flight.lost() && part >= LOST_AT) {
      Palette palette = sheet.palette;
      double arm = sheet.of(5);
      sheet.line(x - arm, y - arm, x + arm, y + arm, palette.error(), 2.4);
      sheet.line(x - arm, y + arm, x + arm, y - arm, palette.error(), 2.4);
    }
    double room = Math.abs(end - start) - sheet.of(56);
    boolean flying = part < 1;
    double labelX = flying ? x : (start + end) / 2;
    double labelY = flying ? y : (departs + arrives) / 2;
    label(labelX, labelY, head(flight), room, color, flying);
  }

  /** What a packet is, and of which connection where its place does not tell. */
  private String head(Moment.Flight flight) {
    boolean told = !blocks.isShared(flight.from()) && !blocks.isShared(flight.to());
    return told
        ? flight.head()
        : (Scene.connection(timeline, flight.connection()) + "  " + flight.head()).strip();
  }

  private void label(double x, double y, String text, double room, Color color, boolean solid) {
    String shown = sheet.fit(text, Face.SEMIBOLD, TEXT, room);
    if (shown.isEmpty()) {
      return;
    }
    double width = sheet.width(shown, Face.SEMIBOLD, TEXT) + sheet.of(14);
    double height = sheet.of(22);
    Palette palette = sheet.palette;
    Color plate = solid ? color : palette.canvas();
    sheet.box(x - width / 2, y - height / 2, width, height, 5, plate, null);
    Color ink = solid ? palette.onSolid() : color;
    sheet.text(x, y, shown, Face.SEMIBOLD, TEXT, ink, Anchor.MIDDLE);
  }

  /** Draws many packets of one connection, as far as they have passed, as one arrow a direction. */
  void many(CallLine.Packets line, double top, double bottom) {
    int count = line.bundle().count(scene.reached());
    if (count == 0) {
      return;
    }
    for (Moment moment : timeline.momentsAt(line.row())) {
      if (moment instanceof Moment.Flight flight
          && blocks.towards(flight.from(), flight.to()) != 0) {
        int client = flight.from();
        int server = flight.to();
        Runnable draw =
            () -> {
              double quarter = (bottom - top) / 4;
              String there = summary(line.bundle(), true, count);
              String back = summary(line.bundle(), false, count);
              boolean out = line.bundle().bytes(true, count) > 0;
              boolean in = line.bundle().bytes(false, count) > 0;
              stream(client, server, line.row(), top + quarter, there, out);
              stream(server, client, line.row(), bottom - quarter, back, in);
            };
        String packets = String.valueOf(count);
        String described =
            sheet.texts.get("callPackets.described", name(client), name(server), packets);
        sheet.group("packets-" + (line.row() + 1), line.row(), described, draw);
      }
    }
  }

  private void stream(int from, int to, int row, double y, String text, boolean data) {
    if (text.isEmpty()) {
      return;
    }
    double start = edge(from, to, row);
    double end = edge(to, from, row);
    Palette palette = sheet.palette;
    Color color = data ? palette.data() : palette.acknowledgment();
    double back = sheet.of(6) * Math.signum(end - start);
    sheet.line(start, y, end - back, y, color, data ? 3 : 1.8);
    sheet.arrowhead(start, y, end, y, color);
    label((start + end) / 2, y, text, Math.abs(end - start) - sheet.of(40), color, false);
  }

  private String summary(Bundle bundle, boolean client, int count) {
    int packets = bundle.packets(client, count);
    long bytes = bundle.bytes(client, count);
    if (packets == 0) {
      return "";
    }
    return bytes == 0
        ? packets + " × ACK"
        : sheet.texts.get("callPackets.data", String.valueOf(packets), Words.grouped(bytes));
  }

  /** The edge, on the side of another socket, of the call under way; or the socket's line. */
  private double edge(int lifeline, int other, int row) {
    int towards = blocks.towards(lifeline, other);
    double x = blocks.centre(lifeline, 0);
    if (blocks.isShared(lifeline)) {
      return x;
    }
    boolean found = false;
    for (Moment.Call call : open) {
      boolean during = call.row() < row && (call.returnRow() < 0 || call.returnRow() > row);
      if (call.lifeline() == lifeline && call.spans() && during) {
        double edge = blocks.centre(lifeline, call.lane()) + towards * blocks.box() / 2;
        boolean nearer = towards > 0 ? edge > x : edge < x;
        x = !found || nearer ? edge : x;
        found = true;
      }
    }
    return x;
  }

  private String name(int lifeline) {
    return timeline.lifelines().get(lifeline).name();
  }
}
