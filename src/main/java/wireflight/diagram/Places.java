package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Where labels stand already, so that the next one finds a place of its own. One picture uses it.
 */
final class Places {
  private static final int MOST_TRIED = 400;

  private final List<Extent> taken = new ArrayList<>();

  /**
   * The height at which a rectangle is free, and then is no more: the wanted one, or one that is
   * away from it by the first of some distances that will do; not a number where none does.
   */
  double free(double centreX, double centreY, double width, double height, double... away) {
    for (double by : away) {
      if (take(centreX, centreY + by, width, height)) {
        return centreY + by;
      }
    }
    return Double.NaN;
  }

  /** Whether a rectangle is free; it then is no more. */
  boolean take(double centreX, double centreY, double width, double height) {
    Extent wanted =
        new Extent(
            centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2);
    // Labels come downwards: those far above cannot be in the way.
    for (int i = taken.size() - 1; i >= Math.max(0, taken.size() - MOST_TRIED); i--) {
      Extent other = taken.get(i);
      if (wanted.left() < other.right()
          && other.left() < wanted.right()
          && wanted.top() < other.bottom()
          && other.top() < wanted.bottom()) {
        return false;
      }
    }
    taken.add(wanted);
    return true;
  }
}
