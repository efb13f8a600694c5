package wireflight.timeline;

import java.util.List;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.packet.SctpPacket;
import wireflight.trace.LessonStep;

/** Says what happens in a row and why, from its real numbers. */
final class Sentences {
  private final Analysis analysis;
  private final CallSentences callSentences;
  private final SegmentSentences segmentSentences;
  private final AssociationSentences associationSentences;
  private final DatagramSentences datagramSentences;
  private final ArrivalSentences arrivals;

  Sentences(
      Analysis analysis,
      List<Lifeline> lifelines,
      Flights flights,
      Calls calls,
      SocketLives lives,
      RowScan scan,
      Words words) {
    this.analysis = analysis;
    this.callSentences = new CallSentences(analysis.trace(), lives, calls, words);
    this.segmentSentences = new SegmentSentences(analysis, lifelines, flights, calls, scan, words);
    this.associationSentences = new AssociationSentences(analysis, lifelines, flights, scan, words);
    this.datagramSentences =
        new DatagramSentences(analysis, lifelines, flights, calls, scan, words);
    this.arrivals = new ArrivalSentences(analysis, lifelines, flights, scan, words);
  }

  String of(int row, StepKind kind) {
    return switch (kind) {
      case PACKET, DEPARTURE -> packet(row);
      case ARRIVAL -> arrivals.of(row);
      case CALL_ENTERED -> callSentences.entered(row);
      case CALL, CALL_RETURNED, LISTENING -> callSentences.returned(row);
      case NARRATION ->
          analysis.trace().event(row) instanceof LessonStep step
              ? PlainText.ofMarkdown(LessonTexts.in(analysis.language(), step.narration()))
              : "";
    };
  }

  private String packet(int row) {
    return analysis
        .segment(row)
        .map(facts -> segmentSentences.of(row, facts))
        .or(() -> association(row))
        .orElseGet(() -> datagramSentences.of(row));
  }

  private Optional<String> association(int row) {
    return analysis.packet(row) instanceof SctpPacket packet
        ? analysis.association(row).map(facts -> associationSentences.of(row, packet, facts))
        : Optional.empty();
  }
}
