package wireflight.drawing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The shapes of glyphs: the {@code glyf} table, found through {@code loca}. */
final class Outlines {
  // Flags of a point of a simple glyph.
  private static final int ON_CURVE = 1;
  private static final int X_SHORT = 2;
  private static final int Y_SHORT = 4;
  private static final int REPEAT = 8;
  private static final int X_SAME_OR_POSITIVE = 16;
  private static final int Y_SAME_OR_POSITIVE = 32;
  // Flags of a part of a composite glyph.
  private static final int WORDS = 1;
  private static final int OFFSETS = 2;
  private static final int SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  /** Composites within composites; fonts have one or two levels, a damaged one may loop. */
  private static final int DEEPEST = 8;

  private static final double F2DOT14 = 1 << 14;

  private final ByteBuffer offsets;
  private final ByteBuffer shapes;
  private final boolean longOffsets;
  private final double unitsPerEm;

  Outlines(ByteBuffer offsets, ByteBuffer shapes, boolean longOffsets, double unitsPerEm) {
    this.offsets = offsets;
    this.shapes = shapes;
    this.longOffsets = longOffsets;
    this.unitsPerEm = unitsPerEm;
  }

  List<Item.Step> of(int glyph) {
    Contours out = new Contours();
    add(glyph, new Matrix(1 / unitsPerEm, 0, 0, -1 / unitsPerEm, 0, 0), out, 0);
    return out.steps();
  }

  private int offset(int glyph) {
    return longOffsets ? offsets.getInt(4 * glyph) : 2 * (offsets.getShort(2 * glyph) & 0xffff);
  }

  private void add(int glyph, Matrix matrix, Contours out, int depth) {
    int start = offset(glyph);
    int length = offset(glyph + 1) - start;
    if (length == 0 || depth > DEEPEST) {
      return;
    }
    ByteBuffer shape = shapes.slice(start, length);
    int contours = shape.getShort();
    shape.position(10); // past the bounding box
    if (contours >= 0) {
      addSimple(shape, contours, matrix, out);
    } else {
      addComposite(shape, matrix, out, depth);
    }
  }

  private static void addSimple(ByteBuffer shape, int contours, Matrix matrix, Contours out) {
    int[] ends = new int[contours];
    for (int contour = 0; contour < contours; contour++) {
      ends[contour] = shape.getShort() & 0xffff;
    }
    int count = contours == 0 ? 0 : ends[contours - 1] + 1;
    shape.position(shape.position() + 2 + (shape.getShort(shape.position()) & 0xffff)); // hints
    int[] flags = new int[count];
    for (int point = 0; point < count; point++) {
      int flag = shape.get();
      flags[point] = flag;
      for (int again = (flag & REPEAT) == 0 ? 0 : shape.get() & 0xff; again > 0; again--) {
        flags[++point] = flag;
      }
    }
    int[] xs = coordinates(shape, flags, X_SHORT, X_SAME_OR_POSITIVE);
    int[] ys = coordinates(shape, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
    int point = 0;
    for (int end : ends) {
      for (; point <= end; point++) {
        out.point(
            matrix.x(xs[point], ys[point]),
            matrix.y(xs[point], ys[point]),
            (flags[point] & ON_CURVE) != 0);
      }
      out.close();
    }
  }

  private static int[] coordinates(ByteBuffer shape, int[] flags, int isShort, int sameOrPositive) {
    int[] values = new int[flags.length];
    int value = 0;
    for (int point = 0; point < flags.length; point++) {
      boolean other = (flags[point] & sameOrPositive) != 0;
      if ((flags[point] & isShort) != 0) {
        int delta = shape.get() & 0xff;
        value += other ? delta : -delta;
      } else if (!other) {
        value += shape.getShort();
      }
      values[point] = value;
    }
    return values;
  }

  private void addComposite(ByteBuffer shape, Matrix outer, Contours out, int depth) {
    int flags;
    do {
      flags = shape.getShort();
      int part = shape.getShort() & 0xffff;
      double dx = (flags & WORDS) != 0 ? shape.getShort() : shape.get();
      double dy = (flags & WORDS) != 0 ? shape.getShort() : shape.get();
      if ((flags & OFFSETS) == 0) {
        dx = 0; // Aligned by point numbers, which none of the bundled fonts does.
        dy = 0;
      }
      double xx = 1;
      double xy = 0;
      double yx = 0;
      double yy = 1;
      if ((flags & SCALE) != 0) {
        xx = shape.getShort() / F2DOT14;
        yy = xx;
      } else if ((flags & TWO_SCALES) != 0) {
        xx = shape.getShort() / F2DOT14;
        yy = shape.getShort() / F2DOT14;
      } else if ((flags & MATRIX) != 0) {
        xx = shape.getShort() / F2DOT14;
        xy = shape.getShort() / F2DOT14;
        yx = shape.getShort() / F2DOT14;
        yy = shape.getShort() / F2DOT14;
      }
      add(part, outer.then(xx, xy, yx, yy, dx, dy), out, depth + 1);
    } while ((flags & MORE) != 0);
  }

  /** Takes font units to ems: x' = xx x + yx y + dx, y' = xy x + yy y + dy. */
  private record Matrix(double xx, double xy, double yx, double yy, double dx, double dy) {
    double x(double x, double y) {
      return xx * x + yx * y + dx;
    }

    double y(double x, double y) {
      return xy * x + yy * y + dy;
    }

    /** The matrix that applies the given one first. */
    Matrix then(double ixx, double ixy, double iyx, double iyy, double idx, double idy) {
      return new Matrix(
          xx * ixx + yx * ixy,
          xy * ixx + yy * ixy,
          xx * iyx + yx * iyy,
          xy * iyx + yy * iyy,
          x(idx, idy),
          y(idx, idy));
    }
  }

  /** Turns the points of contours, quadratic curves, into the steps of a path. */
  private static final class Contours {
    private final List<Item.Step> steps = new ArrayList<>();
    private final List<Item.Point> points = new ArrayList<>();
    private final List<Boolean> onCurve = new ArrayList<>();
    private double penX;
    private double penY;

    void point(double x, double y, boolean on) {
      // Between two control points lies an implied point on the curve.
      if (!on && !points.isEmpty() && !onCurve.getLast()) {
        add((points.getLast().x() + x) / 2, (points.getLast().y() + y) / 2, true);
      }
      add(x, y, on);
    }

    private void add(double x, double y, boolean on) {
      points.add(new Item.Point(x, y));
      onCurve.add(on);
    }

    void close() {
      if (points.isEmpty()) {
        return;
      }
      if (!onCurve.getFirst()) {
        // Starts off the curve: the last point, or the middle of both, is where it begins.
        Item.Point first = points.getFirst();
        Item.Point last = points.getLast();
        Item.Point start =
            onCurve.getLast()
                ? last
                : new Item.Point((first.x() + last.x()) / 2, (first.y() + last.y()) / 2);
        points.addFirst(start);
        onCurve.addFirst(true);
      }
      points.add(points.getFirst());
      onCurve.add(true);
      move(points.getFirst());
      for (int at = 1; at < points.size(); at++) {
        if (onCurve.get(at)) {
          line(points.get(at));
        } else {
          curve(points.get(at), points.get(++at));
        }
      }
      steps.add(new Item.Step.Close());
      points.clear();
      onCurve.clear();
    }

    private void move(Item.Point to) {
      steps.add(new Item.Step.Move(to.x(), to.y()));
      pen(to);
    }

    private void line(Item.Point to) {
      steps.add(new Item.Step.To(to.x(), to.y()));
      pen(to);
    }

    /** A quadratic curve raised to a cubic one. */
    private void curve(Item.Point control, Item.Point to) {
      steps.add(
          new Item.Step.Curve(
              penX + 2 * (control.x() - penX) / 3,
              penY + 2 * (control.y() - penY) / 3,
              to.x() + 2 * (control.x() - to.x()) / 3,
              to.y() + 2 * (control.y() - to.y()) / 3,
              to.x(),
              to.y()));
      pen(to);
    }

    private void pen(Item.Point at) {
      penX = at.x();
      penY = at.y();
    }

    List<Item.Step> steps() {
      return List.copyOf(steps);
    }
  }
}
