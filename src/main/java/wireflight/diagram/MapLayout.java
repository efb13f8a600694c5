package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the panels and cards of the map stand: two columns with the channels between them. A device
 * whose own sockets talk to each other spans both.
 */
final class MapLayout {
  private static final double MARGIN = 16;
  private static final double INSET = 12;
  private static final double DEVICE_TITLE = 36;
  private static final double PROCESS_TITLE = 32;
  private static final double GAP = 12;
  private static final double BETWEEN = 16;
  private static final double LEAST_CARD = 226;
  private static final double MOST_CARD = 330;
  private static final double LEAST_CHANNEL = 190;

  static final double HEAD = 72;
  static final double ENTRY = 50;

  private final MapModel model;
  private final double size;
  private final double width;
  private final double card;
  private final double[] tops;
  private final List<Panel> panels = new ArrayList<>();
  private final double height;

  /**
   * A frame around cards.
   *
   * @param device whether it is a device; else a process
   * @param index of the device or of the home
   */
  record Panel(boolean device, int index, double x, double y, double width, double height) {}

  MapLayout(MapModel model, double pictureWidth, double top, double size) {
    this.model = model;
    this.size = size;
    double around = 2 * (MARGIN + 2 * INSET);
    double even = (pictureWidth / size - around - LEAST_CHANNEL) / 2;
    double share = (pictureWidth / size - around) * 0.36;
    double units = Math.clamp(Math.min(even, share), LEAST_CARD, MOST_CARD);
    card = units * size;
    width = Math.max(pictureWidth, (2 * units + around + LEAST_CHANNEL) * size);
    tops = new double[model.cards().size()];
    height = devices(top);
  }

  /** How wide everything is. */
  double width() {
    return width;
  }

  /** Below the last panel. */
  double height() {
    return height;
  }

  List<Panel> panels() {
    return panels;
  }

  double cardWidth() {
    return card;
  }

  double left(MapCard of) {
    double edge = (MARGIN + 2 * INSET) * size;
    return of.right() ? width - edge - card : edge;
  }

  double top(MapCard of) {
    return tops[of.id()];
  }

  /** How high a card is: its head, and what was accepted from it beneath. */
  double height(MapCard of) {
    int entries = of.entries().size();
    return size * (HEAD + ENTRY * entries + (entries > 0 ? 4 : 0));
  }

  /** Where a channel ends at a card: at its edge towards the middle. */
  double plugX(MapCard of) {
    return of.right() ? left(of) : left(of) + card;
  }

  /** How high it ends there; entry -1 is the head. */
  double plugY(MapCard of, int entry) {
    double middle = entry < 0 ? HEAD / 2 : HEAD + ENTRY * (entry + 0.5);
    return top(of) + size * middle;
  }

  private double devices(double top) {
    double[] y = {top, top};
    for (int device = 0; device < model.devices().size(); device++) {
      boolean[] sides = sides(device, -1);
      double start = sides[0] && sides[1] ? Math.max(y[0], y[1]) : sides[0] ? y[0] : y[1];
      double end = device(device, start, sides);
      for (int side = 0; side < 2; side++) {
        if (sides[side]) {
          y[side] = end + BETWEEN * size;
        }
      }
    }
    // A column that is shorter stands in the middle of the other.
    centre(y, top);
    return Math.max(y[0], y[1]) - BETWEEN * size + MARGIN * size;
  }

  private void centre(double[] y, double top) {
    boolean spanning = false;
    for (int device = 0; device < model.devices().size(); device++) {
      boolean[] sides = sides(device, -1);
      spanning |= sides[0] && sides[1];
    }
    if (spanning || y[0] == top || y[1] == top) {
      return;
    }
    boolean right = y[1] < y[0];
    double shift = Math.abs(y[0] - y[1]) / 2;
    for (MapCard it : model.cards()) {
      tops[it.id()] += it.right() == right ? shift : 0;
    }
    panels.replaceAll(
        it ->
            it.x() > width / 2 == right
                ? new Panel(
                    it.device(), it.index(), it.x(), it.y() + shift, it.width(), it.height())
                : it);
  }

  private double device(int device, double start, boolean[] sides) {
    int at = panels.size();
    double inner = start + DEVICE_TITLE * size;
    double[] y = {inner, inner};
    for (int home = 0; home < model.homes().size(); home++) {
      if (model.homes().get(home).device() == device) {
        boolean[] its = sides(device, home);
        double from = its[0] && its[1] ? Math.max(y[0], y[1]) : its[0] ? y[0] : y[1];
        double end = home(home, from, its);
        for (int side = 0; side < 2; side++) {
          if (its[side]) {
            y[side] = end + GAP * size;
          }
        }
      }
    }
    double end = Math.max(y[0], y[1]) - GAP * size + INSET * size;
    panels.add(at, panel(true, device, MARGIN, start, end, sides));
    return end;
  }

  private double home(int home, double start, boolean[] sides) {
    boolean known = model.homes().get(home).process() != 0;
    double inner = start + (known ? PROCESS_TITLE * size : 0);
    double[] heights = new double[2];
    int[] counts = new int[2];
    for (MapCard it : model.cards()) {
      if (it.home() == home) {
        heights[it.right() ? 1 : 0] += height(it);
        counts[it.right() ? 1 : 0]++;
      }
    }
    double[] all = {
      heights[0] + GAP * size * Math.max(0, counts[0] - 1),
      heights[1] + GAP * size * Math.max(0, counts[1] - 1)
    };
    double most = Math.max(all[0], all[1]);
    double[] y = new double[2];
    double[] gap = new double[2];
    for (int side = 0; side < 2; side++) {
      // What is fewer spreads over the height of the other side, so that channels cross less.
      double slack = most - all[side];
      double share = counts[side] == 0 ? 0 : slack / (counts[side] + 1);
      y[side] = inner + share;
      gap[side] = GAP * size + share;
    }
    for (MapCard it : model.cards()) {
      if (it.home() == home) {
        int side = it.right() ? 1 : 0;
        tops[it.id()] = y[side];
        y[side] += height(it) + gap[side];
      }
    }
    double end = inner + most + (known ? INSET * size : 0);
    if (known) {
      panels.add(panel(false, home, MARGIN + INSET, start, end, sides));
    }
    return end;
  }

  private Panel panel(
      boolean device, int index, double margin, double start, double end, boolean[] sides) {
    double edge = margin * size;
    double column = card + 2 * ((MARGIN + 2 * INSET) * size - edge);
    double x = sides[0] ? edge : width - edge - column;
    double wide = sides[0] && sides[1] ? width - 2 * edge : column;
    return new Panel(device, index, x, start, wide, end - start);
  }

  /** On which sides a device, or a home of it, has cards. */
  private boolean[] sides(int device, int home) {
    boolean[] sides = new boolean[2];
    for (MapCard it : model.cards()) {
      boolean its = home >= 0 ? it.home() == home : model.homes().get(it.home()).device() == device;
      if (its) {
        sides[it.right() ? 1 : 0] = true;
      }
    }
    return sides;
  }
}
