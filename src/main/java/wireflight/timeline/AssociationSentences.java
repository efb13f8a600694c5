package wireflight.timeline;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.connection.Connection;
import wireflight.connection.SctpState;
import wireflight.packet.SctpChunk;
import wireflight.packet.SctpPacket;
import wireflight.packet.SequenceNumber;
import wireflight.trace.Frame;

/** Says what an SCTP packet does, chunk by chunk (RFC 9260), in its real numbers. */
final class AssociationSentences {
  private final Analysis analysis;
  private final List<Lifeline> lifelines;
  private final Flights flights;
  private final RowScan scan;

  AssociationSentences(Analysis analysis, List<Lifeline> lifelines, Flights flights, RowScan scan) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.scan = scan;
  }

  String of(int row, SctpPacket packet, AssociationFacts facts) {
    Moment.Flight flight = flights.flight(row);
    String from = Words.the(lifelines.get(flight.from()).name());
    String to = Words.the(lifelines.get(flight.to()).name());
    Frame frame = analysis.trace().frame(row);
    StringJoiner text = new StringJoiner(" ");
    if (facts.stray()) {
      return Words.sentence(from)
          + " sends an SCTP packet with the verification tag "
          + tag(packet.verificationTag())
          + ", which is not that of this association: "
          + to
          + " must drop it.";
    }
    List<SctpChunk> chunks = SctpChunk.of(packet, frame.data(), frame.offset(), frame.length());
    int told = 0;
    for (SctpChunk chunk : chunks) {
      String sentence = chunk(row, chunk, facts, told == 0 ? from : "it", to);
      if (!sentence.isEmpty()) {
        text.add(Words.sentence(sentence));
        told++;
      }
    }
    if (told == 0) {
      text.add(Words.sentence(from) + " sends an SCTP packet: " + flight.label() + ".");
    }
    history(row, facts, text);
    path(packet, facts, from, text);
    if (flight.lost()) {
      text.add("It is not acknowledged, and will be sent again.");
    }
    return text.toString();
  }

  private String chunk(int row, SctpChunk chunk, AssociationFacts facts, String from, String to) {
    int number = chunk.transmissionSequenceNumber();
    return switch (chunk.type()) {
      case SctpChunk.INIT -> opening(chunk, from, to);
      case SctpChunk.INIT_ACK -> agreement(chunk, from, to);
      case SctpChunk.COOKIE_ECHO ->
          from + " sends the cookie back: only now does " + to + " set the association up.";
      case SctpChunk.COOKIE_ACK ->
          from + " takes the cookie: the association is established at both ends.";
      case SctpChunk.DATA, SctpChunk.I_DATA -> data(chunk, facts, from);
      case SctpChunk.SACK -> acknowledgment(chunk, facts, from, to);
      case SctpChunk.HEARTBEAT -> from + " asks whether this path to " + to + " still works.";
      case SctpChunk.HEARTBEAT_ACK -> from + " answers the heartbeat: the path works.";
      case SctpChunk.ABORT -> abort(row, facts, from, to);
      case SctpChunk.SHUTDOWN ->
          from
              + " has no more to send and ends the association: "
              + to
              + " may not send new data either, unlike with a FIN of TCP. It has everything up to"
              + " TSN "
              + facts.relativeAcknowledgment(number)
              + ".";
      case SctpChunk.SHUTDOWN_ACK ->
          from + " has everything acknowledged too, and agrees to the end.";
      case SctpChunk.SHUTDOWN_COMPLETE ->
          from + " confirms the end. There is no TIME-WAIT: the tags tell old packets apart.";
      case SctpChunk.ERROR -> from + " reports an error in what it was sent.";
      case SctpChunk.FORWARD_TSN, SctpChunk.I_FORWARD_TSN ->
          from
              + " gives up what it has not got through: "
              + to
              + " is to go on after TSN "
              + facts.relative(number)
              + ".";
      case SctpChunk.ASCONF -> from + " asks to change the set of its addresses.";
      case SctpChunk.ASCONF_ACK -> from + " has taken in the change of addresses.";
      default -> from + " sends " + chunk.name() + ".";
    };
  }

  private static String opening(SctpChunk init, String from, String to) {
    return from
        + " asks for an association. Packets to it must carry the verification tag "
        + tag(init.initiateTag())
        + "; its chunks of data will be numbered from TSN "
        + raw(init.transmissionSequenceNumber())
        + ", shown as 0. "
        + Words.sentence(to)
        + " keeps nothing of this yet, so a flood of INITs cannot fill its memory.";
  }

  private static String agreement(SctpChunk answer, String from, String to) {
    return from
        + " agrees, and packs all that it would have to remember into a cookie that "
        + to
        + " must send back. Packets to "
        + from
        + " must carry the tag "
        + tag(answer.initiateTag())
        + "; its TSNs start at "
        + raw(answer.transmissionSequenceNumber())
        + ", also shown as 0.";
  }

  private static String data(SctpChunk chunk, AssociationFacts facts, String from) {
    // RFC 9260, section 3.3.1: B and E mark the first and the last piece of a message.
    String part =
        switch (chunk.flags() & 3) {
          case 3 -> "a message of ";
          case 2 -> "the first piece of a message, ";
          case 1 -> "the last piece of a message, ";
          default -> "a middle piece of a message, ";
        };
    String ordered = (chunk.flags() & 4) == 0 ? "" : ", in no order,";
    return from
        + " sends "
        + part
        + Words.bytes(chunk.dataLength())
        + ordered
        + " on stream "
        + chunk.stream()
        + " with TSN "
        + facts.relative(chunk.transmissionSequenceNumber())
        + " (raw "
        + raw(chunk.transmissionSequenceNumber())
        + ").";
  }

  private static String acknowledgment(
      SctpChunk sack, AssociationFacts facts, String from, String to) {
    int number = sack.transmissionSequenceNumber();
    long upTo = facts.relativeAcknowledgment(number);
    String all =
        upTo < 0
            ? " has none of the chunks yet"
            : " has every chunk up to TSN " + upTo + " (raw " + raw(number) + ")";
    String gaps = sack.gaps().isEmpty() ? "" : " and beyond a gap " + ChunkTexts.gaps(sack, facts);
    String room =
        sack.window() == 0
            ? "; it has no room left, so " + to + " must wait."
            : "; it has room for " + Words.bytes(sack.window()) + ".";
    return from + all + gaps + room;
  }

  private String abort(int row, AssociationFacts facts, String from, String to) {
    SctpState before =
        facts.fromClient()
            ? scan.marks.associationServerBefore(row)
            : scan.marks.associationClientBefore(row);
    if (before == SctpState.COOKIE_WAIT) {
      Connection flow = analysis.connections().get(facts.connection());
      int port = facts.fromClient() ? flow.client().port() : flow.server().port();
      return "Nothing listens on port "
          + port
          + ", so the kernel there answers the INIT with ABORT: connection refused.";
    }
    return from + " breaks the association off: what was still on its way to " + to + " is lost.";
  }

  private static void history(int row, AssociationFacts facts, StringJoiner text) {
    if (facts.sentBefore() >= 0 && facts.sentBefore() < row) {
      text.add("The same was already sent in frame " + (facts.sentBefore() + 1) + ".");
    } else if (facts.late()) {
      text.add("Higher TSNs came before it.");
    }
    if (facts.acknowledgedRow() >= 0 && facts.acknowledgmentRoundTrip() >= 0) {
      text.add(
          "It answers frame "
              + (facts.acknowledgedRow() + 1)
              + ", sent "
              + Durations.text(facts.acknowledgmentRoundTrip())
              + " before.");
    }
  }

  // RFC 9260, section 6.4: an end may have several addresses.
  private void path(SctpPacket packet, AssociationFacts facts, String from, StringJoiner text) {
    Connection flow = analysis.connections().get(facts.connection());
    var source = (facts.fromClient() ? flow.client() : flow.server()).address();
    var target = (facts.fromClient() ? flow.server() : flow.client()).address();
    if (!packet.ip().source().equals(source)) {
      text.add(
          "This packet comes from "
              + packet.ip().source()
              + ", another address of "
              + from
              + ": the verification tag tells where it belongs.");
    } else if (!packet.ip().destination().equals(target)) {
      text.add("It goes to another address of the other end: " + packet.ip().destination() + ".");
    }
  }

  private static String tag(int number) {
    return String.format(Locale.ROOT, "0x%08x", number);
  }

  private static String raw(int number) {
    return Long.toString(SequenceNumber.unsigned(number));
  }
}
