package wireflight.diagram;

import java.util.List;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * Where the boxes of calls stand: a block for each column of sockets, wide enough for the calls
 * that wait beside each other on it, and room for packets between the blocks.
 */
final class CallBlocks {
  private static final double LEAST_BOX = 176;
  private static final double MOST_BOX = 250;
  private static final double LEAST_ROOM = 132;
  private static final double MOST_ROOM = 340;
  private static final double MARGIN = 22;
  private static final double BETWEEN = 10;
  private static final int MOST_LANES = 4;

  private final Fold fold;
  private final int[] lanes;
  private final int[] sides;
  private final double[] centres;
  private final double box;
  private final double room;
  private final double between;
  private final double width;

  /**
   * Blocks.
   *
   * @param wanted how wide everything should be
   * @param scroll how far the content is moved to the left
   */
  CallBlocks(
      Timeline timeline,
      Fold fold,
      List<Moment.Call> calls,
      double wanted,
      double scroll,
      double size) {
    this.fold = fold;
    int count = fold.columns().size();
    lanes = new int[count];
    sides = new int[count];
    centres = new double[count];
    int boxes = 0;
    for (Moment.Call call : calls) {
      if (!fold.isShared(call.lifeline())) {
        int column = fold.place(call.lifeline());
        lanes[column] = Math.max(lanes[column], Math.min(call.lane() + 1, MOST_LANES));
      }
    }
    for (int i = 0; i < count; i++) {
      lanes[i] = Math.max(1, lanes[i]);
      boxes += lanes[i];
      int peer = timeline.peerOf(fold.columns().get(i).index());
      int place = peer < 0 ? -1 : fold.place(peer);
      sides[i] = place < 0 ? (i == 0 && count > 1 ? -1 : 1) : place > i ? -1 : 1;
    }
    between = BETWEEN * size;
    double fixed = 2 * MARGIN * size + (boxes - count) * between;
    int rooms = Math.max(0, count - 1);
    double left = wanted - fixed - rooms * LEAST_ROOM * size;
    box = boxes == 0 ? 0 : Math.clamp(left / boxes, LEAST_BOX * size, MOST_BOX * size);
    left = wanted - fixed - boxes * box;
    room = rooms == 0 ? 0 : Math.clamp(left / rooms, LEAST_ROOM * size, MOST_ROOM * size);
    double needed = fixed + boxes * box + rooms * room;
    width = Math.max(wanted, needed);
    double x = (width - needed) / 2 + MARGIN * size - scroll;
    for (int i = 0; i < count; i++) {
      double block = lanes[i] * box + (lanes[i] - 1) * between;
      centres[i] = sides[i] < 0 ? x + block - box / 2 : x + box / 2;
      x += block + room;
    }
  }

  /** How many columns can be seen at once in so much room, at a size of 1. */
  static int fitting(double width) {
    double more = width - 2 * MARGIN - LEAST_BOX;
    return 1 + (int) Math.max(0, more / (LEAST_BOX + LEAST_ROOM));
  }

  /** How wide everything is. */
  double width() {
    return width;
  }

  /** How wide a box is. */
  double box() {
    return box;
  }

  /** The middle of a box: the first beside the other sockets, the others outwards. */
  double centre(int lifeline, int lane) {
    int column = fold.place(lifeline);
    int beside = isShared(lifeline) ? 0 : Math.min(lane, MOST_LANES - 1);
    return centres[column] + sides[column] * beside * (box + between);
  }

  /** The left edge of a socket's block. */
  double left(int lifeline) {
    int column = fold.place(lifeline);
    int outer = sides[column] < 0 ? lanes[column] - 1 : 0;
    return centre(lifeline, outer) - box / 2;
  }

  /** The right edge of a socket's block. */
  double right(int lifeline) {
    int column = fold.place(lifeline);
    int outer = sides[column] > 0 ? lanes[column] - 1 : 0;
    return centre(lifeline, outer) + box / 2;
  }

  /** Whether a socket shares its column with others, whose calls would cover each other's. */
  boolean isShared(int lifeline) {
    return fold.isShared(lifeline);
  }

  /** In which direction another socket stands: -1 left, 1 right, 0 in the same column. */
  int towards(int lifeline, int other) {
    return Integer.signum(fold.place(other) - fold.place(lifeline));
  }
}
