package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Timeline;

/** Draws what stands under and around the moments of a ladder: lifelines, playhead, legend. */
final class LadderFrame {
  /** The dots below and above a lifeline that goes on on another page. */
  private static final int DOTS = 3;

  private static final double DOT = 1.4;
  private static final double DOT_GAP = 4.5;
  private static final double FOOTER_TEXT = 12.5;
  private static final double TIME_TEXT = 13;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Viewport view;
  private final List<Lifeline> shown;
  private final double room;

  /**
   * For one picture.
   *
   * @param room how much of the width the lifelines have
   */
  LadderFrame(
      Sheet sheet, Columns columns, Scene scene, Viewport view, List<Lifeline> shown, double room) {
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.view = view;
    this.shown = List.copyOf(shown);
    this.room = room;
  }

  /** Draws the lifelines. */
  void lifelines() {
    double period = sheet.of(9);
    // The dashes scroll with the content.
    double top = scene.viewTop() - view.scrollY() % period;
    for (Lifeline lifeline : shown) {
      if (!columns.isNear(lifeline.index(), view.width())) {
        continue;
      }
      double x = columns.x(lifeline.index());
      double bottom = scene.viewBottom();
      sheet.dashed(x, top, x, bottom, sheet.palette.lifeline(), 1.4, 5, 4);
    }
  }

  /** Tells that the lifelines go on above, on another page. */
  void goesOnAbove(double top) {
    dots(top - sheet.of(DOTS * DOT_GAP - DOT_GAP / 2));
  }

  /** Tells that they go on below. */
  void goesOnBelow(double bottom) {
    dots(bottom + sheet.of(DOT_GAP));
  }

  private void dots(double first) {
    double radius = sheet.of(DOT);
    for (Lifeline lifeline : shown) {
      double x = columns.x(lifeline.index());
      for (int dot = 0; dot < DOTS; dot++) {
        double y = first + sheet.of(DOT_GAP * dot);
        sheet.add(new Item.Ellipse(x, y, radius, radius, sheet.palette.lifeline(), null));
      }
    }
  }

  /** Covers what was drawn from one height to another, where that is lower. */
  void cover(double from, double to) {
    if (to > from) {
      sheet.box(0, from, view.width(), to - from, 0, sheet.palette.canvas(), null);
    }
  }

  /** Draws the line of the playhead, and the time there. */
  void playhead(Timeline timeline, double position) {
    double y = scene.playhead();
    double label = y + sheet.of(10);
    if (y < scene.viewTop() || y > scene.viewBottom() || timeline.steps() == 0) {
      return;
    }
    Palette palette = sheet.palette;
    double right = view.width() - sheet.of(12);
    int before = (int) Math.floor(position);
    int after = Math.min(before + 1, timeline.steps());
    long since = timeline.timeOf(before) - timeline.timeOf(0);
    long pause = timeline.timeOf(after) - timeline.timeOf(before);
    String time = sheet.duration(since + Math.round((position - before) * pause));
    sheet.group(
        "playhead",
        -1,
        sheet.texts.get("ladder.playhead", time),
        () -> {
          sheet.line(sheet.of(12), y, right, y, palette.accent(), 1.2);
          if (label + sheet.of(8) < scene.viewBottom()) {
            sheet.text(
                room - sheet.of(12),
                label,
                time,
                Face.SEMIBOLD,
                TIME_TEXT,
                palette.accent(),
                Anchor.END);
          }
        });
  }

  /** Draws what the picture says of itself: the longest that has room. */
  void legend(List<String> legends) {
    double wide = room - sheet.of(24);
    sheet.text(
        room / 2,
        view.height() - sheet.of(Ladder.FOOTER) / 2,
        sheet.longest(legends, Face.REGULAR, FOOTER_TEXT, wide),
        Face.REGULAR,
        FOOTER_TEXT,
        sheet.palette.mutedText(),
        Anchor.MIDDLE);
  }

  /** Says that there is nothing to draw. */
  void nothing() {
    sheet.alone(view, sheet.texts.get("ladder.none"));
  }
}
