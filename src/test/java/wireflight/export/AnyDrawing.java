package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Point;
import wireflight.drawing.Item.Step;
import wireflight.drawing.Item.Stroke;

/** Drawings of all sorts of items, not all of them sensible. */
final class AnyDrawing {
  private AnyDrawing() {}

  static Arbitrary<Drawing> drawings() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 400),
            Arbitraries.doubles().between(0, 400),
            colors(),
            Arbitraries.strings(),
            items(2))
        .as(
            (width, height, background, text, items) ->
                new Drawing(width, height, background, text, text, items));
  }

  private static Arbitrary<List<Item>> items(int depth) {
    List<Arbitrary<Item>> kinds = new ArrayList<>();
    kinds.add(Combinators.combine(points(2), strokes()).as(AnyDrawing::line));
    kinds.add(Combinators.combine(points(2), fills(), outlines(), sizes()).as(AnyDrawing::box));
    kinds.add(Combinators.combine(points(2), fills(), outlines()).as(AnyDrawing::ellipse));
    kinds.add(
        Combinators.combine(points(0), fills(), outlines())
            .as((points, fill, stroke) -> new Item.Polygon(points, first(fill), first(stroke))));
    kinds.add(Combinators.combine(points(0), fills(), outlines()).as(AnyDrawing::path));
    kinds.add(
        Combinators.combine(
                points(1),
                Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.of(Samples.HOSTILE)),
                Arbitraries.of(Face.class),
                sizes(),
                colors(),
                Arbitraries.of(Anchor.class),
                sizes())
            .as(
                (at, text, face, size, color, anchor, advance) ->
                    new Item.Text(
                        at.getFirst().x(),
                        at.getFirst().y(),
                        text,
                        face,
                        size,
                        color,
                        anchor,
                        10 * advance)));
    if (depth > 0) {
      kinds.add(
          Combinators.combine(
                  Arbitraries.strings().ofMaxLength(5), Arbitraries.strings(), items(depth - 1))
              .as(Item.Group::new));
    }
    return Arbitraries.oneOf(kinds).list().ofMaxSize(5);
  }

  private static Item line(List<Point> p, Stroke stroke) {
    return new Item.Line(p.get(0).x(), p.get(0).y(), p.get(1).x(), p.get(1).y(), stroke);
  }

  private static Item box(List<Point> p, List<Color> fill, List<Stroke> stroke, double radius) {
    return new Item.Rectangle(
        p.get(0).x(), p.get(0).y(), p.get(1).x(), p.get(1).y(), radius, first(fill), first(stroke));
  }

  private static Item ellipse(List<Point> p, List<Color> fill, List<Stroke> stroke) {
    return new Item.Ellipse(
        p.get(0).x(),
        p.get(0).y(),
        Math.abs(p.get(1).x()),
        Math.abs(p.get(1).y()),
        first(fill),
        first(stroke));
  }

  private static Item path(List<Point> points, List<Color> fill, List<Stroke> stroke) {
    List<Step> steps = new ArrayList<>();
    for (Point p : points) {
      steps.add(
          switch (steps.size() % 5) {
            case 0 -> new Step.Move(p.x(), p.y());
            case 1, 3 -> new Step.To(p.x(), p.y());
            case 2 -> new Step.Curve(p.y(), p.x(), -p.x(), p.y(), p.x(), p.y());
            default -> new Step.Close();
          });
    }
    return new Item.Path(steps, first(fill), first(stroke));
  }

  private static <T> @Nullable T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private static Arbitrary<List<Point>> points(int least) {
    Arbitrary<Double> any =
        Arbitraries.frequencyOf(
            Tuple.of(30, Arbitraries.doubles().between(-500, 900)),
            Tuple.of(1, Arbitraries.of(Double.NaN, 1e30, -1e9)));
    return Combinators.combine(any, any)
        .as(Point::new)
        .list()
        .ofMinSize(least)
        .ofMaxSize(Math.max(least, 8));
  }

  private static Arbitrary<Double> sizes() {
    return Arbitraries.doubles().between(0, 40);
  }

  private static Arbitrary<Color> colors() {
    return Arbitraries.integers().map(Color::new);
  }

  private static Arbitrary<List<Color>> fills() {
    return colors().list().ofMaxSize(1);
  }

  private static Arbitrary<Stroke> strokes() {
    Arbitrary<List<Double>> dashes =
        Arbitraries.oneOf(
            Arbitraries.just(List.of()),
            Arbitraries.doubles().between(2, 20).list().ofMaxSize(3),
            Arbitraries.just(List.of(0.0, 0.0)),
            Arbitraries.just(List.of(-1.0, 3.0)));
    return Combinators.combine(colors(), Arbitraries.doubles().between(0, 9), dashes)
        .as(Stroke::new);
  }

  private static Arbitrary<List<Stroke>> outlines() {
    return strokes().list().ofMaxSize(1);
  }
}
