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

  ArrivalSentences(Analysis analysis, List<Lifeline> lifelines, Flights flights, RowScan scan) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.scan = scan;
  }

  String of(int row) {
    int departure = scan.flights.departureRow(row);
    Moment.Flight flight = flights.flight(departure);
    String to = Words.the(lifelines.get(flight.to()).name());
    long taken = analysis.trace().time(row) - flight.time();
    StringBuilder text = new StringBuilder();
    text.append(flight.head()).append(" arrives at ").append(to).append(" after ");
    text.append(Durations.text(taken)).append(" on the way.");
    if (flight.arrivalRow() != row) {
      text.append(" It is a copy of a packet that came before.");
    } else if (flight.lost()) {
      text.append(" Its checksum tells that it was damaged, and the kernel there throws it away.");
    }
    analysis.segment(row).ifPresent(facts -> segment(row, facts, to, text));
    return text.toString();
  }

  private void segment(int row, SegmentFacts facts, String to, StringBuilder text) {
    EndState before =
        facts.fromClient() ? scan.marks.serverBefore(row) : scan.marks.clientBefore(row);
    EndState after = facts.fromClient() ? facts.serverState() : facts.clientState();
    if (Flights.changes(before, after)) {
      text.append(' ').append(Words.sentence(to)).append(" is now in ");
      text.append(after.rfcName()).append('.');
    }
    if (facts.acknowledgmentRoundTrip() > 0) {
      text.append(" For ").append(to).append(" the round trip took ");
      text.append(Durations.text(facts.acknowledgmentRoundTrip())).append('.');
    }
    if (!facts.reason().isEmpty()) {
      text.append(' ').append(facts.reason());
    }
  }
}
