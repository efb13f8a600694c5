package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.ConnectionRows;
import wireflight.connection.TcpState;
import wireflight.connection.Vantage;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.timeline.Socket;

/**
 * The way of one end of a TCP connection through the state diagram.
 *
 * @param start the node it was first seen in; -1 where that is not known
 * @param moves from node to node, in time order
 */
record StatePath(int start, List<Move> moves) {
  StatePath {
    moves = List.copyOf(moves);
  }

  /**
   * A step of the way.
   *
   * @param row what brought it about
   * @param from index into the chart's nodes
   * @param to likewise
   * @param reset whether by a reset, which the chart does not show
   */
  record Move(int row, int from, int to, boolean reset) {}

  /**
   * The way of an end.
   *
   * @param seen where it is best seen from
   * @param listening the row from which on its address was open to connections; {@link
   *     Socket#NEVER} where no call tells
   */
  static StatePath of(
      Analysis analysis,
      ConnectionRows rows,
      Vantage seen,
      int connection,
      boolean client,
      int listening) {
    List<Move> moves = new ArrayList<>();
    boolean opening = analysis.connections().get(connection).openingSeen();
    boolean listens = !client && listening < analysis.connections().get(connection).firstRow();
    int closed = StateChart.node(TcpState.CLOSED);
    int open = StateChart.node(TcpState.LISTEN);
    int start = !opening ? -1 : client || listens ? closed : open;
    int at = start;
    if (listens && opening) {
      moves.add(new Move(listening, closed, open, false));
      at = open;
    }
    for (int packet = 0; packet < rows.count(seen.connection()); packet++) {
      int row = rows.row(seen.connection(), packet);
      if (!analysis.isSegment(row)) {
        continue;
      }
      TcpState now = seen.state(analysis, row);
      if (now == TcpState.UNKNOWN || at >= 0 && StateChart.NODES.get(at).state() == now) {
        continue;
      }
      boolean reset = isReset(analysis, row);
      if (reset && now == TcpState.CLOSED && at == open) {
        continue; // refused: nothing was open, or what listens goes on
      }
      int to = to(at, now, reset);
      if (at < 0) {
        start = to;
      } else {
        moves.add(new Move(row, at, to, reset && StateChart.edge(at, to) == null));
      }
      at = to;
    }
    return new StatePath(start, moves);
  }

  private static boolean isReset(Analysis analysis, int row) {
    return analysis.packet(row) instanceof TcpSegment segment && segment.has(TcpFlags.RST);
  }

  private static int to(int at, TcpState now, boolean reset) {
    if (now != TcpState.CLOSED || at < 0) {
      return StateChart.node(now);
    }
    return reset ? StateChart.resetTo(at) : StateChart.CLOSED_AGAIN;
  }

  /** How many moves there are up to a row. */
  int upTo(int row) {
    int count = 0;
    while (count < moves.size() && moves.get(count).row() <= row) {
      count++;
    }
    return count;
  }

  /** The node at a row; -1 where it is not known. */
  int at(int row, int first) {
    int count = upTo(row);
    return count > 0 ? moves.get(count - 1).to() : row >= first ? start : -1;
  }
}
