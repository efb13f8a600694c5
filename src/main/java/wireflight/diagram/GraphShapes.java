package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/** Draws one graph: its grid, its layers and what their marks mean. */
final class GraphShapes {
  private static final double HEAD = 32;
  private static final double FOOT = 12;
  private static final double TITLE = 13.5;
  private static final double TEXT = 12.5;
  private static final double TICK = 12;
  private static final double APART = 25;

  private final Sheet sheet;
  private final Plot plot;
  private final Axis times;
  private final GraphMarks marks;

  /**
   * The shared axis of time.
   *
   * @param left where it begins
   * @param width of all of it
   * @param start its time at the left
   * @param span its nanoseconds
   * @param row the last row that is drawn
   */
  record Plot(double left, double width, long start, long span, int row) {
    double x(long time) {
      return left + (double) (time - start) / span * width;
    }
  }

  GraphShapes(Sheet sheet, Plot plot, Axis times) {
    this.sheet = sheet;
    this.plot = plot;
    this.times = times;
    this.marks = new GraphMarks(sheet);
  }

  void draw(Graph graph, int index, double top, double height) {
    double from = top + sheet.of(HEAD);
    double to = top + height - sheet.of(FOOT);
    int most = (int) Math.max(2, (to - from) / sheet.of(APART));
    Axis axis = Axis.of(graph.greatest(), most, graph.unit() == Graph.Unit.SEGMENTS);
    sheet.group(
        "graph-" + index,
        -1,
        graph.title(),
        () -> {
          grid(graph, axis, from, to);
          head(graph, top + sheet.of(14));
          for (Graph.Layer layer : graph.layers()) {
            if (!graph.isFarAbove(layer)) {
              layer(layer, axis, from, to);
            }
          }
        });
  }

  /** The moment of the playhead, in the plot of a graph. */
  void playhead(double x, double top, double height) {
    double from = top + sheet.of(HEAD - 4);
    sheet.line(x, from, x, top + height - sheet.of(FOOT), sheet.palette.accent(), 1.4);
  }

  private void grid(Graph graph, Axis axis, double from, double to) {
    Palette palette = sheet.palette;
    double right = plot.left() + plot.width();
    Color faint = palette.border().withAlpha(0.55);
    for (double tick : times.ticks()) {
      double x = plot.x(plot.start() + (long) tick);
      sheet.line(x, from, x, to, faint, 0.7);
    }
    for (double tick : axis.ticks()) {
      double y = y(tick, axis, from, to);
      sheet.line(plot.left(), y, right, y, tick == 0 ? palette.border() : faint, 0.9);
      sheet.text(
          plot.left() - sheet.of(8),
          y,
          axis.text(tick, graph.unit(), sheet.texts.locale()),
          Face.REGULAR,
          TICK,
          palette.mutedText(),
          Anchor.END);
    }
  }

  private static double y(double value, Axis axis, double from, double to) {
    return to - Math.clamp(value / axis.end(), 0, 1) * (to - from);
  }

  /** The title, and at the right what the marks mean, as far as there is room. */
  private void head(Graph graph, double middle) {
    Palette palette = sheet.palette;
    double x = plot.left() + plot.width();
    double room = plot.width() - sheet.width(graph.title(), Face.SEMIBOLD, TITLE) - sheet.of(20);
    String title = sheet.fit(graph.title(), Face.SEMIBOLD, TITLE, plot.width());
    sheet.text(plot.left(), middle, title, Face.SEMIBOLD, TITLE, palette.text(), Anchor.START);
    double used = 0;
    for (Graph.Layer layer : graph.layers().reversed()) {
      String name =
          graph.isFarAbove(layer) ? sheet.texts.get("graphs.farAbove", layer.name()) : layer.name();
      double wide = sheet.width(name, Face.REGULAR, TEXT) + sheet.of(40);
      if (layer.series().isEmpty() || used + wide > room) {
        continue;
      }
      used += wide;
      sheet.text(x, middle, name, Face.REGULAR, TEXT, palette.mutedText(), Anchor.END);
      marks.sample(layer, x - wide + sheet.of(16), middle);
      x -= wide;
    }
  }

  private void layer(Graph.Layer layer, Axis axis, double from, double to) {
    Series series = layer.series();
    int end = series.upTo(plot.row());
    Color ink = layer.ink().of(sheet.palette);
    switch (layer.mark()) {
      case STEPS -> steps(series, end, axis, from, to, new Stroke(ink, sheet.of(1.8)));
      case LIMIT -> {
        List<Double> dash = List.of(sheet.of(5), sheet.of(3));
        steps(series, end, axis, from, to, new Stroke(ink, sheet.of(1.4), dash));
      }
      case SEGMENT, AGAIN, SELECTIVE -> bars(layer, end, axis, from, to, ink);
      case DOTS -> {
        for (int i = 0; i < end; i++) {
          double x = plot.x(series.time(i));
          marks.dot(x, y(series.high(i), axis, from, to), ink);
          if (series.low(i) < series.high(i)) {
            marks.dot(x, y(series.low(i), axis, from, to), ink);
          }
        }
      }
      case COLUMNS -> {
        double wide = (double) layer.width() / plot.span() * plot.width();
        for (int i = 0; i < end; i++) {
          double x = plot.x(series.time(i));
          double room = Math.min(wide, plot.left() + plot.width() - x);
          double y = y(series.high(i), axis, from, to);
          if (room > 0) {
            sheet.box(x, y, room, to - y, 0, ink.withAlpha(0.45), new Stroke(ink, sheet.of(1)));
          }
        }
      }
    }
  }

  private void steps(Series series, int end, Axis axis, double from, double to, Stroke stroke) {
    if (end == 0) {
      return;
    }
    List<Item.Step> steps = new ArrayList<>();
    double y = y(series.low(0), axis, from, to);
    steps.add(new Item.Step.Move(plot.x(series.time(0)), y));
    for (int i = 0; i < end; i++) {
      double x = plot.x(series.time(i));
      steps.add(new Item.Step.To(x, y));
      if (series.low(i) < series.high(i)) {
        steps.add(new Item.Step.To(x, y(series.low(i), axis, from, to)));
        steps.add(new Item.Step.To(x, y(series.high(i), axis, from, to)));
      }
      y = y(series.last(i), axis, from, to);
      steps.add(new Item.Step.To(x, y));
    }
    sheet.add(new Item.Path(steps, null, stroke));
  }

  private void bars(Graph.Layer layer, int end, Axis axis, double from, double to, Color ink) {
    Series series = layer.series();
    double width =
        switch (layer.mark()) {
          case SEGMENT -> 2.4;
          case AGAIN -> 3;
          default -> 5;
        };
    for (int i = 0; i < end; i++) {
      double x = plot.x(series.time(i));
      double low = y(series.low(i), axis, from, to);
      double high = y(series.high(i), axis, from, to);
      // A small segment is still to be seen.
      double more = Math.max(0, sheet.of(5) - (low - high)) / 2;
      sheet.line(x, low + more, x, high - more, ink, width);
      if (layer.mark() == Graph.Mark.AGAIN) {
        marks.cross(x, (low + high) / 2, ink);
      }
    }
  }
}
