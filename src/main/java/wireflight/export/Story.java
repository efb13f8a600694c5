package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Visible;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * What happens in some steps, in words: what the formats that are text have in common.
 *
 * @param lifelines the sockets, left to right
 * @param events in the order in which they happened
 */
record Story(List<Lifeline> lifelines, List<Event> events) {
  /** Something that happened; every text is {@link Visible}. */
  sealed interface Event {}

  /**
   * A packet.
   *
   * @param from index of the sender
   * @param to index of the receiver, which may be the sender
   * @param text its label on one line
   * @param note what the analysis adds; empty for nothing
   */
  record Message(int from, int to, String text, String note, boolean lost) implements Event {
    /** Label and note. */
    String all() {
      return note.isEmpty() ? text : text + " (" + note + ")";
    }
  }

  /** A socket call, with what it gave. */
  record Called(int lifeline, String text) implements Event {}

  /** A state that one end came into. */
  record State(int lifeline, String name) implements Event {}

  /** The story of some steps. */
  static Story of(Timeline timeline, Range range) {
    List<Event> events = new ArrayList<>();
    if (range.size() > 0) {
      int before = range.from() > 1 ? timeline.rowOf(range.from() - 1) : -1;
      for (Moment moment : timeline.momentsBetween(range.from(), range.to())) {
        if (moment.row() > before) {
          add(moment, events);
        }
      }
    }
    return new Story(timeline.lifelines(), events);
  }

  private static void add(Moment moment, List<Event> events) {
    switch (moment) {
      case Moment.Flight flight ->
          events.add(
              new Message(
                  flight.from(),
                  flight.to(),
                  Visible.of(flight.label()),
                  Visible.of(flight.note()),
                  flight.lost()));
      case Moment.Call call ->
          events.add(
              new Called(
                  call.lifeline(), Visible.of((call.text() + " " + call.outcome()).strip())));
      case Moment.StateChange change ->
          events.add(new State(change.lifeline(), change.state().rfcName()));
      case Moment.Narration narration -> {}
    }
  }

  /** A lifeline's address and service. */
  static String address(Lifeline lifeline) {
    String service = lifeline.service().isEmpty() ? "" : " (" + lifeline.service() + ")";
    return Visible.of(lifeline.address() + service);
  }
}
