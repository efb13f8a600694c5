package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import wireflight.connection.AssociationFacts;
import wireflight.packet.SctpChunk;
import wireflight.trace.Frame;

/** What stands on the arrows of SCTP packets (RFC 9260). */
final class ChunkTexts {
  /** More gaps than a person reads. */
  private static final int MOST_GAPS = 3;

  private ChunkTexts() {}

  /** A packet's label, as in {@code SACK, DATA · 30 Ack=0 TSN=1 "hello"}. */
  static String label(List<SctpChunk> chunks, AssociationFacts facts, Frame frame) {
    if (chunks.isEmpty()) {
      return "SCTP";
    }
    StringJoiner label = new StringJoiner("  ");
    label.add(head(chunks));
    for (SctpChunk chunk : chunks) {
      switch (chunk.type()) {
        case SctpChunk.SACK -> acknowledgment(label, chunk, facts);
        case SctpChunk.SHUTDOWN -> {
          long upTo = facts.relativeAcknowledgment(chunk.transmissionSequenceNumber());
          // Where the other end has sent nothing there is nothing to acknowledge.
          if (upTo >= 0) {
            label.add("Ack=" + upTo);
          }
        }
        case SctpChunk.INIT, SctpChunk.INIT_ACK -> label.add("Win=" + chunk.window());
        default -> {}
      }
    }
    List<SctpChunk> data = chunks.stream().filter(SctpChunk::isData).toList();
    if (!data.isEmpty()) {
      long first = facts.relative(data.getFirst().transmissionSequenceNumber());
      long last = facts.relative(data.getLast().transmissionSequenceNumber());
      label.add("TSN=" + (first == last ? "" + first : first + "–" + last));
      label.add("Stream=" + data.getFirst().stream());
      SctpChunk one = data.getFirst();
      String excerpt = FlightTexts.excerpt(frame, one.dataOffset(), one.dataLength());
      if (!excerpt.isEmpty()) {
        label.add(excerpt);
      }
    }
    return label.toString();
  }

  /** The chunks' names, those of one kind told once with their number or bytes. */
  private static String head(List<SctpChunk> chunks) {
    List<String> names = new ArrayList<>();
    for (SctpChunk chunk : chunks) {
      if (!names.contains(chunk.name())) {
        names.add(chunk.name());
      }
    }
    StringJoiner head = new StringJoiner(", ");
    for (String name : names) {
      List<SctpChunk> alike = chunks.stream().filter(it -> it.name().equals(name)).toList();
      int bytes = alike.stream().mapToInt(SctpChunk::dataLength).sum();
      String counted = alike.size() == 1 ? name : alike.size() + " × " + name;
      head.add(bytes == 0 ? counted : counted + " · " + Words.grouped(bytes));
    }
    return head.toString();
  }

  private static void acknowledgment(StringJoiner label, SctpChunk sack, AssociationFacts facts) {
    label.add("Ack=" + facts.relativeAcknowledgment(sack.transmissionSequenceNumber()));
    if (!sack.gaps().isEmpty()) {
      label.add("Gap=" + gaps(sack, facts));
    }
    if (sack.window() == 0) {
      label.add("Win=0");
    }
  }

  /** What arrived beyond the cumulative TSN, as in {@code 3–5, 9}. */
  static String gaps(SctpChunk sack, AssociationFacts facts) {
    StringJoiner text = new StringJoiner(", ");
    sack.gaps().stream()
        .limit(MOST_GAPS)
        .forEach(
            gap -> {
              long first = facts.relativeAcknowledgment(gap.first());
              long last = facts.relativeAcknowledgment(gap.last());
              text.add(first == last ? "" + first : first + "–" + last);
            });
    return sack.gaps().size() > MOST_GAPS ? text + ", …" : text.toString();
  }

  /** What arrived again, as in {@code 3, 9}. */
  static String duplicates(SctpChunk sack, AssociationFacts facts) {
    StringJoiner text = new StringJoiner(", ");
    sack.duplicates().stream()
        .limit(MOST_GAPS)
        .forEach(number -> text.add("" + facts.relativeAcknowledgment(number)));
    return sack.duplicates().size() > MOST_GAPS ? text + ", …" : text.toString();
  }

  /** What the analysis adds beneath the label. */
  static String note(List<SctpChunk> chunks, AssociationFacts facts, Words words) {
    if (facts.stray()) {
      return words.get("note.association.stray");
    }
    if (facts.sentBefore() >= 0) {
      return words.get("verdict.RETRANSMISSION");
    }
    if (facts.late()) {
      return words.get("verdict.OUT_OF_ORDER");
    }
    boolean gap = chunks.stream().anyMatch(chunk -> !chunk.gaps().isEmpty());
    return gap ? words.get("note.association.gap") : "";
  }

  /** What a packet is, by what matters most of its chunks. */
  static Moment.Kind kind(List<SctpChunk> chunks) {
    Moment.Kind kind = Moment.Kind.OTHER;
    for (SctpChunk chunk : chunks) {
      Moment.Kind its = kind(chunk);
      kind = weight(its) > weight(kind) ? its : kind;
    }
    return kind;
  }

  private static Moment.Kind kind(SctpChunk chunk) {
    return switch (chunk.type()) {
      case SctpChunk.DATA, SctpChunk.I_DATA -> Moment.Kind.DATA;
      case SctpChunk.INIT, SctpChunk.INIT_ACK, SctpChunk.COOKIE_ECHO, SctpChunk.COOKIE_ACK ->
          Moment.Kind.OPENING;
      case SctpChunk.SACK, SctpChunk.HEARTBEAT_ACK -> Moment.Kind.ACKNOWLEDGMENT;
      case SctpChunk.ABORT -> Moment.Kind.RESET;
      case SctpChunk.ERROR -> Moment.Kind.ERROR;
      case SctpChunk.SHUTDOWN, SctpChunk.SHUTDOWN_ACK, SctpChunk.SHUTDOWN_COMPLETE ->
          Moment.Kind.CLOSING;
      default -> Moment.Kind.OTHER;
    };
  }

  private static int weight(Moment.Kind kind) {
    return switch (kind) {
      case OTHER, DATAGRAM -> 0;
      case ACKNOWLEDGMENT -> 1;
      case DATA -> 2;
      case OPENING -> 3;
      case CLOSING -> 4;
      case ERROR -> 5;
      case RESET -> 6;
    };
  }
}
