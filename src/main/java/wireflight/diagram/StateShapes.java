package wireflight.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wireflight.connection.TcpState;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/** Draws the states, the transitions, and the tokens of both ends with their ways. */
final class StateShapes {
  private static final double NAME = 14;
  private static final double LABEL = 12.5;
  private static final double LINE = 15;
  private static final double NUMBER = 12;

  private final Sheet sheet;
  private final double left;
  private final double top;

  /**
   * An end and where it stands.
   *
   * @param row up to which its way is shown
   * @param node it stands on; -1 for none
   */
  record Standing(StateToken token, int row, int node) {}

  private record Way(Map<StateChart.Edge, Integer> numbers, Set<StateChart.Edge> last) {}

  StateShapes(Sheet sheet, double left, double top) {
    this.sheet = sheet;
    this.left = left;
    this.top = top;
  }

  void draw(List<Standing> ends) {
    Set<Integer> visited = new HashSet<>();
    Map<Boolean, Way> ways = new HashMap<>();
    for (Standing end : ends) {
      ways.put(end.token().client(), way(end, visited));
    }
    for (StateChart.Edge edge : StateChart.EDGES) {
      boolean taken = ways.values().stream().anyMatch(way -> way.numbers.containsKey(edge));
      boolean last = ways.values().stream().anyMatch(way -> way.last.contains(edge));
      edge(edge, taken, last);
    }
    for (Standing end : ends) {
      resets(end);
    }
    for (int node = 0; node < StateChart.NODES.size(); node++) {
      node(node, visited.contains(node), ends);
    }
    for (StateChart.Edge edge : StateChart.EDGES) {
      numbers(edge, ways);
    }
    for (Standing end : ends) {
      if (end.node() >= 0) {
        token(end);
      }
    }
  }

  private static Way way(Standing end, Set<Integer> visited) {
    Map<StateChart.Edge, Integer> numbers = new HashMap<>();
    Set<StateChart.Edge> last = new HashSet<>();
    int count = end.token().path().upTo(end.row());
    int number = 0;
    if (end.node() >= 0 && end.token().path().start() >= 0) {
      visited.add(end.token().path().start());
    }
    for (int i = 0; i < count; i++) {
      StatePath.Move move = end.token().path().moves().get(i);
      last.clear();
      for (StateChart.Edge edge :
          move.reset() ? List.<StateChart.Edge>of() : StateChart.way(move.from(), move.to())) {
        numbers.put(edge, ++number);
        last.add(edge);
        visited.add(edge.from());
        visited.add(edge.to());
      }
      visited.add(move.to());
    }
    return new Way(numbers, last);
  }

  private double x(double units) {
    return left + sheet.of(units);
  }

  private double y(double units) {
    return top + sheet.of(units);
  }

  private void edge(StateChart.Edge edge, boolean taken, boolean last) {
    Palette palette = sheet.palette;
    Color color = last ? palette.accent() : taken ? palette.text() : palette.lifeline();
    double width = last ? 2.6 : taken ? 2 : 1.2;
    course(edge.course(), color, width, List.of());
    boolean two = !edge.action().isEmpty();
    // Around a level line the event stands above and the action below.
    boolean split = edge.course().y1() == edge.course().y2() && edge.y() == edge.course().y1();
    double half = sheet.of(split ? LINE - 1 : LINE / 2);
    double middle = y(edge.y());
    Color text = taken ? palette.text() : palette.mutedText();
    sheet.text(
        x(edge.x()),
        two ? middle - half : middle,
        edge.event(),
        taken ? Face.SEMIBOLD : Face.REGULAR,
        LABEL,
        text,
        edge.anchor());
    if (two) {
      sheet.text(
          x(edge.x()), middle + half, edge.action(), Face.REGULAR, LABEL, text, edge.anchor());
    }
  }

  private void course(StateChart.Course course, Color color, double width, List<Double> dash) {
    double dx = course.x2() - course.cx2();
    double dy = course.y2() - course.cy2();
    double length = Math.hypot(dx, dy);
    // The line ends within the head, so that the tip stays sharp.
    double endX = course.x2() - 6 * dx / length;
    double endY = course.y2() - 6 * dy / length;
    Item.Path path =
        new Item.Path(
            List.of(
                new Item.Step.Move(x(course.x1()), y(course.y1())),
                new Item.Step.Curve(
                    x(course.cx1()),
                    y(course.cy1()),
                    x(course.cx2()),
                    y(course.cy2()),
                    x(endX),
                    y(endY))),
            null,
            new Stroke(color, sheet.of(width), dash));
    sheet.add(path);
    sheet.arrowhead(x(endX - dx), y(endY - dy), x(course.x2()), y(course.y2()), color);
  }

  /** Resets lead to CLOSED from anywhere; the figure leaves them out, so they are dashed. */
  private void resets(Standing end) {
    int count = end.token().path().upTo(end.row());
    for (int i = 0; i < count; i++) {
      StatePath.Move move = end.token().path().moves().get(i);
      if (move.reset()) {
        List<Double> dash = List.of(sheet.of(6), sheet.of(4));
        course(StateChart.reset(move.from()), sheet.palette.error(), 2, dash);
      }
    }
  }

  private void node(int index, boolean visited, List<Standing> ends) {
    StateChart.Node node = StateChart.NODES.get(index);
    Palette palette = sheet.palette;
    boolean present = ends.stream().anyMatch(end -> end.node() == index);
    TcpState state = node.state();
    Color strong = StateInk.strong(state, palette);
    Color fill = present ? strong : visited ? StateInk.soft(state, palette) : palette.canvas();
    Stroke outline = new Stroke(visited || present ? strong : palette.border(), sheet.of(1.4));
    double halfWidth = sheet.of(StateChart.HALF_WIDTH);
    double halfHeight = sheet.of(StateChart.HALF_HEIGHT);
    sheet.group(
        "state-" + index,
        -1,
        present
            ? sheet.texts.get("states.present", state.rfcName())
            : visited ? sheet.texts.get("states.passed", state.rfcName()) : state.rfcName(),
        () -> {
          sheet.box(
              x(node.x()) - halfWidth,
              y(node.y()) - halfHeight,
              2 * halfWidth,
              2 * halfHeight,
              10,
              fill,
              outline);
          Color text = present ? palette.onSolid() : visited ? strong : palette.mutedText();
          sheet.text(
              x(node.x()), y(node.y()), state.rfcName(), Face.BOLD, NAME, text, Anchor.MIDDLE);
        });
  }

  /** In which order the transitions were made, on their lines. */
  private void numbers(StateChart.Edge edge, Map<Boolean, Way> ways) {
    Integer client = ways.getOrDefault(true, NONE).numbers.get(edge);
    Integer server = ways.getOrDefault(false, NONE).numbers.get(edge);
    if (client != null) {
      number(edge.course(), server == null ? 0.5 : 0.36, client, true);
    }
    if (server != null) {
      number(edge.course(), client == null ? 0.5 : 0.64, server, false);
    }
  }

  private static final Way NONE = new Way(Map.of(), Set.of());

  private void number(StateChart.Course course, double part, int number, boolean client) {
    Item.Point at = at(course, part);
    Palette palette = sheet.palette;
    Stroke outline = new Stroke(palette.text(), sheet.of(1.4));
    mark(at.x(), at.y(), 9.5, client, palette.canvas(), outline);
    String text = String.valueOf(number);
    sheet.text(at.x(), at.y(), text, Face.BOLD, NUMBER, palette.text(), Anchor.MIDDLE);
  }

  private Item.Point at(StateChart.Course c, double part) {
    double rest = 1 - part;
    double a = rest * rest * rest;
    double b = 3 * rest * rest * part;
    double d = 3 * rest * part * part;
    double e = part * part * part;
    return new Item.Point(
        x(a * c.x1() + b * c.cx1() + d * c.cx2() + e * c.x2()),
        y(a * c.y1() + b * c.cy1() + d * c.cy2() + e * c.y2()));
  }

  private void token(Standing end) {
    StateChart.Node node = StateChart.NODES.get(end.node());
    boolean client = end.token().client();
    double side = client ? -StateChart.HALF_WIDTH : StateChart.HALF_WIDTH;
    Palette palette = sheet.palette;
    sheet.group(
        client ? "token-client" : "token-server",
        -1,
        sheet.texts.get("state.end", end.token().name(), node.state().rfcName()),
        () ->
            mark(
                x(node.x() + side),
                y(node.y()),
                12,
                client,
                palette.text(),
                new Stroke(palette.canvas(), sheet.of(2.5))));
  }

  /** The shape of an end: a disc for the client, a diamond for the server. */
  private void mark(double x, double y, double radius, boolean client, Color fill, Stroke outline) {
    mark(sheet, x, y, radius, client, fill, outline);
  }

  static void mark(
      Sheet sheet, double x, double y, double radius, boolean client, Color fill, Stroke outline) {
    double r = sheet.of(radius);
    if (client) {
      sheet.add(new Item.Ellipse(x, y, r, r, fill, outline));
      return;
    }
    double arm = r * 1.24;
    sheet.add(
        new Item.Polygon(
            List.of(
                new Item.Point(x, y - arm),
                new Item.Point(x + arm, y),
                new Item.Point(x, y + arm),
                new Item.Point(x - arm, y)),
            fill,
            outline));
  }
}
