package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.function.IntPredicate;
import wireflight.connection.Analysis;
import wireflight.diagram.Subject;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.trace.PcapCopy;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;

/** The part of a recording that a range of steps shows, as a recording of its own. */
final class RecordedPart {
  private RecordedPart() {}

  /** With its calls, lesson steps and samples between the packets. */
  static void pcapng(Subject subject, Range range, OutputStream out) throws IOException {
    TraceCopy.write(subject.analysis().trace(), wanted(subject, range), out);
  }

  /**
   * Nothing but its packets.
   *
   * @throws IOException if they do not all begin with the same kind of header
   */
  static void pcap(Subject subject, Range range, OutputStream out) throws IOException {
    PcapCopy.write(subject.analysis().trace(), wanted(subject, range), out);
  }

  /**
   * The rows of the steps and those between them; before the first step and after the last what
   * else there is. What departs within the range also arrives, if it did.
   */
  private static IntPredicate wanted(Subject subject, Range range) {
    Timeline timeline = subject.timeline();
    Analysis analysis = subject.analysis();
    Trace trace = analysis.trace();
    int first = range.from() == 1 ? 0 : timeline.rowOf(range.from());
    int end = range.to() == timeline.steps() ? trace.size() : timeline.rowOf(range.to()) + 1;
    BitSet rows = new BitSet(trace.size());
    rows.set(first, Math.max(first, end));
    for (int step = range.from(); step <= range.to() && step <= timeline.steps(); step++) {
      for (Moment moment : timeline.momentsAt(timeline.rowOf(step))) {
        if (moment instanceof Moment.Flight flight && flight.arrivalRow() >= 0) {
          rows.set(flight.arrivalRow());
        }
      }
    }
    int focus = subject.focus();
    return row ->
        rows.get(row) && (focus < 0 || !trace.isFrame(row) || analysis.isAbout(row, focus));
  }
}
