package wireflight.diagram;

import wireflight.timeline.Timeline;

/**
 * Where the lifelines stand, and how much room there is beside each for what belongs to it alone.
 *
 * <p>Columns shrink with the width until labels would no longer be readable; from there on the
 * content is wider than the picture.
 */
final class Columns {
  private static final double LEAST_GAP = 148;
  private static final double LEAST_MARGIN = 138;
  private static final double MOST_MARGIN = 300;
  private static final double MARGIN_SHARE = 0.6;

  /** From a lifeline to the text beside it. */
  private static final double ASIDE = 18;

  /** From one bar to the next beside it. */
  static final double LANE = 12;

  /** More bars than this beside each other lie on top of the last. */
  private static final int MOST_LANES = 4;

  private final Timeline timeline;
  private final double scroll;
  private final double size;
  private final int count;
  private final double gap;
  private final double margin;

  /**
   * Columns.
   *
   * @param width of the picture
   * @param scroll how far the content is moved to the left
   */
  Columns(Timeline timeline, double width, double scroll, double size) {
    this.scroll = scroll;
    this.timeline = timeline;
    this.size = size;
    count = timeline.lifelines().size();
    if (count < 2) {
      gap = 0;
      margin = Math.max(width / 2, LEAST_MARGIN * size);
    } else {
      double even = width / (count - 1 + 2 * MARGIN_SHARE);
      margin = Math.clamp(MARGIN_SHARE * even, LEAST_MARGIN * size, MOST_MARGIN * size);
      gap = Math.max(LEAST_GAP * size, (width - 2 * margin) / (count - 1));
    }
  }

  /** How wide everything is. */
  double width() {
    return 2 * margin + gap * Math.max(0, count - 1);
  }

  /** Where a lifeline stands in the picture. */
  double x(int lifeline) {
    return margin + gap * lifeline - scroll;
  }

  /** How wide a lifeline's head may be. */
  double headRoom() {
    return count < 2 ? 2 * margin - 24 * size : gap - 14 * size;
  }

  /** From a lifeline to the picture's edge at the outer ones. */
  double margin() {
    return margin;
  }

  /** On which side what belongs to a lifeline alone stands: -1 left, 1 right. */
  int side(int lifeline) {
    int peer = timeline.peerOf(lifeline);
    if (peer < 0) {
      return lifeline == 0 && count > 1 ? -1 : 1;
    }
    return peer > lifeline ? -1 : 1;
  }

  /** The middle of a call's bar. */
  double bar(int lifeline, int lane) {
    return x(lifeline) + side(lifeline) * LANE * size * Math.min(lane, MOST_LANES - 1);
  }

  /** Where text on a side of a lifeline begins (or ends, on the left). */
  double text(int lifeline, int side) {
    return x(lifeline) + side * (ASIDE * size + bars(lifeline, side));
  }

  /** How wide text on a side of a lifeline may be. */
  double room(int lifeline, int side) {
    int next = lifeline + side;
    boolean outer = next < 0 || next >= count;
    double all = outer ? margin : gap;
    double beyond = outer ? 10 * size : 12 * size + bars(next, -side);
    return Math.max(0, all - ASIDE * size - bars(lifeline, side) - beyond);
  }

  private double bars(int lifeline, int side) {
    int lanes = Math.min(timeline.lanes(lifeline), MOST_LANES);
    return side(lifeline) == side ? LANE * size * (lanes - 1) : 0;
  }
}
