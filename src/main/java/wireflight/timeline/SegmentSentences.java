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

  SegmentSentences(
      Analysis analysis, List<Lifeline> lifelines, Flights flights, Calls calls, RowScan scan) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.calls = calls;
    this.scan = scan;
  }

  String of(int row, SegmentFacts facts) {
    if (!(analysis.packet(row) instanceof TcpSegment segment)) {
      return facts.reason();
    }
    Moment.Flight flight = flights.flight(row);
    String from = Words.the(lifelines.get(flight.from()).name());
    String to = Words.the(lifelines.get(flight.to()).name());
    StringBuilder text = new StringBuilder();
    if (segment.has(TcpFlags.RST)) {
      text.append(reset(row, facts, segment, from, to));
    } else if (segment.has(TcpFlags.SYN | TcpFlags.ACK)) {
      text.append(agreement(facts, segment, from));
    } else if (segment.has(TcpFlags.SYN)) {
      text.append(opening(segment, from, to));
    } else if (isProbe(facts)) {
      text.append(Words.sentence(from)).append(" asks whether ").append(to);
      text.append(" is still there and has room.");
    } else {
      if (facts.length() > 0) {
        text.append(data(facts, from, to)).append(reading(flight, to));
      }
      if (segment.has(TcpFlags.FIN)) {
        text.append(text.isEmpty() ? "" : " ").append(closing(facts, from, to));
      }
      if (scan.pieces.first(row) >= 0) {
        text.append(cut(row, from));
      } else if (text.isEmpty()) {
        text.append(acknowledgment(row, facts, from, to));
      }
    }
    String reason = analysis.correction(row).map(SegmentSentences::better).orElse(facts.reason());
    if (!reason.isEmpty()) {
      text.append(' ').append(reason);
    }
    text.append(OpeningSentences.of(segment, facts, from, to));
    text.append(CongestionSentences.of(segment, from, to));
    if (flight.lost()) {
      text.append(flight.measured() ? lost(flight) : loss(row, facts, segment, to));
    }
    return text.toString();
  }

  private String loss(int row, SegmentFacts facts, TcpSegment segment, String to) {
    // RFC 9293, section 3.4: what takes no sequence number is neither acknowledged nor sent again.
    boolean takesNumbers =
        facts.length() > 0 || segment.has(TcpFlags.SYN) || segment.has(TcpFlags.FIN);
    String again = takesNumbers ? " It is not acknowledged, and will be sent again." : "";
    return flights.discarded(row) ? " " + Words.discarded(to) + again : again;
  }

  private static String lost(Moment.Flight flight) {
    return " It never arrives (" + flight.note() + ").";
  }

  /** How much data a segment has that was cut up, its first piece does not tell. */
  private String cut(int row, String from) {
    return Words.sentence(from)
        + " sends a segment that was too large for a link and was cut up: frames "
        + scan.pieces.frames(row)
        + " hold its pieces, and if one is lost, all are.";
  }

  private static String better(Correction correction) {
    return correction.reason()
        + " Wireshark calls this “"
        + FlightTexts.name(correction.called())
        + "”.";
  }

  private static boolean isProbe(SegmentFacts facts) {
    return facts.verdicts().contains(Verdict.KEEP_ALIVE)
        || facts.verdicts().contains(Verdict.ZERO_WINDOW_PROBE);
  }

  // RFC 9293, section 3.4: the SYN itself takes one sequence number.
  private static String opening(TcpSegment segment, String from, String to) {
    String size =
        segment.options().maximumSegmentSize() < 0
            ? ""
            : " It takes at most "
                + Words.bytes(segment.options().maximumSegmentSize())
                + " in one segment.";
    return Words.sentence(from)
        + " asks to connect. It will number its bytes from "
        + SequenceNumber.unsigned(segment.sequenceNumber())
        + ", shown as 0; the SYN takes that number, so "
        + to
        + " will acknowledge 1."
        + size;
  }

  private static String agreement(SegmentFacts facts, TcpSegment segment, String from) {
    return Words.sentence(from)
        + " agrees: it acknowledges the SYN with "
        + facts.relativeAcknowledgment()
        + ", the next number it expects, and sends a SYN of its own. Its numbers start at "
        + SequenceNumber.unsigned(segment.sequenceNumber())
        + ", also shown as 0.";
  }

  private String data(SegmentFacts facts, String from, String to) {
    long first = facts.relativeSequence();
    long next = first + facts.length();
    boolean again =
        analysis
            .correction(facts.row())
            .map(better -> better.truth() == Correction.Truth.RETRANSMISSION)
            .orElse(facts.verdicts().contains(Verdict.RETRANSMISSION));
    String sends = Words.sentence(from) + " sends " + Words.bytes(facts.length());
    sends += again ? " again. " : ". ";
    String numbered =
        facts.length() == 1
            ? "Its number is " + first
            : "They are numbered " + first + " to " + (next - 1);
    return sends
        + numbered
        + ", so "
        + to
        + " will acknowledge "
        + next
        + ": the next byte it expects.";
  }

  private String reading(Moment.Flight flight, String to) {
    return calls.inProgress(flight.row(), flight.to(), "recv") >= 0
        ? " " + Words.sentence(to) + " is already blocked in recv()."
        : "";
  }

  private static String closing(SegmentFacts facts, String from, String to) {
    long number = facts.relativeSequence() + facts.length();
    boolean second = otherEnd(facts) == TcpState.TIME_WAIT || thisEnd(facts) == TcpState.LAST_ACK;
    return Words.sentence(from)
        + (second ? " has no more to send either: " : " has no more to send: ")
        + "its FIN takes number "
        + number
        + ", so "
        + to
        + " will acknowledge "
        + (number + 1)
        + (second ? "." : ". The other direction stays open.");
  }

  private String acknowledgment(int row, SegmentFacts facts, String from, String to) {
    long next = facts.relativeAcknowledgment();
    if (thisEndBefore(row, facts) == TcpState.SYN_SENT && thisEnd(facts) == TcpState.ESTABLISHED
        || otherEndBefore(row, facts) == TcpState.SYN_RECEIVED
            && otherEnd(facts) == TcpState.ESTABLISHED) {
      return Words.sentence(from)
          + " acknowledges the SYN of "
          + to
          + " with "
          + next
          + ". Now both ends know where the other's numbers start: the connection is established.";
    }
    if (flights.discarded(row)
        && thisEnd(facts) == TcpState.ESTABLISHED
        && otherEnd(facts) == TcpState.SYN_RECEIVED) {
      return Words.sentence(from)
          + " acknowledges the SYN of "
          + to
          + " with "
          + next
          + ". To "
          + from
          + " the connection is established.";
    }
    if (otherEndBefore(row, facts) == TcpState.LAST_ACK && otherEnd(facts) == TcpState.CLOSED) {
      return Words.sentence(from)
          + " acknowledges the FIN of "
          + to
          + " with "
          + next
          + ". Both directions are closed. "
          + Words.sentence(from)
          + " stays in TIME-WAIT for a while, in case this acknowledgment is lost.";
    }
    if (otherEndBefore(row, facts) == TcpState.FIN_WAIT_1
        && otherEnd(facts) != TcpState.FIN_WAIT_1) {
      return Words.sentence(from)
          + " acknowledges the FIN of "
          + to
          + " with "
          + next
          + ". It may itself go on sending until it closes too.";
    }
    String room =
        facts.window() == 0
            ? " It has no room left: " + to + " must wait until it announces some."
            : " It has room for " + Words.bytes(facts.window()) + ".";
    String what =
        next <= 1
            ? " acknowledges no data yet: the next byte it expects is " + next + "."
            : " has everything before byte " + next + ", the next one it expects.";
    return Words.sentence(from) + what + room;
  }

  // RFC 9293, section 3.10.7.1: a segment to a port in CLOSED is answered with RST.
  private String reset(int row, SegmentFacts facts, TcpSegment segment, String from, String to) {
    if (otherEndBefore(row, facts) == TcpState.SYN_SENT) {
      return "Nothing listens on port "
          + segment.sourcePort()
          + ", so the kernel there answers the SYN with RST: connection refused.";
    }
    return Words.sentence(from)
        + " breaks the connection off: RST takes no acknowledgment, and what was still on its way"
        + " is thrown away. The next call of "
        + to
        + " fails with ECONNRESET.";
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
