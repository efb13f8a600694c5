package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.diagram.Ladder;
import wireflight.diagram.Viewport;

/**
 * Where a ladder is cut into pages. Heights and widths are those of its content. Immutable.
 *
 * @param ladder what is cut
 * @param steps how many it has
 */
record LadderCuts(Ladder ladder, int steps) {
  private static final double HAIR = 0.01;

  /** A page that ends early, so as to cut nothing apart, is still so full, as a share. */
  private static final double LEAST_FULL = 0.5;

  /** How far the content is scrolled if a step is the first to be seen. */
  double top(int from, double width) {
    // A hair further, as the step before ends where this one begins.
    return from == 1 ? 0 : ladder.y(width, from - 1) - ladder.y(width, 0) + HAIR;
  }

  /** How high a picture from a step to a position is. */
  double height(int from, double position, double width) {
    double below = ladder.contentHeight(width) - ladder.y(width, steps);
    return ladder.y(width, position) - top(from, width) + below;
  }

  /**
   * The parts that fit into a height, each as long as it can be without cutting apart more than it
   * must.
   */
  List<Range> cut(Range range, double width, double room) {
    List<Range> cuts = new ArrayList<>();
    int from = range.from();
    while (from <= range.to()) {
      int to = from;
      while (to < range.to() && height(from, to + 1, width) <= room) {
        to++;
      }
      if (to < range.to()) {
        to = cleanest(new Range(from, to), range.to(), width, room);
      }
      cuts.add(new Range(from, to));
      from = to + 1;
    }
    return cuts;
  }

  /** Of the steps that a page may end with, the one after which it cuts the least apart. */
  private int cleanest(Range most, int last, double width, double room) {
    double top = top(most.from(), width);
    double start = ladder.y(width, most.from() - 1);
    PageCut cut = new PageCut(ladder.picture(new Viewport(width, room, 0, top), last).drawing());
    double full = ladder.y(width, most.to()) - start;
    int best = most.to();
    double least = Double.MAX_VALUE;
    for (int step = most.to(); step >= most.from(); step--) {
      double end = ladder.y(width, step);
      if (end - start < LEAST_FULL * full) {
        break;
      }
      double cost = cut.cost(end - top);
      if (cost < least) {
        least = cost;
        best = step;
      }
    }
    return best;
  }
}
