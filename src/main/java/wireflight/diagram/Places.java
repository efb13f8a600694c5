package wireflight.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where labels stand already, so that the next one finds a place of its own. One picture uses it.
 */
final class Places {
  /** So high a stripe is, within which those that may be in the way are looked for. */
  private static final double STRIPE = 64;

  /**
   * So little of each other is covered by rounding alone: what stands edge to edge does so wherever
   * the picture is scrolled to.
   */
  private static final double ROUNDING = 1e-6;

  private final Map<Long, List<Extent>> taken = new HashMap<>();

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

  /** Keeps labels off a rectangle, whatever stands there already. */
  void block(double centreX, double centreY, double width, double height) {
    add(around(centreX, centreY, width, height));
  }

  private void add(Extent extent) {
    for (long stripe = stripe(extent.top()); stripe <= stripe(extent.bottom()); stripe++) {
      taken.computeIfAbsent(stripe, _ -> new ArrayList<>()).add(extent);
    }
  }

  /** Whether a rectangle is free; it then is no more. */
  boolean take(double centreX, double centreY, double width, double height) {
    Extent wanted = around(centreX, centreY, width, height);
    if (!isFree(wanted)) {
      return false;
    }
    add(wanted);
    return true;
  }

  /** Whether a rectangle is free; it stays so. */
  boolean isFree(double centreX, double centreY, double width, double height) {
    return isFree(around(centreX, centreY, width, height));
  }

  private boolean isFree(Extent place) {
    Extent wanted = place.grown(-ROUNDING);
    for (long stripe = stripe(wanted.top()); stripe <= stripe(wanted.bottom()); stripe++) {
      for (Extent other : taken.getOrDefault(stripe, List.of())) {
        if (wanted.overlaps(other)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Extent around(double centreX, double centreY, double width, double height) {
    return new Extent(
        centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2);
  }

  private static long stripe(double y) {
    return (long) Math.floor(y / STRIPE);
  }
}
