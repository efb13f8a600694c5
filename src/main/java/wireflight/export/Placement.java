package wireflight.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Item;

/**
 * Moves and scales items: x becomes scale x + dx, and everything with it.
 *
 * @param scale above 0
 */
record Placement(double scale, double dx, double dy) {
  List<Item> of(List<Item> items) {
    return items.stream().map(this::of).toList();
  }

  private Item of(Item item) {
    return switch (item) {
      case Item.Line(double x1, double y1, double x2, double y2, Item.Stroke stroke) ->
          new Item.Line(x(x1), y(y1), x(x2), y(y2), stroke(stroke));
      case Item.Rectangle box ->
          new Item.Rectangle(
              x(box.x()),
              y(box.y()),
              scale * box.width(),
              scale * box.height(),
              scale * box.radius(),
              box.fill(),
              outline(box.stroke()));
      case Item.Ellipse ring ->
          new Item.Ellipse(
              x(ring.centreX()),
              y(ring.centreY()),
              scale * ring.radiusX(),
              scale * ring.radiusY(),
              ring.fill(),
              outline(ring.stroke()));
      case Item.Polygon polygon ->
          new Item.Polygon(
              polygon.points().stream().map(p -> new Item.Point(x(p.x()), y(p.y()))).toList(),
              polygon.fill(),
              outline(polygon.stroke()));
      case Item.Path path ->
          new Item.Path(
              path.steps().stream().map(this::of).toList(), path.fill(), outline(path.stroke()));
      case Item.Text text ->
          new Item.Text(
              x(text.x()),
              y(text.y()),
              text.text(),
              text.face(),
              scale * text.size(),
              text.color(),
              text.anchor(),
              scale * text.advance());
      case Item.Group(String name, String description, List<Item> items) ->
          new Item.Group(name, description, of(items));
    };
  }

  private Item.Step of(Item.Step step) {
    return switch (step) {
      case Item.Step.Move(double x, double y) -> new Item.Step.Move(x(x), y(y));
      case Item.Step.To(double x, double y) -> new Item.Step.To(x(x), y(y));
      case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
          new Item.Step.Curve(x(x1), y(y1), x(x2), y(y2), x(x), y(y));
      case Item.Step.Close close -> close;
    };
  }

  private Item.@Nullable Stroke outline(Item.@Nullable Stroke stroke) {
    return stroke == null ? null : stroke(stroke);
  }

  private Item.Stroke stroke(Item.Stroke stroke) {
    return new Item.Stroke(
        stroke.color(),
        scale * stroke.width(),
        stroke.dash().stream().map(length -> scale * length).toList());
  }

  private double x(double x) {
    return scale * x + dx;
  }

  private double y(double y) {
    return scale * y + dy;
  }
}
