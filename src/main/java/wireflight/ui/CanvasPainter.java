package wireflight.ui;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Extent;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/**
 * Paints a {@link Drawing} onto a canvas, item by item, as every exporter writes it.
 *
 * <p>Colours, dashes and fonts are made once and kept, so that a frame allocates next to nothing.
 * For the JavaFX thread only.
 */
final class CanvasPainter {
  private static final double MITRE_LIMIT = 4;

  private final ScreenFonts fonts;
  private final Map<Color, javafx.scene.paint.Color> paints = new HashMap<>();
  private final IdentityHashMap<List<Double>, double[]> dashes = new IdentityHashMap<>();

  CanvasPainter(ScreenFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Paints a drawing where it differs from the one that the canvas shows, which must have been
   * painted onto whole pixels.
   */
  void repaint(Drawing before, Drawing drawing, GraphicsContext to) {
    Optional<List<Extent>> changed = Changes.between(before, drawing);
    if (changed.isEmpty()) {
      paint(drawing, to);
      return;
    }
    for (Extent place : changed.get()) {
      to.save();
      to.beginPath();
      to.rect(place.left(), place.top(), place.width(), place.height());
      to.clip();
      start(to);
      to.setFill(paint(drawing.background()));
      to.fillRect(place.left(), place.top(), place.width(), place.height());
      Extent reached = place.grown(Changes.REACH);
      List<Item> items = drawing.items();
      for (int i = 0; i < items.size(); i++) {
        if (Extent.of(items.get(i)).grown(1).overlaps(reached)) {
          paint(items.get(i), to);
        }
      }
      to.restore();
    }
    dashes.clear();
  }

  /** Paints the background over the drawing's size, then its items, from the origin on. */
  void paint(Drawing drawing, GraphicsContext to) {
    start(to);
    to.setFill(paint(drawing.background()));
    to.fillRect(0, 0, drawing.width(), drawing.height());
    paint(drawing.items(), to);
    // A dash belongs to a drawing; the next one may be of another theme and shares no list with it.
    dashes.clear();
  }

  private static void start(GraphicsContext to) {
    to.setLineCap(StrokeLineCap.BUTT);
    to.setLineJoin(StrokeLineJoin.MITER);
    to.setMiterLimit(MITRE_LIMIT);
    to.setTextAlign(TextAlignment.LEFT);
    to.setTextBaseline(VPos.BASELINE);
  }

  private void paint(List<Item> items, GraphicsContext to) {
    for (int i = 0; i < items.size(); i++) {
      paint(items.get(i), to);
    }
  }

  private void paint(Item item, GraphicsContext to) {
    switch (item) {
      case Item.Line line -> {
        pen(line.stroke(), to);
        to.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
      }
      case Item.Rectangle rectangle -> rectangle(rectangle, to);
      case Item.Ellipse ellipse -> ellipse(ellipse, to);
      case Item.Polygon polygon -> {
        to.beginPath();
        List<Item.Point> points = polygon.points();
        for (int i = 0; i < points.size(); i++) {
          Item.Point point = points.get(i);
          if (i == 0) {
            to.moveTo(point.x(), point.y());
          } else {
            to.lineTo(point.x(), point.y());
          }
        }
        to.closePath();
        fillAndStroke(polygon.fill(), polygon.stroke(), to);
      }
      case Item.Path path -> {
        to.beginPath();
        for (Item.Step step : path.steps()) {
          follow(step, to);
        }
        fillAndStroke(path.fill(), path.stroke(), to);
      }
      case Item.Text text -> {
        to.setFont(fonts.font(text.face(), text.size()));
        to.setFill(paint(text.color()));
        to.fillText(text.text(), text.left(), text.y());
      }
      case Item.Group group -> paint(group.items(), to);
    }
  }

  private void rectangle(Item.Rectangle it, GraphicsContext to) {
    double arc = 2 * it.radius();
    Color fill = it.fill();
    if (fill != null) {
      to.setFill(paint(fill));
      if (arc == 0) {
        to.fillRect(it.x(), it.y(), it.width(), it.height());
      } else {
        to.fillRoundRect(it.x(), it.y(), it.width(), it.height(), arc, arc);
      }
    }
    Item.Stroke stroke = it.stroke();
    if (stroke != null) {
      pen(stroke, to);
      if (arc == 0) {
        to.strokeRect(it.x(), it.y(), it.width(), it.height());
      } else {
        to.strokeRoundRect(it.x(), it.y(), it.width(), it.height(), arc, arc);
      }
    }
  }

  private void ellipse(Item.Ellipse it, GraphicsContext to) {
    double left = it.centreX() - it.radiusX();
    double top = it.centreY() - it.radiusY();
    Color fill = it.fill();
    if (fill != null) {
      to.setFill(paint(fill));
      to.fillOval(left, top, 2 * it.radiusX(), 2 * it.radiusY());
    }
    Item.Stroke stroke = it.stroke();
    if (stroke != null) {
      pen(stroke, to);
      to.strokeOval(left, top, 2 * it.radiusX(), 2 * it.radiusY());
    }
  }

  private static void follow(Item.Step step, GraphicsContext to) {
    switch (step) {
      case Item.Step.Move move -> to.moveTo(move.x(), move.y());
      case Item.Step.To line -> to.lineTo(line.x(), line.y());
      case Item.Step.Curve curve ->
          to.bezierCurveTo(curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x(), curve.y());
      case Item.Step.Close _ -> to.closePath();
    }
  }

  private void fillAndStroke(
      @Nullable Color fill, Item.@Nullable Stroke stroke, GraphicsContext to) {
    if (fill != null) {
      to.setFill(paint(fill));
      to.fill();
    }
    if (stroke != null) {
      pen(stroke, to);
      to.stroke();
    }
  }

  private void pen(Item.Stroke stroke, GraphicsContext to) {
    to.setStroke(paint(stroke.color()));
    to.setLineWidth(stroke.width());
    if (stroke.dash().isEmpty()) {
      to.setLineDashes();
    } else {
      to.setLineDashes(dashes.computeIfAbsent(stroke.dash(), CanvasPainter::lengths));
    }
  }

  private static double[] lengths(List<Double> dash) {
    double[] lengths = new double[dash.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dash.get(i);
    }
    return lengths;
  }

  private javafx.scene.paint.Color paint(Color color) {
    javafx.scene.paint.Color known = paints.get(color);
    if (known == null) {
      known =
          javafx.scene.paint.Color.rgb(
              color.red(), color.green(), color.blue(), color.alpha() / 255.0);
      paints.put(color, known);
    }
    return known;
  }
}
