package wireflight.export;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dashed lines cut to what is seen of them.
 *
 * <p>Java2D walks along every dash, seen or not. A lifeline is as long as the recording, and is
 * painted again in every band of a picture.
 */
final class Dashes {
  /** More dashes than this on one shape are too fine or too far away to be seen as dashes. */
  private static final double MOST = 20_000;

  private Dashes() {}

  /** The length after which the dashes repeat; 0 for a solid line. */
  static double period(List<Double> dash) {
    double sum = 0;
    for (double length : dash) {
      sum += length;
    }
    // With an odd number of lengths, lines and gaps change places the second time round.
    return dash.size() % 2 == 0 ? sum : 2 * sum;
  }

  /** Whether a shape within these bounds can be dashed in reasonable time. */
  static boolean feasible(Rectangle2D bounds, double period) {
    return 2 * (bounds.getWidth() + bounds.getHeight()) / period < MOST;
  }

  /**
   * The part of a line that may be seen, begun a whole number of periods from its start so that the
   * dashes stay where they were; null if none of it is.
   *
   * @param seen what is painted
   * @param margin half the width of the line
   */
  static @Nullable Line2D visible(Line2D line, double period, Rectangle2D seen, double margin) {
    double dx = line.getX2() - line.getX1();
    double dy = line.getY2() - line.getY1();
    double length = Math.hypot(dx, dy);
    // The shares of the line at which it enters and leaves (Liang and Barsky).
    double enter = 0;
    double leave = 1;
    double[][] edges = {
      {-dx, line.getX1() - (seen.getMinX() - margin)},
      {dx, seen.getMaxX() + margin - line.getX1()},
      {-dy, line.getY1() - (seen.getMinY() - margin)},
      {dy, seen.getMaxY() + margin - line.getY1()}
    };
    for (double[] edge : edges) {
      if (edge[0] < 0) {
        enter = Math.max(enter, edge[1] / edge[0]);
      } else if (edge[0] > 0) {
        leave = Math.min(leave, edge[1] / edge[0]);
      } else if (edge[1] < 0) {
        return null;
      }
    }
    // Written so that a line of no finite length is not seen.
    if (!(enter < leave && length < Double.POSITIVE_INFINITY)) {
      return null;
    }
    double from = Math.floor(enter * length / period) * period / length;
    return new Line2D.Double(
        line.getX1() + from * dx,
        line.getY1() + from * dy,
        line.getX1() + leave * dx,
        line.getY1() + leave * dy);
  }
}
