package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.connection.Connection;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/**
 * The numbers of a TCP connection beside the ladder, on the ladder's own axis of time: a column
 * each for congestion window and threshold, bytes in flight and the receiver's window, and the
 * round trip. Their heads say what they are at the playhead.
 *
 * <p>Of the connection in focus, or else of the one with the most data, in the direction in which
 * most went. Immutable; any thread may use it.
 */
final class Gauges {
  /** Nothing beside the ladder. */
  static final Gauges NONE = new Gauges("", List.of());

  private static final double COLUMN = 112;
  private static final double APART = 12;
  private static final double TEXT = 12.5;
  private static final double TICK = 12;
  private static final double LINE = 17;

  /** What is told of a number beside its curve, finer than the ticks of its axis. */
  private static final int FINE = 200;

  private final String of;
  private final List<Graph> graphs;

  private Gauges(String of, List<Graph> graphs) {
    this.of = of;
    this.graphs = graphs;
  }

  /** Of a subject; goes once through its connection's segments. */
  static Gauges of(Subject subject) {
    Connection connection = GraphList.chosen(subject);
    return connection == null
        ? NONE
        : new Gauges(connection.name(), GraphList.narrow(subject, connection));
  }

  /** The room that it takes, in design units. */
  double width() {
    return graphs.isEmpty() ? 0 : graphs.size() * (COLUMN + APART) + APART;
  }

  /** For one picture. */
  Shapes shapes(Sheet sheet, Scene scene, double pictureWidth) {
    return new Shapes(sheet, scene, pictureWidth);
  }

  /** Draws into one picture, at its right. */
  final class Shapes {
    private final Sheet sheet;
    private final Scene scene;
    private final double left;
    private final GraphMarks marks;

    private Shapes(Sheet sheet, Scene scene, double pictureWidth) {
      this.sheet = sheet;
      this.scene = scene;
      this.left = pictureWidth - sheet.of(width());
      this.marks = new GraphMarks(sheet);
    }

    private double left(int column) {
      return left + sheet.of(APART + column * (COLUMN + APART));
    }

    private static Axis axis(Graph graph) {
      return Axis.of(graph.greatest(), 2, graph.unit() == Graph.Unit.SEGMENTS);
    }

    private double x(int column, Axis axis, double value) {
      return left(column) + Math.clamp(value / axis.end(), 0, 1) * sheet.of(COLUMN);
    }

    /**
     * The curves, as far as the playhead has come; over whatever of the ladder lies there.
     *
     * @param playhead whether its line goes on across them
     */
    void draw(boolean playhead) {
      if (graphs.isEmpty()) {
        return;
      }
      Palette palette = sheet.palette;
      double top = scene.viewTop();
      double high = Math.max(0, scene.viewBottom() - top);
      sheet.box(left, top, sheet.of(width()), high, 0, palette.canvas(), null);
      sheet.line(left, top, left, top + high, palette.border(), 1);
      for (int column = 0; column < graphs.size(); column++) {
        Graph graph = graphs.get(column);
        Axis axis = axis(graph);
        for (double tick : axis.ticks()) {
          double x = x(column, axis, tick);
          Color ink = tick == 0 ? palette.border() : palette.border().withAlpha(0.55);
          sheet.line(x, top, x, top + high, ink, 0.9);
        }
        int at = column;
        sheet.group(
            "gauge-" + column,
            -1,
            of + ": " + graph.title(),
            () ->
                graph.layers().stream()
                    .filter(layer -> !graph.isFarAbove(layer))
                    .forEach(layer -> layer(layer, at, axis)));
      }
      double y = scene.playhead();
      if (playhead && y >= top && y <= scene.viewBottom()) {
        sheet.line(left, y, left + sheet.of(width()), y, palette.accent(), 1.2);
      }
    }

    private void layer(Graph.Layer layer, int column, Axis axis) {
      Color ink = layer.ink().of(sheet.palette);
      if (layer.mark() == Graph.Mark.DOTS) {
        Series series = layer.series();
        for (int i = 0; i < passed(series); i++) {
          double y = y(series, i);
          if (y >= scene.viewTop() && y <= scene.viewBottom()) {
            marks.dot(x(column, axis, series.high(i)), y, ink);
          }
        }
      } else {
        List<Double> dashes =
            layer.mark() == Graph.Mark.LIMIT ? List.of(sheet.of(5), sheet.of(3)) : List.of();
        steps(layer.series(), column, axis, new Stroke(ink, sheet.of(1.8), dashes));
      }
    }

    private void steps(Series series, int column, Axis axis, Stroke stroke) {
      List<Item.Step> steps = new ArrayList<>();
      double x = 0;
      int end = passed(series);
      for (int i = 0; i < end && (i == 0 || y(series, i) <= scene.viewBottom()); i++) {
        double y = y(series, i);
        double next = x(column, axis, series.last(i));
        if (y >= scene.viewTop()) {
          if (steps.isEmpty()) {
            boolean begins = i == 0;
            steps.add(new Item.Step.Move(begins ? next : x, begins ? y : scene.viewTop()));
          }
          steps.add(new Item.Step.To(i == 0 ? next : x, y));
          steps.add(new Item.Step.To(x(column, axis, series.low(i)), y));
          steps.add(new Item.Step.To(x(column, axis, series.high(i)), y));
          steps.add(new Item.Step.To(next, y));
        }
        x = next;
      }
      double bottom = Math.min(scene.playhead(), scene.viewBottom());
      if (end > 0 && bottom >= scene.viewTop()) {
        if (steps.isEmpty()) {
          steps.add(new Item.Step.Move(x, scene.viewTop()));
        }
        steps.add(new Item.Step.To(x, bottom));
        sheet.add(new Item.Path(steps, null, stroke));
      }
    }

    private double y(Series series, int column) {
      return scene.moment(series.time(column), series.row(column));
    }

    /** How many of a series' columns the playhead has come past. */
    private int passed(Series series) {
      int low = 0;
      int high = series.upTo(Integer.MAX_VALUE);
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (scene.passed(y(series, middle))) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /**
     * What stands above and below the curves: what each is and its value at the playhead, and the
     * axis.
     *
     * @param head where the ladder's heads end
     * @param foot where its footer begins
     */
    void frame(double head, double foot) {
      if (graphs.isEmpty()) {
        return;
      }
      Palette palette = sheet.palette;
      double wide = sheet.of(width());
      sheet.box(left, 0, wide, head, 0, palette.canvas(), null);
      sheet.line(left, 0, left, head, palette.border(), 1);
      String name = sheet.fit(of, Face.SEMIBOLD, TEXT, wide - sheet.of(2 * APART));
      double first = head - sheet.of(LINE) * 1.6 - sheet.of(4);
      sheet.text(
          left(0), first - sheet.of(LINE), name, Face.SEMIBOLD, TEXT, palette.text(), Anchor.START);
      for (int column = 0; column < graphs.size(); column++) {
        Graph graph = graphs.get(column);
        double middle = first;
        for (Graph.Layer layer : graph.layers().reversed()) {
          value(graph, layer, column, middle);
          middle += sheet.of(LINE);
        }
        Axis axis = axis(graph);
        double below = foot + sheet.of(12);
        double right = left(column) + sheet.of(COLUMN);
        String end = axis.text(axis.end(), graph.unit(), sheet.texts.locale());
        sheet.text(left(column), below, "0", Face.REGULAR, TICK, palette.mutedText(), Anchor.START);
        sheet.text(right, below, end, Face.REGULAR, TICK, palette.mutedText(), Anchor.END);
      }
    }

    private void value(Graph graph, Graph.Layer layer, int column, double middle) {
      Palette palette = sheet.palette;
      if (layer.series().isEmpty()) {
        return;
      }
      double x = left(column);
      marks.sample(layer, x, middle);
      int passed = passed(layer.series());
      String value = passed == 0 ? "–" : exactly(layer.series().last(passed - 1), graph.unit());
      double right = x + sheet.of(COLUMN);
      sheet.text(right, middle, value, Face.SEMIBOLD, TEXT, palette.text(), Anchor.END);
      double begin = x + sheet.of(GraphMarks.SAMPLE + 5);
      double room = right - sheet.width(value, Face.SEMIBOLD, TEXT) - sheet.of(5) - begin;
      String said = sheet.fit(layer.name(), Face.REGULAR, TEXT, room);
      sheet.text(begin, middle, said, Face.REGULAR, TEXT, palette.mutedText(), Anchor.START);
    }

    private String exactly(double value, Graph.Unit unit) {
      Axis axis = Axis.of(Math.max(1, value), FINE, unit != Graph.Unit.NANOSECONDS);
      return new Axis(Math.max(1, value), axis.step()).text(value, unit, sheet.texts.locale());
    }
  }
}
