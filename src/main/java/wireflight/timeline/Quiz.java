package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.connection.SegmentFacts;
import wireflight.connection.TcpState;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/**
 * Asks about packets before they are shown: which comes next, with which numbers, and which state
 * it leads to.
 *
 * <p>What is asked of a step never changes, and asking goes through the kinds of question in turn
 * as far as the packet allows them. Immutable; any thread may use it.
 */
public final class Quiz {
  private final Analysis analysis;
  private final Timeline timeline;

  /**
   * A quiz about what a timeline steps through.
   *
   * @param analysis of the recording that the timeline was made from
   */
  public Quiz(Analysis analysis, Timeline timeline) {
    this.analysis = analysis;
    this.timeline = timeline;
  }

  /** The question about a step (1 to the timeline's number); empty where it shows no packet. */
  public Optional<Question> of(int step) {
    if (step < 1 || step > timeline.steps() || !timeline.kindOf(step).showsPacket()) {
      return Optional.empty();
    }
    int row = timeline.rowOf(step);
    for (Moment moment : timeline.momentsAt(row)) {
      if (moment instanceof Moment.Flight flight) {
        List<Question> possible = possible(flight, timeline.sentence(step));
        return Optional.of(possible.get(step % possible.size()));
      }
    }
    return Optional.empty();
  }

  private List<Question> possible(Moment.Flight flight, String reason) {
    List<Question> possible = new ArrayList<>();
    String from = timeline.lifelines().get(flight.from()).name();
    String to = timeline.lifelines().get(flight.to()).name();
    Optional<SegmentFacts> facts = analysis.segment(flight.row());
    if (facts.isEmpty() || !(analysis.packet(flight.row()) instanceof TcpSegment segment)) {
      String what =
          switch (flight.kind()) {
            case DATAGRAM -> Choices.DATAGRAM;
            case ERROR -> Choices.ERROR;
            case OPENING, DATA, ACKNOWLEDGMENT, CLOSING, RESET, OTHER -> flight.head();
          };
      possible.add(next(from, to, what, Choices.OTHERS, reason));
      return possible;
    }
    SegmentFacts segmentFacts = facts.get();
    possible.add(next(from, to, plain(segment), Choices.SEGMENTS, reason));
    states(flight).forEach(change -> possible.add(state(flight, change, from, reason)));
    if (segmentFacts.relativeSequence() > 0 && segmentFacts.length() > 0) {
      possible.add(
          question(
              Words.sentence(Words.the(from))
                  + " sends "
                  + Words.bytes(segmentFacts.length())
                  + " next. Which sequence number does the segment carry?",
              Choices.sequence(segmentFacts),
              reason));
    }
    if (segment.has(TcpFlags.ACK) && segmentFacts.relativeAcknowledgment() > 0) {
      possible.add(
          question(
              Words.sentence(Words.the(from))
                  + " acknowledges next. Which acknowledgment number does it send?",
              Choices.acknowledgment(segmentFacts),
              reason));
    }
    return possible;
  }

  private static Question next(
      String from, String to, String head, List<String> heads, String reason) {
    return question("What crosses the network next?", Choices.next(from, to, head, heads), reason);
  }

  private List<Moment.StateChange> states(Moment.Flight flight) {
    return timeline.momentsAt(flight.row()).stream()
        .filter(Moment.StateChange.class::isInstance)
        .map(Moment.StateChange.class::cast)
        .filter(change -> change.state() instanceof TcpState)
        .toList();
  }

  private Question state(
      Moment.Flight flight, Moment.StateChange change, String from, String reason) {
    String who = timeline.lifelines().get(change.lifeline()).name();
    String text =
        Words.sentence(Words.the(from))
            + " sends "
            + flight.head()
            + ". In which state is "
            + Words.the(who)
            + " after this packet?";
    return question(text, Choices.state((TcpState) change.state()), reason);
  }

  private static Question question(String text, Choices choices, String reason) {
    return new Question(text, choices.all(), choices.right(), reason);
  }

  /** The flags, and whether there is data, as one would say it before knowing how much. */
  private static String plain(TcpSegment segment) {
    String flags = FlightTexts.flags(segment);
    return segment.payloadLength() > 0 ? flags + Choices.WITH_DATA : flags;
  }
}
