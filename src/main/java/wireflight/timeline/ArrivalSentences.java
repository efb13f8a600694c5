package wireflight.timeline;

import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.EndState;
import wireflight.connection.SegmentFacts;

/** Says what it means that a packet arrives, from what was measured at both ends. */
final class ArrivalSentences {
  private final Analysis analysis;
  private final List<Lifeline> lifelines;
  private final Flights flights;
  private final RowScan scan;
  private final Words words;

  ArrivalSentences(
      Analysis analysis, List<Lifeline> lifelines, Flights flights, RowScan scan, Words words) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.scan = scan;
    this.words = words;
  }

  String of(int row) {
    int departure = scan.flights.departureRow(row);
    Moment.Flight flight = flights.flight(departure);
    String to = words.the(lifelines.get(flight.to()).name());
    long taken = analysis.trace().time(row) - flight.time();
    StringBuilder text =
        new StringBuilder(words.get("arrival", flight.head(), to, words.time(taken)));
    if (flight.arrivalRow() != row) {
      text.append(' ').append(words.say("arrival.copy"));
    } else if (flight.lost()) {
      text.append(' ').append(words.say("arrival.damaged"));
    }
    analysis.segment(row).ifPresent(facts -> segment(row, facts, to, text));
    return text.toString();
  }

  private void segment(int row, SegmentFacts facts, String to, StringBuilder text) {
    EndState before =
        facts.fromClient() ? scan.marks.serverBefore(row) : scan.marks.clientBefore(row);
    EndState after = facts.fromClient() ? facts.serverState() : facts.clientState();
    if (Flights.changes(before, after)) {
      text.append(' ').append(words.say("arrival.state", to, after.rfcName()));
    }
    if (facts.acknowledgmentRoundTrip() > 0) {
      String taken = words.time(facts.acknowledgmentRoundTrip());
      text.append(' ').append(words.say("arrival.roundTrip", to, taken));
    }
    if (!facts.reason().isEmpty()) {
      text.append(' ').append(facts.reason());
    }
  }
}
