package wireflight.diagram;

import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * Where the lifelines stand, and how much room there is beside each for what belongs to it alone.
 *
 * <p>Columns shrink with the width until labels would no longer be readable; from there on the
 * content is wider than the picture.
 */
final class Columns {
  private static final double LEAST_GAP = 146;
  private static final double LEAST_MARGIN = 128;
  private static final double MOST_MARGIN = 300;

  /** The outer margins as a share of the gaps: more where there are many, for labels' sake. */
  private static final double SHARE_OF_TWO = 0.6;

  private static final double SHARE_OF_MORE = 0.72;

  /** From a lifeline to the text beside it. */
  private static final double ASIDE = 18;

  /** From one bar to the next beside it. */
  static final double LANE = 12;

  /** More bars than this beside each other lie on top of the last. */
  private static final int MOST_LANES = 4;

  private final Timeline timeline;
  private final double scroll;
  private final double size;
  private final Fold fold;
  private final int count;
  private final double gap;
  private final double margin;

  /**
   * Columns.
   *
   * @param fold which lifelines have one, and which share it
   * @param width of the picture
   * @param scroll how far the content is moved to the left
   */
  Columns(Timeline timeline, Fold fold, double width, double scroll, double size) {
    this.scroll = scroll;
    this.timeline = timeline;
    this.size = size;
    this.fold = fold;
    count = fold.columns().size();
    if (count < 2) {
      gap = 0;
      margin = Math.max(width / 2, LEAST_MARGIN * size);
    } else {
      double share = count == 2 ? SHARE_OF_TWO : SHARE_OF_MORE;
      double even = width / (count - 1 + 2 * share);
      margin = Math.clamp(share * even, LEAST_MARGIN * size, MOST_MARGIN * size);
      gap = Math.max(LEAST_GAP * size, (width - 2 * margin) / (count - 1));
    }
  }

  /** How many lifelines can be seen at once in so much room, at a size of 1. */
  static int fitting(double width) {
    return 1 + (int) Math.max(0, (width - 2 * LEAST_MARGIN) / LEAST_GAP);
  }

  /** How wide everything is. */
  double width() {
    return 2 * margin + gap * Math.max(0, count - 1);
  }

  /** Where a lifeline stands in the picture. */
  double x(int lifeline) {
    return margin + gap * fold.place(lifeline) - scroll;
  }

  /** Whether anything of a lifeline may be seen in a picture of some width. */
  boolean isNear(int lifeline, double pictureWidth) {
    double reach = Math.max(margin, gap);
    return x(lifeline) > -reach && x(lifeline) < pictureWidth + reach;
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
      return fold.place(lifeline) == 0 && count > 1 ? -1 : 1;
    }
    return fold.place(peer) > fold.place(lifeline) ? -1 : 1;
  }

  /** The middle of a call's bar. */
  double bar(int lifeline, int lane) {
    int beside = isShared(lifeline) ? 0 : Math.min(lane, MOST_LANES - 1);
    return x(lifeline) + side(lifeline) * LANE * size * beside;
  }

  /** Where text beside a lifeline begins (or ends, on the left) while so many bars are there. */
  double text(int lifeline, int side, int bars) {
    return x(lifeline) + side * (ASIDE * size + beside(lifeline, side, bars));
  }

  /**
   * How wide text beside a lifeline may be.
   *
   * @param bars how many stand on this lifeline at that height
   * @param nextBars how many stand on the next one on that side
   */
  double room(int lifeline, int side, int bars, int nextBars) {
    int next = next(lifeline, side);
    double all = next < 0 ? margin : gap;
    double beyond = next < 0 ? 6 * size : 11 * size + beside(next, -side, nextBars);
    return Math.max(0, all - ASIDE * size - beside(lifeline, side, bars) - beyond);
  }

  /** The lifeline that stands next to another one on a side; -1 for none. */
  int next(int lifeline, int side) {
    int place = fold.place(lifeline) + side;
    return place < 0 || place >= count ? -1 : fold.columns().get(place).index();
  }

  /** Whether a lifeline has a column. */
  boolean shows(int lifeline) {
    return fold.place(lifeline) >= 0;
  }

  /** Whether a lifeline shares its column with others, which then must be told apart by words. */
  boolean isShared(int lifeline) {
    return fold.isShared(lifeline);
  }

  /** Whether a packet stays in one column. */
  boolean isLoop(Moment.Flight flight) {
    return fold.place(flight.from()) == fold.place(flight.to());
  }

  private double beside(int lifeline, int side, int bars) {
    int more = isShared(lifeline) ? 0 : Math.clamp(bars - 1, 0, MOST_LANES - 1);
    return side(lifeline) == side ? LANE * size * more : 0;
  }
}
