package wireflight.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import wireflight.diagram.Ladder;
import wireflight.diagram.Viewport;

/**
 * How high parts of a ladder are, and where it is cut into pages: those cuts of all that together
 * cost least. Heights and widths are those of its content. Immutable.
 *
 * @param ladder what is cut
 * @param steps how many it has
 * @param paragraphs whether a paragraph of the narration begins with a step
 */
record LadderCuts(Ladder ladder, int steps, IntPredicate paragraphs) {
  private static final double HAIR = 0.01;

  /** What a page costs: less than cutting apart an arrow and a call ({@link PageCut}). */
  private static final double PAGE = 3;

  /** What an empty page costs besides; a half empty one costs a quarter of it. */
  private static final double EMPTY = 12;

  /** What it costs to end a page within a paragraph of the narration. */
  private static final double WITHIN = 1.5;

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

  /** The fewest pages of a height that a range needs. */
  int fewest(Range range, double width, double room) {
    int pages = 0;
    for (int from = range.from(); from <= range.to(); pages++) {
      from = farthest(from, range.to(), width, room) + 1;
    }
    return pages;
  }

  /** The last step that a page can show which begins with a step; that one at least. */
  private int farthest(int from, int last, double width, double room) {
    int to = from;
    while (to < last && height(from, to + 1, width) <= room) {
      to++;
    }
    return to;
  }

  /** The parts that fit into a height, cutting apart as little as can be with few pages. */
  List<Range> cut(Range range, double width, double room) {
    return cut(range, width, room, _ -> new BitSet(), Integer.MAX_VALUE);
  }

  /**
   * As above, of a crowd of lifelines.
   *
   * @param active the lifelines that take part in some steps
   * @param most so many may take part in a page, if it has more than one step
   */
  List<Range> cut(
      Range range, double width, double room, Function<Range, BitSet> active, int most) {
    List<BitSet> taking = new ArrayList<>();
    for (int step = range.from(); step <= range.to(); step++) {
      taking.add(active.apply(new Range(step, step)));
    }
    double[] apart = apart(range, width, room, most < Integer.MAX_VALUE ? taking : List.of());
    // What the best pages up to a step cost, and with which step the last of them begins.
    double[] least = new double[range.size() + 1];
    int[] begins = new int[range.size() + 1];
    for (int count = 1; count <= range.size(); count++) {
      least[count] = Double.MAX_VALUE;
    }
    double furniture = height(range.from(), range.from() - 1, width);
    for (int done = 0; done < range.size(); done++) {
      int from = range.from() + done;
      int farthest = farthest(from, range.to(), width, room);
      BitSet together = new BitSet();
      for (int to = from; to <= farthest; to++) {
        together.or(taking.get(to - range.from()));
        if (to > from && together.cardinality() > most) {
          break;
        }
        double empty = 1 - (height(from, to, width) - furniture) / (room - furniture);
        double cost = PAGE + EMPTY * empty * empty;
        // The last page may be emptier, and ends where all ends.
        cost = to == range.to() ? cost / 2 : cost + apart[to - range.from()];
        int count = to - range.from() + 1;
        if (least[done] + cost < least[count]) {
          least[count] = least[done] + cost;
          begins[count] = from;
        }
      }
    }
    List<Range> parts = new ArrayList<>();
    for (int to = range.to(); to >= range.from(); to = parts.getFirst().from() - 1) {
      parts.addFirst(new Range(begins[to - range.from() + 1], to));
    }
    return parts;
  }

  /**
   * What a cut after each step but the last cuts apart.
   *
   * @param taking the lifelines that take part in each step of the range; empty for all in each
   */
  private double[] apart(Range range, double width, double room, List<BitSet> taking) {
    double[] costs = new double[range.size() - 1];
    int from = range.from();
    while (from < range.to()) {
      // What reaches over a cut is seen if the picture begins and ends some way from it.
      int begin = Math.max(range.from(), stepAbove(from, width, room / 2));
      double top = top(begin, width);
      Viewport view = new Viewport(width, 2 * room, 0, top);
      Ladder seen = taking.isEmpty() ? ladder : ladder.only(around(begin, range, view, taking));
      PageCut cut = new PageCut(seen.picture(view, range.to()).drawing());
      double start = ladder.y(width, from - 1);
      int step = from;
      do {
        boolean paragraph = paragraphs.test(step + 1);
        costs[step - range.from()] =
            cut.cost(ladder.y(width, step) - top) + (paragraph ? 0 : WITHIN);
        step++;
      } while (step < range.to() && ladder.y(width, step) - start < room / 2);
      from = step;
    }
    return costs;
  }

  /** The lifelines that take part in what is seen from a step on. */
  private BitSet around(int begin, Range range, Viewport view, List<BitSet> taking) {
    BitSet together = new BitSet();
    double start = ladder.y(view.width(), begin - 1);
    for (int step = begin; step <= range.to(); step++) {
      if (ladder.y(view.width(), step - 1) - start > view.height()) {
        break;
      }
      together.or(taking.get(step - range.from()));
    }
    return together;
  }

  /** A step that begins at least so far above another one, or the first. */
  private int stepAbove(int step, double width, double distance) {
    int above = step;
    while (above > 1 && ladder.y(width, step - 1) - ladder.y(width, above - 1) < distance) {
      above--;
    }
    return above;
  }
}
