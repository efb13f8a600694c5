package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Point;
import wireflight.drawing.Item.Step;

/** Cuts a line that goes where it likes to a strip of a drawing. */
final class PathStrip {
  /** A curve crosses an edge at most three times; so many parts of it tell these apart. */
  private static final int PARTS = 24;

  private static final int HALVINGS = 40;

  private final double top;
  private final double bottom;
  private final List<Step> kept = new ArrayList<>();
  private boolean drawing;
  private boolean whole = true;

  PathStrip(double top, double bottom) {
    this.top = top;
    this.bottom = bottom;
  }

  /** From one point to another, as a share of the way grows from 0 to 1. */
  private sealed interface Way {
    Point at(double share);

    /** So many parts of it are looked at to find where it crosses an edge. */
    int parts();

    /** How to go on from its start to a share of it. */
    Step until(double share);

    /** What is left of it after a share. */
    Way after(double share);
  }

  private record Straight(Point from, Point to) implements Way {
    @Override
    public Point at(double share) {
      return share == 1 ? to : between(from, to, share);
    }

    @Override
    public int parts() {
      return 1;
    }

    @Override
    public Step until(double share) {
      Point end = at(share);
      return new Step.To(end.x(), end.y());
    }

    @Override
    public Way after(double share) {
      return new Straight(at(share), to);
    }
  }

  /** A cubic Bézier curve, divided by de Casteljau's construction. */
  private record Curved(Point from, Point one, Point other, Point to) implements Way {
    @Override
    public Point at(double share) {
      Point middle = between(one, other, share);
      Point before = between(between(from, one, share), middle, share);
      Point after = between(middle, between(other, to, share), share);
      return share == 1 ? to : between(before, after, share);
    }

    @Override
    public int parts() {
      return PARTS;
    }

    @Override
    public Step until(double share) {
      Point first = between(from, one, share);
      Point second = between(first, between(one, other, share), share);
      Point end = at(share);
      return new Step.Curve(first.x(), first.y(), second.x(), second.y(), end.x(), end.y());
    }

    @Override
    public Way after(double share) {
      Point last = between(other, to, share);
      return new Curved(at(share), between(between(one, other, share), last, share), last, to);
    }
  }

  private static Point between(Point from, Point to, double share) {
    return new Point(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  /** What of a path without a fill is in the strip; null if nothing is. */
  static Item.@Nullable Path of(Item.Path path, double top, double bottom) {
    PathStrip strip = new PathStrip(top, bottom);
    Point start = new Point(0, 0);
    Point at = start;
    for (Step step : path.steps()) {
      switch (step) {
        case Step.Move(double x, double y) -> {
          start = new Point(x, y);
          at = start;
          strip.drawing = false;
        }
        case Step.To(double x, double y) -> at = strip.go(new Straight(at, new Point(x, y)));
        case Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            at = strip.go(new Curved(at, new Point(x1, y1), new Point(x2, y2), new Point(x, y)));
        case Step.Close() -> at = strip.go(new Straight(at, start));
      }
    }
    if (strip.whole) {
      return path;
    }
    return strip.kept.isEmpty() ? null : new Item.Path(strip.kept, null, path.stroke());
  }

  /** Keeps the parts of a way that are in the strip; where it ends is where the next one begins. */
  private Point go(Way way) {
    List<Double> ends = new ArrayList<>();
    for (int part = 0; part < way.parts(); part++) {
      double from = (double) part / way.parts();
      double to = (double) (part + 1) / way.parts();
      crossing(way, from, to, top, ends);
      crossing(way, from, to, bottom, ends);
    }
    ends.sort(null);
    ends.add(1.0);
    double done = 0;
    for (double end : ends) {
      if (end > done) {
        double middle = way.at((done + end) / 2).y();
        part(way, done, end, middle >= top && middle <= bottom);
        done = end;
      }
    }
    return way.at(1);
  }

  private void crossing(Way way, double from, double to, double edge, List<Double> ends) {
    boolean above = way.at(from).y() < edge;
    if (above == way.at(to).y() < edge) {
      return;
    }
    double low = from;
    double high = to;
    for (int turn = 0; turn < HALVINGS; turn++) {
      double middle = (low + high) / 2;
      if (way.at(middle).y() < edge == above) {
        low = middle;
      } else {
        high = middle;
      }
    }
    ends.add(high);
  }

  private void part(Way way, double from, double to, boolean seen) {
    whole &= seen;
    if (!seen) {
      drawing = false;
      return;
    }
    if (!drawing) {
      Point start = way.at(from);
      kept.add(new Step.Move(start.x(), start.y()));
    }
    Way left = from > 0 ? way.after(from) : way;
    kept.add(left.until((to - from) / (1 - from)));
    drawing = true;
  }
}
