package wireflight.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/**
 * Draws socket calls: a bar on the lifeline from entry to return, and what was called beside it.
 */
final class CallShape {
  private static final double TEXT = 12;
  private static final double NOTE = 12.5;
  private static final double HALF_BAR = 5;

  /** How far a text moves down or up where another has its place, the nearest first. */
  private static final double[] AWAY = {0, 15, -15, 30, -30, 45};

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Bars bars;
  private final Places places;

  CallShape(Sheet sheet, Columns columns, Scene scene, Bars bars, Places places) {
    this.places = places;
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.bars = bars;
  }

  /**
   * Draws calls, each over those before it. Of hundreds that wait in the last lane all bars but the
   * last are under one just like them: these are left out.
   */
  void draw(List<Moment.Call> calls) {
    List<Moment.Call> begun = calls.stream().filter(this::isBegun).toList();
    List<Bar> shapes = begun.stream().map(this::bar).toList();
    BitSet covered = Covered.of(shapes);
    for (int i = 0; i < begun.size(); i++) {
      draw(begun.get(i), shapes.get(i), covered.get(i));
    }
  }

  /** A call in the picture: where its bar stands, and whether the playhead has passed its end. */
  private record Bar(double middle, double top, double bottom, boolean returned) {}

  private Bar bar(Moment.Call call) {
    double entry = scene.top(entryStep(call));
    int returnStep = returnStep(call);
    double back = returnStep < 0 ? scene.end() : scene.top(returnStep);
    boolean returned = !call.spans() || returnStep >= 0 && scene.passed(back + sheet.of(18));
    double top = entry + sheet.of(5);
    double bottom = top + sheet.of(10);
    // Many waiting calls of many sockets in one column would be one bar.
    if (call.spans() && !columns.isShared(call.lifeline())) {
      double limit =
          returned ? back + sheet.of(15) : Math.min(back + sheet.of(15), scene.playhead());
      bottom = Math.max(bottom, limit);
    }
    // What lies far outside is cut, so that dashes need not be counted over a million rows.
    return new Bar(
        columns.bar(call.lifeline(), call.lane()),
        Math.max(top, scene.viewTop() - sheet.of(30)),
        Math.min(bottom, scene.viewBottom() + sheet.of(30)),
        returned);
  }

  private boolean isBegun(Moment.Call call) {
    return scene.passed(scene.top(entryStep(call)) + sheet.of(18));
  }

  private int entryStep(Moment.Call call) {
    return scene.stepOf(call.spans() ? call.row() : call.returnRow());
  }

  /** The step in which a call comes back that spans others; -1 where there is none. */
  private int returnStep(Moment.Call call) {
    return call.spans() && call.returnRow() >= 0 ? scene.stepOf(call.returnRow()) : -1;
  }

  private void draw(Moment.Call call, Bar bar, boolean covered) {
    int entryStep = entryStep(call);
    int returnStep = returnStep(call);
    String described = scene.name(call.lifeline()) + ": " + call.text() + " " + call.outcome();
    sheet.group(
        "call-" + (call.row() + 1),
        call.row(),
        described.strip(),
        () -> {
          if (!covered && bar.bottom > bar.top) {
            draw(bar);
          }
          if (scene.inView(entryStep)) {
            entryLabel(call, scene.top(entryStep) + sheet.of(10), bar.returned);
          }
          if (call.spans() && bar.returned && scene.inView(returnStep)) {
            returnLabel(call, scene.top(returnStep) + sheet.of(10));
          }
        });
  }

  private void draw(Bar bar) {
    Palette palette = sheet.palette;
    double half = sheet.of(HALF_BAR);
    List<Double> dash = bar.returned ? List.of() : List.of(sheet.of(3), sheet.of(3));
    Stroke outline = new Stroke(palette.call(), sheet.of(1), dash);
    sheet.box(
        bar.middle - half, bar.top, 2 * half, bar.bottom - bar.top, 3, palette.callSoft(), outline);
  }

  private void entryLabel(Moment.Call call, double middle, boolean returned) {
    String outcome = call.spans() || call.outcome().isEmpty() ? "" : " " + call.outcome();
    int side = columns.side(call.lifeline());
    int row = call.spans() ? call.row() : call.returnRow();
    double room = bars.room(call.lifeline(), side, row);
    // The form is chosen with room for the mark of waiting, so that it stays when that goes.
    String form = CallLabel.fit(text(call), call.blocked() ? "…" : outcome, room, this::width);
    String shown = form;
    if (call.blocked()) {
      form = form.endsWith("…") ? form.substring(0, form.length() - 1) : form;
      String longer = sheet.texts.get("call.waiting", form);
      shown = returned ? form : width(longer) <= room ? longer : form + "…";
    }
    Palette palette = sheet.palette;
    boolean bad = call.failed() && !call.spans();
    String text = sheet.fit(shown, Face.MONO, TEXT, room);
    double x = bars.text(call.lifeline(), side, row);
    double y = free(x, side, middle, width(text));
    if (Double.isNaN(y)) {
      return;
    }
    sheet.text(
        x,
        y,
        text,
        Face.MONO,
        TEXT,
        bad ? palette.error() : palette.callText(),
        side < 0 ? Anchor.END : Anchor.START);
  }

  /** What was called, on which socket where its place does not tell. */
  private String text(Moment.Call call) {
    return columns.isShared(call.lifeline())
        ? scene.port(call.lifeline()) + " " + call.text()
        : call.text();
  }

  private double width(String text) {
    return sheet.width(text, Face.MONO, TEXT);
  }

  private void returnLabel(Moment.Call call, double middle) {
    Palette palette = sheet.palette;
    int side = columns.side(call.lifeline());
    double room = bars.room(call.lifeline(), side, call.returnRow());
    double x = bars.text(call.lifeline(), side, call.returnRow());
    Anchor anchor = side < 0 ? Anchor.END : Anchor.START;
    String blocked =
        call.blocked()
            ? sheet.texts.get("call.blocked", sheet.duration(call.returned() - call.time()))
            : "";
    double blockedWidth = sheet.width(blocked, Face.REGULAR, NOTE);
    double gap = blocked.isEmpty() || call.outcome().isEmpty() ? 0 : sheet.of(10);
    double outcomeRoom = room - blockedWidth - gap;
    double outcomeWidth = width(call.outcome());
    if (outcomeWidth > outcomeRoom && !call.outcome().isEmpty()) {
      blocked = "";
      blockedWidth = 0;
      gap = 0;
      outcomeRoom = room;
    }
    String outcome = sheet.fit(call.outcome(), Face.MONO, TEXT, outcomeRoom);
    double outcomeShown = width(outcome);
    String note = sheet.fit(blocked, Face.REGULAR, NOTE, room - outcomeShown - gap);
    double all = outcomeShown + gap + sheet.width(note, Face.REGULAR, NOTE);
    double y = free(x, side, middle, all);
    if (Double.isNaN(y)) {
      return;
    }
    double outcomeX = side < 0 ? x - blockedWidth - gap : x;
    double blockedX = side < 0 ? x : x + outcomeShown + gap;
    sheet.text(
        outcomeX,
        y,
        outcome,
        Face.MONO,
        TEXT,
        call.failed() ? palette.error() : palette.callText(),
        anchor);
    sheet.text(blockedX, y, note, Face.REGULAR, NOTE, palette.callText(), anchor);
  }

  /**
   * A height for a text that covers no other, not a number where there is none; pills keep off it,
   * and a little off its end.
   */
  private double free(double x, int side, double middle, double width) {
    double room = width + sheet.of(TEXT);
    double[] away = Arrays.stream(AWAY).map(sheet::of).toArray();
    return places.free(x + side * room / 2, middle, room, sheet.of(TEXT), away);
  }
}
