package wireflight.export;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Outliner;

/**
 * Paints drawings by Java2D.
 *
 * <p>Text is filled as outlines, never through the platform's fonts: those need libraries and files
 * that a bare machine lacks, and differ where they are there.
 */
final class Java2dPainter {
  /** As in SVG, where it is the default. */
  private static final float MITRE_LIMIT = 4;

  private final Outliner outliner;

  Java2dPainter(Outliner outliner) {
    this.outliner = outliner;
  }

  /** Paints the items onto whatever is there; the background is left to the caller. */
  void paint(Drawing drawing, Graphics2D to) {
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    paint(drawing.items(), to);
  }

  private void paint(List<Item> items, Graphics2D to) {
    for (Item item : items) {
      switch (item) {
        case Item.Line line ->
            stroke(
                new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()), line.stroke(), to);
        case Item.Rectangle rectangle ->
            shape(rectangle(rectangle), rectangle.fill(), rectangle.stroke(), to);
        case Item.Ellipse ellipse -> shape(ellipse(ellipse), ellipse.fill(), ellipse.stroke(), to);
        case Item.Polygon polygon ->
            shape(polygon(polygon.points()), polygon.fill(), polygon.stroke(), to);
        case Item.Path path -> shape(path(path.steps()), path.fill(), path.stroke(), to);
        case Item.Text text -> text(text, to);
        case Item.Group group -> paint(group.items(), to);
      }
    }
  }

  private void text(Item.Text text, Graphics2D to) {
    Rectangle clip = to.getClipBounds();
    // Making outlines is the dear part: spare it for lines above or below what is painted now.
    if (clip == null
        || (text.y() + text.size() >= clip.getMinY()
            && text.y() - 2 * text.size() <= clip.getMaxY())) {
      fill(path(outliner.path(text).steps()), text.color(), to);
    }
  }

  private static void shape(
      Shape shape, @Nullable Color fill, Item.@Nullable Stroke stroke, Graphics2D to) {
    if (fill != null) {
      fill(shape, fill, to);
    }
    if (stroke != null) {
      stroke(shape, stroke, to);
    }
  }

  private static void fill(Shape shape, Color color, Graphics2D to) {
    to.setColor(new java.awt.Color(color.argb(), true));
    to.fill(shape);
  }

  private static void stroke(Shape shape, Item.Stroke stroke, Graphics2D to) {
    if (stroke.width() <= 0) {
      return; // Java2D would draw a hairline.
    }
    double period = Dashes.period(stroke.dash());
    Shape seen = shape;
    if (period > 0 && shape instanceof Line2D line && to.getClip() != null) {
      seen = Dashes.visible(line, period, to.getClip().getBounds2D(), stroke.width() / 2);
    }
    if (seen == null) {
      return;
    }
    boolean dashed = period > 0 && Dashes.feasible(seen.getBounds2D(), period);
    to.setColor(new java.awt.Color(stroke.color().argb(), true));
    to.setStroke(
        new BasicStroke(
            (float) stroke.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            MITRE_LIMIT,
            dashed ? dash(stroke.dash()) : null,
            0));
    to.draw(seen);
  }

  private static float[] dash(List<Double> lengths) {
    float[] dash = new float[lengths.size()];
    for (int at = 0; at < dash.length; at++) {
      dash[at] = lengths.get(at).floatValue();
    }
    return dash;
  }

  private static Shape rectangle(Item.Rectangle r) {
    return r.radius() > 0
        ? new RoundRectangle2D.Double(
            r.x(), r.y(), r.width(), r.height(), 2 * r.radius(), 2 * r.radius())
        : new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height());
  }

  private static Shape ellipse(Item.Ellipse e) {
    return new Ellipse2D.Double(
        e.centreX() - e.radiusX(), e.centreY() - e.radiusY(), 2 * e.radiusX(), 2 * e.radiusY());
  }

  private static Shape polygon(List<Item.Point> points) {
    Path2D path = new Path2D.Double();
    for (Item.Point point : points) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.x(), point.y());
      } else {
        path.lineTo(point.x(), point.y());
      }
    }
    if (!points.isEmpty()) {
      path.closePath();
    }
    return path;
  }

  private static Shape path(List<Item.Step> steps) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Item.Step step : steps) {
      switch (step) {
        case Item.Step.Move(double x, double y) -> path.moveTo(x, y);
        case Item.Step.To(double x, double y) -> path.lineTo(x, y);
        case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            path.curveTo(x1, y1, x2, y2, x, y);
        case Item.Step.Close() -> path.closePath();
      }
    }
    return path;
  }
}
