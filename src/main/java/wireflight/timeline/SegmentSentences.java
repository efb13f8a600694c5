package wireflight.timeline;

import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Correction;
import wireflight.connection.SegmentFacts;
import wireflight.connection.TcpState;
import wireflight.connection.Verdict;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;

/** Says what a TCP segment does (RFC 9293), in its real numbers. */
final class SegmentSentences {
  private final Analysis analysis;
  private final List<Lifeline> lifelines;
  private final Flights flights;
  private final Calls calls;
  private final RowScan scan;
  private final Words words;
  private final FlightTexts texts;

  SegmentSentences(
      Analysis analysis,
      List<Lifeline> lifelines,
      Flights flights,
      Calls calls,
      RowScan scan,
      Words words) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.calls = calls;
    this.scan = scan;
    this.words = words;
    this.texts = new FlightTexts(words);
  }

  String of(int row, SegmentFacts facts) {
    if (!(analysis.packet(row) instanceof TcpSegment segment)) {
      return facts.reason();
    }
    Moment.Flight flight = flights.flight(row);
    String from = words.the(lifelines.get(flight.from()).name());
    String to = words.the(lifelines.get(flight.to()).name());
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.RST)) {
      text.append(reset(row, facts, segment, from, to));
    } else if (segment.has(TcpFlags.SYN | TcpFlags.ACK)) {
      text.append(agreement(facts, segment, from));
    } else if (segment.has(TcpFlags.SYN)) {
      text.append(opening(segment, from, to));
    } else if (isProbe(facts)) {
      text.append(words.say("segment.probe", from, to));
    } else {
      boolean cut = scan.pieces.first(row) >= 0;
      if (facts.length() > 0 && !cut) {
        text.append(data(facts, from, to)).append(reading(flight, to));
      }
      if (segment.has(TcpFlags.FIN)) {
        text.append(text.isEmpty() ? "" : " ").append(closing(facts, from, to));
      }
      if (cut) {
        text.append(text.isEmpty() ? "" : " ").append(cut(row, segment, from));
      } else if (text.isEmpty()) {
        text.append(acknowledgment(row, facts, from, to));
      }
    }
    String reason = analysis.correction(row).map(this::better).orElse(facts.reason());
    if (!reason.isEmpty()) {
      text.append(' ').append(reason);
    }
    long timer = scan.flights.timer(row);
    if (timer > 0) {
      text.append(' ').append(words.say("segment.timer", words.time(timer)));
    }
    text.append(OpeningSentences.of(segment, facts, from, to, words));
    text.append(CongestionSentences.of(segment, from, to, words));
    if (flight.lost()) {
      text.append(flight.measured() ? lost(flight) : loss(row, facts, segment, to));
    }
    if (scan.flights.heldPacket(row) > 0) {
      text.append(' ').append(words.say("segment.held"));
    }
    return text.toString();
  }

  private String loss(int row, SegmentFacts facts, TcpSegment segment, String to) {
    // RFC 9293, section 3.4: what takes no sequence number is neither acknowledged nor sent again.
    boolean takesNumbers =
        facts.length() > 0 || segment.has(TcpFlags.SYN) || segment.has(TcpFlags.FIN);
    String again = takesNumbers ? " " + words.say("packet.again") : "";
    return flights.discarded(row) ? " " + words.say("packet.discarded", to) + again : again;
  }

  private String lost(Moment.Flight flight) {
    return " " + words.say("segment.lost", flight.note());
  }

  /** How much data a segment has that was cut up, its first piece does not tell. */
  private String cut(int row, TcpSegment segment, String from) {
    String key = segment.ip().moreFragments() ? "segment.cut" : "segment.cut.tunnel";
    return words.say(key, from, scan.pieces.frames(row));
  }

  private String better(Correction correction) {
    return correction.reason() + " " + words.say("segment.called", texts.name(correction.called()));
  }

  private static boolean isProbe(SegmentFacts facts) {
    return facts.verdicts().contains(Verdict.KEEP_ALIVE)
        || facts.verdicts().contains(Verdict.ZERO_WINDOW_PROBE);
  }

  // RFC 9293, section 3.4: the SYN itself takes one sequence number.
  private String opening(TcpSegment segment, String from, String to) {
    String asks = words.say("segment.opening", from, to, initial(segment));
    int most = segment.options().maximumSegmentSize();
    return most < 0 ? asks : asks + " " + words.say("segment.opening.size", words.bytes(most));
  }

  private String agreement(SegmentFacts facts, TcpSegment segment, String from) {
    String next = Words.plain(facts.relativeAcknowledgment());
    return words.say("segment.agreement", from, next, initial(segment));
  }

  private static String initial(TcpSegment segment) {
    return Words.plain(SequenceNumber.unsigned(segment.sequenceNumber()));
  }

  private String data(SegmentFacts facts, String from, String to) {
    long first = facts.relativeSequence();
    long next = first + facts.length();
    boolean again =
        analysis
            .correction(facts.row())
            .map(better -> better.truth() == Correction.Truth.RETRANSMISSION)
            .orElse(facts.verdicts().contains(Verdict.RETRANSMISSION));
    return words.say(
        (again ? "segment.data.again" : "segment.data") + (facts.length() == 1 ? ".one" : ""),
        from,
        to,
        words.bytes(facts.length()),
        Words.plain(first),
        Words.plain(next - 1),
        Words.plain(next));
  }

  private String reading(Moment.Flight flight, String to) {
    return calls.inProgress(flight.row(), flight.to(), "recv") >= 0
        ? " " + words.say("segment.reading", to)
        : "";
  }

  private String closing(SegmentFacts facts, String from, String to) {
    long number = facts.relativeSequence() + facts.length();
    boolean second = otherEnd(facts) == TcpState.TIME_WAIT || thisEnd(facts) == TcpState.LAST_ACK;
    String key = second ? "segment.closing.second" : "segment.closing";
    return words.say(key, from, to, Words.plain(number), Words.plain(number + 1));
  }

  private String acknowledgment(int row, SegmentFacts facts, String from, String to) {
    long number = facts.relativeAcknowledgment();
    String next = Words.plain(number);
    if (thisEndBefore(row, facts) == TcpState.SYN_SENT && thisEnd(facts) == TcpState.ESTABLISHED
        || otherEndBefore(row, facts) == TcpState.SYN_RECEIVED
            && otherEnd(facts) == TcpState.ESTABLISHED) {
      return words.say("segment.ack.established", from, to, next);
    }
    if (flights.discarded(row)
        && thisEnd(facts) == TcpState.ESTABLISHED
        && otherEnd(facts) == TcpState.SYN_RECEIVED) {
      return words.say("segment.ack.half", from, to, next);
    }
    if (otherEndBefore(row, facts) == TcpState.LAST_ACK && otherEnd(facts) == TcpState.CLOSED) {
      return words.say("segment.ack.last", from, to, next)
          + " "
          + words.say("segment.ack.waiting", from);
    }
    if (otherEndBefore(row, facts) == TcpState.FIN_WAIT_1
        && otherEnd(facts) != TcpState.FIN_WAIT_1) {
      return words.say("segment.ack.fin", from, to, next);
    }
    String room =
        facts.window() == 0
            ? words.say("segment.ack.full", to)
            : words.say("segment.ack.room", words.bytes(facts.window()));
    return words.say(number <= 1 ? "segment.ack.none" : "segment.ack", from, next) + " " + room;
  }

  // RFC 9293, section 3.10.7.1: a segment to a port in CLOSED is answered with RST.
  private String reset(int row, SegmentFacts facts, TcpSegment segment, String from, String to) {
    if (otherEndBefore(row, facts) == TcpState.SYN_SENT) {
      return words.say("segment.reset.refused", Words.plain(segment.sourcePort()));
    }
    return words.say("segment.reset", from, to);
  }

  private static TcpState thisEnd(SegmentFacts facts) {
    return facts.fromClient() ? facts.clientState() : facts.serverState();
  }

  private static TcpState otherEnd(SegmentFacts facts) {
    return facts.fromClient() ? facts.serverState() : facts.clientState();
  }

  private TcpState thisEndBefore(int row, SegmentFacts facts) {
    return before(row, facts.fromClient());
  }

  private TcpState otherEndBefore(int row, SegmentFacts facts) {
    return before(row, !facts.fromClient());
  }

  private TcpState before(int row, boolean client) {
    return client ? scan.marks.clientBefore(row) : scan.marks.serverBefore(row);
  }
}
