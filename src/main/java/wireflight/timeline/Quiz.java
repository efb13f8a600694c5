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
  private final Words words;

  /**
   * A quiz about what a timeline steps through, in its language.
   *
   * @param analysis of the recording that the timeline was made from
   */
  public Quiz(Analysis analysis, Timeline timeline) {
    this.analysis = analysis;
    this.timeline = timeline;
    this.words = new Words(timeline.language());
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
            case DATAGRAM -> Choices.datagram(words);
            case ERROR -> Choices.error(words);
            case OPENING, DATA, ACKNOWLEDGMENT, CLOSING, RESET, OTHER -> flight.head();
          };
      possible.add(next(from, to, what, Choices.others(words), reason));
      return possible;
    }
    SegmentFacts segmentFacts = facts.get();
    possible.add(next(from, to, plain(segment), Choices.segments(words), reason));
    states(flight).forEach(change -> possible.add(state(flight, change, from, reason)));
    if (segmentFacts.relativeSequence() > 0 && segmentFacts.length() > 0) {
      possible.add(
          question(
              words.say("question.sequence", words.the(from), words.bytes(segmentFacts.length())),
              Choices.sequence(segmentFacts),
              reason));
    }
    if (segment.has(TcpFlags.ACK) && segmentFacts.relativeAcknowledgment() > 0) {
      possible.add(
          question(
              words.say("question.acknowledgment", words.the(from)),
              Choices.acknowledgment(segmentFacts),
              reason));
    }
    return possible;
  }

  private Question next(String from, String to, String head, List<String> heads, String reason) {
    Choices choices = Choices.next(from, to, head, heads);
    return question(words.say("question.next"), choices, reason);
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
    String text = words.say("question.state", words.the(from), flight.head(), words.the(who));
    return question(text, Choices.state((TcpState) change.state()), reason);
  }

  private static Question question(String text, Choices choices, String reason) {
    return new Question(text, choices.all(), choices.right(), reason);
  }

  /** The flags, and whether there is data, as one would say it before knowing how much. */
  private String plain(TcpSegment segment) {
    String flags = new FlightTexts(words).flags(segment);
    return segment.payloadLength() > 0 ? Choices.withData(flags, words) : flags;
  }
}
