package wireflight.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** A recording of what went over a wire, and what follows from it. */
record SeenOnWire(Trace trace, Analysis analysis, Timeline timeline) {

  static SeenOnWire of(Trace trace) {
    Analysis analysis = Analyzer.analyze(trace);
    return new SeenOnWire(trace, analysis, TimelineBuilder.build(analysis));
  }

  /** The recording of a lesson that ships. */
  static SeenOnWire shipped(String lesson) throws IOException {
    return of(Recording.open(Path.of("assets/recordings", lesson + ".pcapng")));
  }

  /** The one that ships, and one made now where there can be a wire. */
  static Stream<SeenOnWire> recordings(String lesson) throws IOException {
    List<SeenOnWire> all = new ArrayList<>(List.of(shipped(lesson)));
    if (WorkersWire.isPossible()) {
      all.add(of(RecordedRun.shared(lesson).trace()));
    }
    return all.stream();
  }

  List<Moment.Flight> flights(Predicate<Moment.Flight> which) {
    return timeline.momentsBetween(1, timeline.steps()).stream()
        .filter(Moment.Flight.class::isInstance)
        .map(Moment.Flight.class::cast)
        .filter(which)
        .toList();
  }

  List<Moment.Flight> data() {
    return flights(flight -> flight.kind() == Moment.Kind.DATA);
  }

  List<Moment.Flight> lost() {
    return flights(Moment.Flight::lost);
  }

  /** The socket calls, in the order of the timeline. */
  Stream<Moment.Call> calls() {
    return timeline.momentsBetween(1, timeline.steps()).stream()
        .filter(Moment.Call.class::isInstance)
        .map(Moment.Call.class::cast);
  }
}
