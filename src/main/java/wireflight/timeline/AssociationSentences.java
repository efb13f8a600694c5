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
  private final Words words;

  AssociationSentences(
      Analysis analysis, List<Lifeline> lifelines, Flights flights, RowScan scan, Words words) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.scan = scan;
    this.words = words;
  }

  String of(int row, SctpPacket packet, AssociationFacts facts) {
    Moment.Flight flight = flights.flight(row);
    String from = words.the(lifelines.get(flight.from()).name());
    String to = words.the(lifelines.get(flight.to()).name());
    Frame frame = analysis.trace().frame(row);
    StringJoiner text = new StringJoiner(" ");
    if (facts.stray()) {
      return words.say("association.stray", from, to, tag(packet.verificationTag()));
    }
    List<SctpChunk> chunks = SctpChunk.of(packet, frame.data(), frame.offset(), frame.length());
    int told = 0;
    for (SctpChunk chunk : chunks) {
      String who = told == 0 ? from : words.get("association.it");
      text.add(chunk(row, chunk, facts, who, to));
      told++;
    }
    if (told == 0) {
      text.add(words.say("packet.sctp", from, flight.label()));
    }
    history(row, facts, text);
    path(packet, facts, from, text);
    if (flight.lost()) {
      text.add(words.say("packet.again"));
    }
    return text.toString();
  }

  private String chunk(int row, SctpChunk chunk, AssociationFacts facts, String from, String to) {
    int number = chunk.transmissionSequenceNumber();
    return switch (chunk.type()) {
      case SctpChunk.INIT -> opening(chunk, from, to);
      case SctpChunk.INIT_ACK -> agreement(chunk, from, to);
      case SctpChunk.COOKIE_ECHO -> words.say("association.cookie", from, to);
      case SctpChunk.COOKIE_ACK -> words.say("association.cookie.ack", from);
      case SctpChunk.DATA, SctpChunk.I_DATA -> data(chunk, facts, from);
      case SctpChunk.SACK -> acknowledgment(chunk, facts, from, to);
      case SctpChunk.HEARTBEAT -> words.say("association.heartbeat", from, to);
      case SctpChunk.HEARTBEAT_ACK -> words.say("association.heartbeat.ack", from);
      case SctpChunk.ABORT -> abort(row, facts, from, to);
      case SctpChunk.SHUTDOWN -> {
        long upTo = facts.relativeAcknowledgment(number);
        String key = upTo < 0 ? "association.shutdown.nothing" : "association.shutdown";
        yield words.say(key, from, to, Words.plain(upTo));
      }
      case SctpChunk.SHUTDOWN_ACK -> words.say("association.shutdown.ack", from);
      case SctpChunk.SHUTDOWN_COMPLETE -> words.say("association.shutdown.complete", from);
      case SctpChunk.ERROR -> words.say("association.error", from);
      case SctpChunk.FORWARD_TSN, SctpChunk.I_FORWARD_TSN ->
          words.say("association.forward", from, to, Words.plain(facts.relative(number)));
      case SctpChunk.ASCONF -> words.say("association.addresses", from);
      case SctpChunk.ASCONF_ACK -> words.say("association.addresses.ack", from);
      default -> words.say("association.other", from, chunk.name());
    };
  }

  private String opening(SctpChunk init, String from, String to) {
    String first = raw(init.transmissionSequenceNumber());
    return words.say("association.opening", from, tag(init.initiateTag()), first)
        + " "
        + words.say("association.opening.kept", to);
  }

  private String agreement(SctpChunk answer, String from, String to) {
    String first = raw(answer.transmissionSequenceNumber());
    return words.say("association.agreement", from, to, tag(answer.initiateTag()), first);
  }

  private String data(SctpChunk chunk, AssociationFacts facts, String from) {
    // RFC 9260, section 3.3.1: B and E mark the first and the last piece of a message.
    String key =
        switch (chunk.flags() & 3) {
          case 3 -> "association.data";
          case 2 -> "association.data.first";
          case 1 -> "association.data.last";
          default -> "association.data.middle";
        };
    return words.say(
        (chunk.flags() & 4) == 0 ? key : key + ".unordered",
        from,
        words.bytes(chunk.dataLength()),
        Words.plain(chunk.stream()),
        Words.plain(facts.relative(chunk.transmissionSequenceNumber())),
        raw(chunk.transmissionSequenceNumber()));
  }

  private String acknowledgment(SctpChunk sack, AssociationFacts facts, String from, String to) {
    int number = sack.transmissionSequenceNumber();
    long upTo = facts.relativeAcknowledgment(number);
    String room =
        sack.window() == 0
            ? words.get("association.full", to)
            : words.get("association.room", words.bytes(sack.window()));
    String told =
        words.say(
            (upTo < 0 ? "association.ack.none" : "association.ack")
                + (sack.gaps().isEmpty() ? "" : ".gap"),
            from,
            Words.plain(upTo),
            raw(number),
            ChunkTexts.gaps(sack, facts),
            room);
    return sack.duplicates().isEmpty()
        ? told
        : told + " " + words.say("association.duplicates", ChunkTexts.duplicates(sack, facts));
  }

  private String abort(int row, AssociationFacts facts, String from, String to) {
    SctpState before =
        facts.fromClient()
            ? scan.marks.associationServerBefore(row)
            : scan.marks.associationClientBefore(row);
    if (before == SctpState.COOKIE_WAIT) {
      Connection flow = analysis.connections().get(facts.connection());
      int port = facts.fromClient() ? flow.client().port() : flow.server().port();
      return words.say("association.refused", Words.plain(port));
    }
    return words.say("association.abort", from, to);
  }

  private void history(int row, AssociationFacts facts, StringJoiner text) {
    if (facts.sentBefore() >= 0 && facts.sentBefore() < row) {
      text.add(words.say("association.again", Words.frame(facts.sentBefore())));
    } else if (facts.late()) {
      text.add(words.say("association.late"));
    }
    if (facts.acknowledgedRow() >= 0 && facts.acknowledgmentRoundTrip() >= 0) {
      String taken = words.time(facts.acknowledgmentRoundTrip());
      text.add(words.say("association.answer", Words.frame(facts.acknowledgedRow()), taken));
    }
  }

  // RFC 9260, section 6.4: an end may have several addresses.
  private void path(SctpPacket packet, AssociationFacts facts, String from, StringJoiner text) {
    Connection flow = analysis.connections().get(facts.connection());
    var source = (facts.fromClient() ? flow.client() : flow.server()).address();
    var target = (facts.fromClient() ? flow.server() : flow.client()).address();
    if (!packet.ip().source().equals(source)) {
      text.add(words.say("association.from", packet.ip().source(), from));
    } else if (!packet.ip().destination().equals(target)) {
      text.add(words.say("association.to", packet.ip().destination()));
    }
  }

  private static String tag(int number) {
    return String.format(Locale.ROOT, "0x%08x", number);
  }

  private static String raw(int number) {
    return Long.toString(SequenceNumber.unsigned(number));
  }
}
