package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * What a playhead's position means for a picture of one instant: what has happened, and what is
 * happening.
 *
 * @param row the last row that is over; -1 before the first
 * @param flight the packet on its way, or the one that arrived last where nothing followed it; null
 *     where the step is another
 * @param fromClient whether that packet's sender is its connection's client
 * @param progress how far on its way it is, 0 to 1
 * @param calls that are under way, and the one that the step brought
 */
record Instant(
    int row,
    Moment.@Nullable Flight flight,
    boolean fromClient,
    double progress,
    List<Moment.Call> calls) {

  /** The instant of a position. */
  static Instant of(Timeline timeline, double position) {
    double at = Math.clamp(position, 0, timeline.steps());
    int done = (int) Math.floor(at);
    int step = (int) Math.ceil(at);
    int row = done == 0 ? -1 : timeline.rowOf(done);
    if (step == 0) {
      return new Instant(row, null, false, 0, List.of());
    }
    int latest = timeline.rowOf(step);
    Moment.Flight flight = null;
    List<Moment.Call> calls = new ArrayList<>();
    for (Moment moment : timeline.momentsBetween(step, step)) {
      if (moment instanceof Moment.Flight packet) {
        flight = packet;
      } else if (moment instanceof Moment.Call call && call.row() <= latest) {
        calls.add(call);
      }
    }
    boolean fromClient =
        flight != null && flight.from() == timeline.lifelineOf(flight.connection(), true);
    double progress = step == done ? 1 : at - done;
    return new Instant(row, flight, fromClient, progress, List.copyOf(calls));
  }

  /** The last row that an end of a connection knows of: what is under way has left its sender. */
  int row(int connection, boolean client) {
    boolean sends =
        flight != null
            && progress < 1
            && flight.connection() == connection
            && flight.kind() != Moment.Kind.ERROR
            && fromClient == client;
    return flight != null && sends ? flight.row() : row;
  }

  /** The last row of which something is to be seen: what is under way has begun. */
  int seen() {
    return flight == null ? row : Math.max(row, flight.row());
  }

  /** The flight if it belongs to a connection. */
  Moment.@Nullable Flight of(int connection) {
    return flight != null && flight.connection() == connection ? flight : null;
  }
}
