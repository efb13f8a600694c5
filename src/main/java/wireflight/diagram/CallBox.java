package wireflight.diagram;

import java.util.BitSet;
import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;

/**
 * Draws a call as a box: dashed before it is made, filled once it is, growing while it waits, with
 * what it gave or its error at its end.
 */
final class CallBox {
  private static final double TEXT = 13;
  private static final double NOTE = 13;
  private static final double FIRST = 17;
  private static final double LAST = 15;
  private static final double PADDING = 10;

  /** So far outside of the picture nothing of a box is seen, whatever is at its end. */
  private static final double OUTSIDE = 60;

  private final Sheet sheet;
  private final CallBlocks blocks;
  private final CallScene scene;
  private final CallLines lines;
  private final double shift;
  private final double viewBottom;

  /**
   * For one picture.
   *
   * @param shift what to add to a line's height to have the picture's
   * @param viewBottom where what scrolls ends in the picture
   */
  CallBox(
      Sheet sheet,
      CallBlocks blocks,
      CallScene scene,
      CallLines lines,
      double shift,
      double viewBottom) {
    this.sheet = sheet;
    this.blocks = blocks;
    this.scene = scene;
    this.lines = lines;
    this.shift = shift;
    this.viewBottom = viewBottom;
  }

  /** Where the box of a call stands, as far as it is seen. */
  private record Box(double left, double top, double bottom) {}

  /**
   * Draws calls, each over those before it. Of hundreds that wait in the last lane all but the last
   * are under one that covers them: these are left out.
   */
  void draw(List<Moment.Call> calls, List<Lifeline> sockets) {
    BitSet covered = Covered.of(calls.stream().map(this::box).toList());
    for (int i = 0; i < calls.size(); i++) {
      if (!covered.get(i)) {
        draw(calls.get(i), sockets.get(calls.get(i).lifeline()));
      }
    }
  }

  private Box box(Moment.Call call) {
    return new Box(
        blocks.centre(call.lifeline(), call.lane()) - blocks.box() / 2,
        seen(shift + sheet.of(lines.madeIn(call).top())),
        seen(bottom(call)));
  }

  /** What lies far outside is cut, so that dashes need not be counted over all that happened. */
  private double seen(double y) {
    return Math.clamp(y, -sheet.of(OUTSIDE), viewBottom + sheet.of(OUTSIDE));
  }

  private double bottom(Moment.Call call) {
    double least = shift + sheet.of(lines.madeIn(call).bottom());
    if (!scene.made(call) || !call.spans() || blocks.isShared(call.lifeline())) {
      return least;
    }
    double end = shift + sheet.of(lines.bottom(call));
    return scene.returned(call)
        ? end
        : Math.clamp(shift + sheet.of(scene.y(lines)), least, Math.max(least, end));
  }

  private void draw(Moment.Call call, Lifeline socket) {
    String who = socket.name();
    boolean shared = blocks.isShared(call.lifeline());
    boolean made = scene.made(call);
    CallLine line = lines.madeIn(call);
    double top = shift + sheet.of(line.top());
    double least = shift + sheet.of(line.bottom());
    double bottom = bottom(call);
    String described =
        scene.returned(call)
            ? who + ": " + call.text() + " " + call.outcome()
            : sheet.texts.get(made ? "callBox.made" : "callBox.later", who, call.text());
    sheet.group(
        "call-" + (call.row() + 1),
        call.row(),
        described,
        () -> {
          frame(call, made, top, bottom);
          words(call, shared ? Scene.port(socket) + " " : "", made, top, least, bottom);
        });
    CallLine back = shared && scene.returned(call) ? lines.returnedIn(call) : null;
    if (back != null && !call.outcome().isEmpty()) {
      given(call, back, socket);
    }
  }

  /**
   * What a call gave, in a box of its own: between its entry and its return stand other sockets'.
   */
  private void given(Moment.Call call, CallLine line, Lifeline socket) {
    int open = call.text().indexOf('(');
    String name = open < 0 ? call.text() : call.text().substring(0, open);
    String text = Scene.port(socket) + " " + name + " " + call.outcome();
    double top = shift + sheet.of(line.top());
    double bottom = shift + sheet.of(line.bottom());
    Palette palette = sheet.palette;
    sheet.group(
        "return-" + (call.returnRow() + 1),
        call.returnRow(),
        socket.name() + ": " + name + " " + call.outcome(),
        () -> {
          frame(call, true, top, bottom);
          double room = blocks.box() - sheet.of(2 * PADDING);
          double left = blocks.centre(call.lifeline(), 0) - room / 2;
          Color color = call.failed() ? palette.error() : palette.callText();
          String shown = sheet.fit(text, Face.MONO, TEXT, room);
          sheet.text(left, (top + bottom) / 2, shown, Face.MONO, TEXT, color, Anchor.START);
        });
  }

  private void frame(Moment.Call call, boolean made, double top, double bottom) {
    Palette palette = sheet.palette;
    boolean failed = call.failed() && scene.returned(call);
    boolean waiting = made && !scene.returned(call);
    Color line = !made ? palette.border() : failed ? palette.error() : palette.call();
    Color fill = !made ? palette.canvas() : failed ? palette.errorSoft() : palette.callSoft();
    List<Double> dash = made && !waiting ? List.of() : List.of(sheet.of(4), sheet.of(3));
    boolean now = scene.isNow(call.returnRow()) || call.spans() && scene.isNow(call.row());
    double width = blocks.box();
    double left = blocks.centre(call.lifeline(), call.lane()) - width / 2;
    Stroke stroke = new Stroke(line, sheet.of(now && made ? 2.4 : 1.2), dash);
    sheet.box(left, seen(top), width, seen(bottom) - seen(top), 7, fill, stroke);
  }

  private void words(
      Moment.Call call, String whose, boolean made, double top, double least, double bottom) {
    Palette palette = sheet.palette;
    boolean back = scene.returned(call);
    boolean failed = call.failed() && back;
    double left =
        blocks.centre(call.lifeline(), call.lane()) - blocks.box() / 2 + sheet.of(PADDING);
    double room = blocks.box() - sheet.of(2 * PADDING);
    Color color = !made ? palette.mutedText() : failed ? palette.error() : palette.callText();
    String text =
        CallLabel.fit(whose + call.text(), "", room, it -> sheet.width(it, Face.MONO, TEXT));
    text = sheet.fit(text, Face.MONO, TEXT, room);
    sheet.text(left, top + sheet.of(FIRST), text, Face.MONO, TEXT, color, Anchor.START);
    if (!made) {
      return;
    }
    double last = bottom - sheet.of(LAST);
    if (!whose.isEmpty() && call.spans()) {
      return;
    }
    if (!back) {
      if (call.blocked() && bottom > least + sheet.of(16)) {
        sheet.text(
            left, last, sheet.texts.get("callBox.waits"), Face.SEMIBOLD, NOTE, color, Anchor.START);
      }
      return;
    }
    String gave = failed ? "✕ " + call.outcome() : call.outcome();
    String took =
        call.blocked()
            ? sheet.texts.get("callBox.waited", sheet.duration(call.returned() - call.time()))
            : "";
    double gaveRoom = room;
    if (!took.isEmpty()) {
      double tookWidth = sheet.width(took, Face.REGULAR, NOTE) + sheet.of(10);
      if (tookWidth + sheet.width(gave, Face.MONO, TEXT) <= room) {
        double right = left + room;
        sheet.text(right, last, took, Face.REGULAR, NOTE, color, Anchor.END);
        gaveRoom -= tookWidth;
      }
    }
    String shown = sheet.fit(gave, Face.MONO, TEXT, gaveRoom);
    sheet.text(left, last, shown, Face.MONO, TEXT, color, Anchor.START);
  }
}
