package wireflight.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;
import wireflight.trace.Trace;

/**
 * Graphs of a TCP connection over time, one below the other on one axis: sequence numbers, bytes in
 * flight, round trips, the congestion window, throughput.
 *
 * <p>Of the connection that is in focus, or else of the one with the most data. Time is measured,
 * so pauses are as long as they were; a long idle end is left out. What lies after the playhead is
 * not drawn. Immutable; any thread may use it.
 */
public final class Graphs implements Diagram {
  private static final double TOP = 44;
  private static final double BOTTOM = 34;
  private static final double LEFT = 74;
  private static final double RIGHT = 26;
  private static final double LEAST_WIDTH = 420;
  private static final double TITLE = 15;
  private static final double TICK = 12.5;
  private static final double BETWEEN = 110;

  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final @Nullable Connection connection;
  private final long start;
  private final long span;
  private final List<Graph> graphs;

  /** Goes once through the connection's segments. */
  public Graphs(Subject subject, Typesetter type, DiagramStyle style) {
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    connection = GraphList.chosen(subject);
    if (connection == null) {
      start = 0;
      span = 1;
      graphs = List.of();
    } else {
      Trace trace = subject.analysis().trace();
      long first = trace.time(connection.firstRow());
      long last = trace.time(lastRow(subject, connection));
      boolean known = first != Trace.NO_TIME && last != Trace.NO_TIME;
      start = known ? first : 0;
      span = known ? Math.max(1000, last - first) : 1000;
      graphs = known ? GraphList.of(subject, connection, start, span) : List.of();
    }
  }

  /**
   * The row at which the axis ends: the connection's last, unless it idled for most of its time
   * after its last data; then soon after that.
   */
  private static int lastRow(Subject subject, Connection of) {
    Trace trace = subject.analysis().trace();
    ConnectionRows rows = subject.rows();
    int count = rows.count(of.index());
    int data = count - 1;
    while (data > 0 && subject.analysis().length(rows.row(of.index(), data)) <= 0) {
      data--;
    }
    long begin = trace.time(of.firstRow());
    long active = trace.time(rows.row(of.index(), data)) - begin;
    int end = data;
    while (end < count - 1 && trace.time(rows.row(of.index(), end + 1)) - begin <= 2 * active) {
      end++;
    }
    return rows.row(of.index(), active <= 0 ? count - 1 : end);
  }

  @Override
  public double contentWidth(double width) {
    return Math.max(width, LEAST_WIDTH * style.size());
  }

  @Override
  public double contentHeight(double width) {
    double height = TOP + BOTTOM;
    for (Graph graph : graphs) {
      height += graph.height();
    }
    return height * style.size();
  }

  @Override
  public double heading() {
    return TOP * style.size();
  }

  @Override
  public double footing() {
    return BOTTOM * style.size();
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    Connection of = connection;
    double width = contentWidth(view.width());
    if (of == null || graphs.isEmpty()) {
      nothing(sheet, view);
    } else {
      long time = time(position);
      GraphShapes.Plot plot =
          new GraphShapes.Plot(
              sheet.of(LEFT) - view.scrollX(),
              width - sheet.of(LEFT + RIGHT),
              start,
              span,
              Instant.of(timeline, position).seen());
      double bottom = view.height() - sheet.of(BOTTOM);
      Axis axis = Axis.ending((double) span, (int) Math.max(1, plot.width() / sheet.of(BETWEEN)));
      double y = sheet.of(TOP) - view.scrollY();
      for (int i = 0; i < graphs.size(); i++) {
        Graph graph = graphs.get(i);
        double high = sheet.of(graph.height());
        if (y + high > 0 && y < bottom) {
          new GraphShapes(sheet, plot, axis).draw(graph, i, y, high);
        }
        y += high;
      }
      playhead(sheet, plot, axis, view, time);
      header(sheet, of, view, time);
      times(sheet, plot, axis, view, bottom);
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            sheet.texts.get("graphs.title"),
            sheet.texts.get("graphs.described", graphs.size()),
            sheet.items());
    return new Picture(drawing, sheet.regions(), width, contentHeight(view.width()));
  }

  private long time(double position) {
    double at = Math.clamp(position, 0, timeline.steps());
    int before = (int) Math.floor(at);
    int after = Math.min(before + 1, timeline.steps());
    long pause = timeline.timeOf(after) - timeline.timeOf(before);
    return timeline.timeOf(before) + Math.round((at - before) * pause);
  }

  private void playhead(Sheet sheet, GraphShapes.Plot plot, Axis axis, Viewport view, long time) {
    if (time < start || time > start + span) {
      return;
    }
    String described = sheet.texts.get("graphs.playhead", sheet.duration(time - start));
    GraphShapes shapes = new GraphShapes(sheet, plot, axis);
    sheet.group(
        "playhead",
        -1,
        described,
        () -> {
          double y = sheet.of(TOP) - view.scrollY();
          for (Graph graph : graphs) {
            double high = sheet.of(graph.height());
            shapes.playhead(plot.x(time), y, high);
            y += high;
          }
        });
  }

  private void header(Sheet sheet, Connection of, Viewport view, long time) {
    Palette palette = style.palette();
    sheet.box(0, 0, view.width(), sheet.of(TOP - 6), 0, palette.canvas(), null);
    String at = sheet.duration(Math.clamp(time - start, 0, span));
    double right = view.width() - sheet.of(RIGHT);
    double middle = sheet.of(20);
    sheet.text(right, middle, at, Face.SEMIBOLD, TITLE, palette.accent(), Anchor.END);
    double room = right - sheet.width(at, Face.SEMIBOLD, TITLE) - sheet.of(40);
    String name =
        sheet.texts.get("graphs.head", of.name(), of.client().toString(), of.server().toString());
    sheet.text(
        sheet.of(16),
        middle,
        sheet.fit(name, Face.BOLD, TITLE, room),
        Face.BOLD,
        TITLE,
        palette.text(),
        Anchor.START);
  }

  private void times(Sheet sheet, GraphShapes.Plot plot, Axis axis, Viewport view, double bottom) {
    Palette palette = style.palette();
    sheet.box(0, bottom, view.width(), sheet.of(BOTTOM), 0, palette.canvas(), null);
    double middle = bottom + sheet.of(16);
    for (double tick : axis.ticks()) {
      double x = plot.x(start + (long) tick);
      String text = axis.text(tick, Graph.Unit.NANOSECONDS, sheet.texts.locale());
      double half = sheet.width(text, Face.REGULAR, TICK) / 2;
      sheet.line(x, bottom, x, bottom + sheet.of(5), palette.border(), 1);
      if (x - half > 0 && x + half < view.width()) {
        sheet.text(x, middle, text, Face.REGULAR, TICK, palette.mutedText(), Anchor.MIDDLE);
      }
    }
  }

  private void nothing(Sheet sheet, Viewport view) {
    sheet.alone(view, sheet.texts.get(connection == null ? "graphs.none" : "graphs.noData"));
  }
}
