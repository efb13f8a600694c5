package wireflight.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.TcpState;
import wireflight.drawing.Item.Anchor;

/**
 * The state diagram of TCP (RFC 9293, section 3.3.2, figure 5) as it is laid out here: where the
 * eleven states stand, and how the transitions between them run. CLOSED stands twice, at the
 * beginning and at the end.
 *
 * <p>Lengths are design units from the chart's upper left.
 */
final class StateChart {
  static final double WIDTH = 900;
  static final double HEIGHT = 552;
  static final double HALF_WIDTH = 70;
  static final double HALF_HEIGHT = 17;

  private static final double LEFT = 130;
  private static final double MIDDLE = 450;
  private static final double RIGHT = 770;

  /** A state in its place; the last is CLOSED once more. */
  record Node(TcpState state, double x, double y) {}

  /**
   * A transition.
   *
   * @param from index into the nodes
   * @param to index into the nodes
   * @param course where it runs
   * @param event what brings it about
   * @param action what the end does then; empty for nothing
   * @param x where the label stands
   * @param y the middle of the label
   */
  record Edge(
      int from,
      int to,
      Course course,
      String event,
      String action,
      double x,
      double y,
      Anchor anchor) {}

  /** A cubic curve by its four points. */
  record Course(
      double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) {
    static Course line(double x1, double y1, double x2, double y2) {
      double third = 1.0 / 3;
      return new Course(
          x1,
          y1,
          x1 + (x2 - x1) * third,
          y1 + (y2 - y1) * third,
          x2 - (x2 - x1) * third,
          y2 - (y2 - y1) * third,
          x2,
          y2);
    }
  }

  private static final int CLOSED = 0;
  private static final int LISTEN = 1;
  private static final int SYN_RECEIVED = 2;
  private static final int SYN_SENT = 3;
  private static final int ESTABLISHED = 4;
  private static final int FIN_WAIT_1 = 5;
  private static final int CLOSE_WAIT = 6;
  private static final int FIN_WAIT_2 = 7;
  private static final int CLOSING = 8;
  private static final int LAST_ACK = 9;
  private static final int TIME_WAIT = 10;

  /** CLOSED at the end of a connection. */
  static final int CLOSED_AGAIN = 11;

  static final List<Node> NODES =
      List.of(
          new Node(TcpState.CLOSED, MIDDLE, 22),
          new Node(TcpState.LISTEN, MIDDLE, 100),
          new Node(TcpState.SYN_RECEIVED, LEFT, 184),
          new Node(TcpState.SYN_SENT, RIGHT, 184),
          new Node(TcpState.ESTABLISHED, MIDDLE, 272),
          new Node(TcpState.FIN_WAIT_1, LEFT, 356),
          new Node(TcpState.CLOSE_WAIT, RIGHT, 356),
          new Node(TcpState.FIN_WAIT_2, LEFT, 438),
          new Node(TcpState.CLOSING, MIDDLE, 438),
          new Node(TcpState.LAST_ACK, RIGHT, 438),
          new Node(TcpState.TIME_WAIT, MIDDLE, 516),
          new Node(TcpState.CLOSED, RIGHT, 516));

  static final List<Edge> EDGES =
      List.of(
          edge(
              CLOSED,
              LISTEN,
              Course.line(424, 39, 424, 83),
              "passive OPEN",
              "create TCB",
              408,
              61,
              Anchor.END),
          edge(
              LISTEN,
              CLOSED,
              Course.line(476, 83, 476, 39),
              "CLOSE",
              "delete TCB",
              492,
              61,
              Anchor.START),
          edge(
              CLOSED,
              SYN_SENT,
              new Course(520, 22, 700, 22, 800, 66, 800, 167),
              "active OPEN",
              "create TCB, snd SYN",
              752,
              28,
              Anchor.START),
          edge(
              SYN_SENT,
              CLOSED,
              new Course(745, 167, 745, 106, 640, 32, 520, 30),
              "CLOSE",
              "delete TCB",
              676,
              98,
              Anchor.END),
          edge(
              LISTEN,
              SYN_RECEIVED,
              new Course(420, 117, 400, 156, 300, 174, 200, 174),
              "rcv SYN",
              "snd SYN,ACK",
              300,
              136,
              Anchor.MIDDLE),
          edge(
              SYN_RECEIVED,
              LISTEN,
              new Course(130, 167, 130, 116, 250, 100, 380, 100),
              "rcv RST",
              "",
              176,
              92,
              Anchor.MIDDLE),
          edge(
              LISTEN,
              SYN_SENT,
              new Course(480, 117, 500, 156, 600, 174, 700, 174),
              "SEND",
              "snd SYN",
              590,
              138,
              Anchor.MIDDLE),
          edge(
              SYN_SENT,
              SYN_RECEIVED,
              Course.line(700, 186, 200, 186),
              "rcv SYN",
              "snd SYN,ACK",
              450,
              162,
              Anchor.MIDDLE),
          edge(
              SYN_RECEIVED,
              ESTABLISHED,
              new Course(200, 196, 320, 196, 418, 206, 425, 255),
              "rcv ACK of SYN",
              "",
              300,
              228,
              Anchor.MIDDLE),
          edge(
              SYN_SENT,
              ESTABLISHED,
              new Course(700, 196, 580, 196, 482, 206, 475, 255),
              "rcv SYN,ACK",
              "snd ACK",
              590,
              231,
              Anchor.MIDDLE),
          edge(
              SYN_RECEIVED,
              FIN_WAIT_1,
              Course.line(100, 201, 100, 339),
              "CLOSE",
              "snd FIN",
              116,
              270,
              Anchor.START),
          edge(
              ESTABLISHED,
              FIN_WAIT_1,
              new Course(425, 289, 418, 336, 300, 348, 200, 348),
              "CLOSE",
              "snd FIN",
              318,
              314,
              Anchor.MIDDLE),
          edge(
              ESTABLISHED,
              CLOSE_WAIT,
              new Course(475, 289, 482, 336, 600, 348, 700, 348),
              "rcv FIN",
              "snd ACK",
              582,
              314,
              Anchor.MIDDLE),
          edge(
              FIN_WAIT_1,
              FIN_WAIT_2,
              Course.line(100, 373, 100, 421),
              "rcv ACK of FIN",
              "",
              116,
              397,
              Anchor.START),
          edge(
              FIN_WAIT_1,
              CLOSING,
              new Course(200, 364, 330, 364, 440, 372, 445, 421),
              "rcv FIN",
              "snd ACK",
              392,
              402,
              Anchor.END),
          edge(
              FIN_WAIT_2,
              TIME_WAIT,
              new Course(130, 455, 130, 511, 250, 516, 380, 516),
              "rcv FIN",
              "snd ACK",
              238,
              482,
              Anchor.MIDDLE),
          edge(
              CLOSING,
              TIME_WAIT,
              Course.line(450, 455, 450, 499),
              "rcv ACK of FIN",
              "",
              466,
              477,
              Anchor.START),
          edge(
              CLOSE_WAIT,
              LAST_ACK,
              Course.line(770, 373, 770, 421),
              "CLOSE",
              "snd FIN",
              754,
              397,
              Anchor.END),
          edge(
              LAST_ACK,
              CLOSED_AGAIN,
              Course.line(770, 455, 770, 499),
              "rcv ACK of FIN",
              "",
              754,
              477,
              Anchor.END),
          edge(
              TIME_WAIT,
              CLOSED_AGAIN,
              Course.line(520, 516, 700, 516),
              "Timeout=2MSL",
              "delete TCB",
              610,
              516,
              Anchor.MIDDLE));

  private StateChart() {}

  private static Edge edge(
      int from,
      int to,
      Course course,
      String event,
      String action,
      double x,
      double y,
      Anchor anchor) {
    return new Edge(from, to, course, event, action, x, y, anchor);
  }

  /** The node of a state, of CLOSED the first. */
  static int node(TcpState state) {
    for (int i = 0; i < NODES.size(); i++) {
      if (NODES.get(i).state() == state) {
        return i;
      }
    }
    throw new IllegalArgumentException("not a state of the diagram: " + state);
  }

  /** The transition between two nodes; null where the diagram has none. */
  static @Nullable Edge edge(int from, int to) {
    for (Edge edge : EDGES) {
      if (edge.from == from && edge.to == to) {
        return edge;
      }
    }
    return null;
  }

  /**
   * The transitions that lead from a node to another, one or two: a segment may be two events at
   * once, as a FIN that acknowledges a FIN is (figure 5, note 2). Empty where none lead there.
   */
  static List<Edge> way(int from, int to) {
    Edge direct = edge(from, to);
    if (direct != null) {
      return List.of(direct);
    }
    for (Edge first : EDGES) {
      Edge second = first.from == from ? edge(first.to, to) : null;
      if (second != null) {
        return List.of(first, second);
      }
    }
    return List.of();
  }

  /** How a reset runs, which the figure leaves out: from a node to CLOSED. */
  static Course reset(int from) {
    Node node = NODES.get(from);
    if (node.x == LEFT) {
      return new Course(node.x - HALF_WIDTH, node.y, 0, node.y - 60, 90, 22, 380, 22);
    }
    if (from == SYN_SENT) {
      return new Course(745, 167, 745, 106, 640, 32, 520, 30);
    }
    double side = node.x + HALF_WIDTH;
    if (from == ESTABLISHED) {
      return new Course(side, node.y, 900, 200, 900, 440, 840, 510);
    }
    return node.x == MIDDLE
        ? new Course(side, node.y, 640, node.y, 620, 508, 700, 508)
        : new Course(side, node.y, 896, node.y, 896, 510, 840, 510);
  }

  /** Where a reset ends. */
  static int resetTo(int from) {
    return NODES.get(from).x == LEFT || from == SYN_SENT ? CLOSED : CLOSED_AGAIN;
  }
}
