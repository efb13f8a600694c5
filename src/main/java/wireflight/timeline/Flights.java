package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.connection.Connection;
import wireflight.connection.Correction;
import wireflight.connection.EndState;
import wireflight.connection.Endpoint;
import wireflight.connection.SegmentFacts;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpChunk;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Frame;

/** Makes the moments of packets: the flight, and the states that the two ends come into. */
final class Flights {
  private static final int LATEST = 1 << 10;

  private final Analysis analysis;
  private final Lifelines lifelines;
  private final RowScan scan;
  private final Words words;
  private final FlightTexts texts;

  /**
   * Those asked for lately, each in the slot that its row's last bits name: a playing ladder asks
   * for the same few with every frame, and what is said of a packet takes a while to find out.
   */
  private final AtomicReferenceArray<Moment.@Nullable Flight> latest =
      new AtomicReferenceArray<>(LATEST);

  Flights(Analysis analysis, Lifelines lifelines, RowScan scan, Words words) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.scan = scan;
    this.words = words;
    this.texts = new FlightTexts(words);
  }

  List<Moment> at(int row) {
    List<Moment> moments = new ArrayList<>(3);
    if (scan.marks.kind(row) != StepKind.ARRIVAL) {
      moments.add(flight(row));
      moments.addAll(copies(row));
    }
    analysis.segment(row).ifPresent(facts -> states(row, facts, moments));
    analysis.association(row).ifPresent(facts -> states(row, facts, moments));
    return moments;
  }

  /** The flights that begin in a row, without what they change. */
  List<Moment.Flight> under(int row) {
    List<Moment.Flight> flights = new ArrayList<>(copies(row));
    flights.addFirst(flight(row));
    return flights;
  }

  /** The flight of a packet's row. */
  Moment.Flight flight(int row) {
    int slot = row & LATEST - 1;
    Moment.Flight known = latest.get(slot);
    if (known != null && known.row() == row) {
      return known;
    }
    Moment.Flight made = make(row);
    latest.set(slot, made);
    return made;
  }

  private Moment.Flight make(int row) {
    Packet packet = analysis.packet(row);
    Frame frame = analysis.trace().frame(row);
    int quoted = analysis.quotedConnection(row);
    if (quoted >= 0 && packet instanceof IcmpMessage message) {
      return error(row, quoted, message);
    }
    int connection = analysis.connectionOf(row);
    if (packet instanceof IpFragment fragment && scan.pieces.isShownPiece(row)) {
      return piece(row, fragment.ip());
    }
    Optional<AssociationFacts> association = analysis.association(row);
    if (association.isPresent() && packet instanceof SctpPacket sctp) {
      return chunks(row, sctp, frame, association.get());
    }
    Optional<SegmentFacts> facts = analysis.segment(row);
    String label =
        switch (packet) {
          case TcpSegment segment ->
              facts
                  .map(known -> texts.segment(segment, known, frame))
                  .orElseGet(() -> texts.flags(segment));
          case UdpDatagram datagram -> FlightTexts.datagram(datagram, frame);
          case SctpPacket sctp -> "SCTP";
          case IcmpMessage message -> texts.icmp(message);
          case IpFragment fragment -> words.get("label.fragment");
          case Undecoded undecoded -> words.get("label.undecoded");
        };
    Optional<Correction> better = facts.flatMap(known -> analysis.correction(row));
    String note = facts.map(known -> texts.note(known.verdicts(), better)).orElse("");
    boolean trouble =
        facts.filter(known -> FlightTexts.trouble(known.verdicts(), better)).isPresent();
    Fate fate = packet instanceof UdpDatagram ? scan.fateOf(row) : Fate.SENT;
    if (fate == Fate.REFUSED || fate == Fate.UNANSWERED) {
      note = words.get(fate == Fate.REFUSED ? refusal(row) : "note.unanswered");
      trouble = fate == Fate.REFUSED;
    }
    note = joined(note, scan.pieces.note(row, words));
    return flight(row, connection, analysis.fromClient(row), kind(packet), label, note, trouble);
  }

  private static String joined(String one, String two) {
    return one.isEmpty() || two.isEmpty() ? one + two : one + ", " + two;
  }

  /** Only the host that it was meant for refuses a datagram; others do not bring it there. */
  private String refusal(int row) {
    boolean closed =
        analysis.packet(scan.fates.refusal(row)) instanceof IcmpMessage message
            && IcmpNames.isPortUnreachable(message);
    return closed ? "note.refused" : "note.undelivered";
  }

  /** A piece of a datagram whose first piece tells whose it is. */
  private Moment.Flight piece(int row, IpHeader ip) {
    int first = scan.pieces.first(row);
    String label =
        words.get("label.fragment")
            + " · "
            + Words.grouped(ip.payloadLength())
            + "  Offset="
            + ip.fragmentOffset();
    return flight(
        row,
        analysis.connectionOf(first),
        analysis.fromClient(first),
        kind(analysis.packet(first)),
        label,
        scan.pieces.note(row, words),
        false);
  }

  private Moment.Flight chunks(int row, SctpPacket packet, Frame frame, AssociationFacts facts) {
    List<SctpChunk> chunks = SctpChunk.of(packet, frame.data(), frame.offset(), frame.length());
    String note = ChunkTexts.note(chunks, facts, words);
    String path = path(packet, facts);
    return flight(
        row,
        facts.connection(),
        facts.fromClient(),
        ChunkTexts.kind(chunks),
        ChunkTexts.label(chunks, facts, frame),
        joined(note.isEmpty() ? path : note, scan.pieces.note(row, words)),
        !note.isEmpty());
  }

  /** Whether the recording says that a filter discarded a row's packet on purpose. */
  boolean discarded(int row) {
    return scan.discarded.get(row);
  }

  /** Which of an end's further addresses a packet uses (RFC 9260, section 6.4). */
  private String path(SctpPacket packet, AssociationFacts facts) {
    Connection flow = analysis.connections().get(facts.connection());
    Endpoint from = facts.fromClient() ? flow.client() : flow.server();
    Endpoint to = facts.fromClient() ? flow.server() : flow.client();
    if (!packet.ip().source().equals(from.address())) {
      return words.get("note.from", packet.ip().source());
    }
    return packet.ip().destination().equals(to.address())
        ? ""
        : words.get("note.to", packet.ip().destination());
  }

  private Moment.Flight error(int row, int connection, IcmpMessage message) {
    Connection flow = analysis.connections().get(connection);
    boolean toClient = analysis.fromClient(row);
    Endpoint refused = toClient ? flow.server() : flow.client();
    boolean onTheWay = !message.ip().source().equals(refused.address());
    String note = onTheWay ? words.get("note.from", message.ip().source()) : "";
    String label = texts.icmp(message);
    return flight(row, connection, !toClient, Moment.Kind.ERROR, label, note, true);
  }

  private Moment.Flight flight(
      int row,
      int connection,
      boolean fromClient,
      Moment.Kind kind,
      String label,
      String note,
      boolean trouble) {
    int client = lifelines.client(connection);
    int server = lifelines.server(connection);
    long time = analysis.trace().time(row);
    boolean measured = scan.flights.isMeasured(row);
    String reason = scan.flights.reason(row, words);
    return new Moment.Flight(
        row,
        fromClient ? client : server,
        fromClient ? server : client,
        time,
        measured ? scan.flights.arrival(row) : time,
        measured,
        scan.flights.arrivalRow(row),
        scan.flights.againRow(row),
        scan.flights.waitLane(row),
        scan.flights.isTimed(row),
        scan.lost.get(row),
        scan.received.get(row),
        connection,
        kind,
        bytes(analysis.packet(row)),
        measured ? texts.timed(label, scan.flights.duration(row)) : label,
        joined(note, reason),
        trouble || scan.flights.isTrouble(row));
  }

  private static int bytes(Packet packet) {
    return switch (packet) {
      case TcpSegment segment -> Math.max(0, segment.payloadLength());
      case UdpDatagram datagram -> Math.max(0, datagram.payloadLength());
      case SctpPacket _, IcmpMessage _, IpFragment _, Undecoded _ -> 0;
    };
  }

  /** Further copies of a packet that came to the receiver. */
  private List<Moment.Flight> copies(int row) {
    List<Moment.Flight> copies = new ArrayList<>();
    for (int arrival : scan.flights.copies(row)) {
      Moment.Flight first = flight(row);
      long at = analysis.trace().time(arrival);
      String label = texts.retimed(first.label(), scan.flights.duration(row), at - first.time());
      copies.add(first.copy(arrival, at, label, words.get("note.duplicated")));
    }
    return copies;
  }

  private static Moment.Kind kind(Packet packet) {
    return switch (packet) {
      case TcpSegment segment -> kind(segment);
      case UdpDatagram datagram -> Moment.Kind.DATAGRAM;
      case IcmpMessage message -> Moment.Kind.ERROR;
      case SctpPacket sctp -> Moment.Kind.OTHER;
      case IpFragment fragment -> Moment.Kind.OTHER;
      case Undecoded undecoded -> Moment.Kind.OTHER;
    };
  }

  private static Moment.Kind kind(TcpSegment segment) {
    if (segment.has(TcpFlags.RST)) {
      return Moment.Kind.RESET;
    }
    if (segment.has(TcpFlags.SYN)) {
      return Moment.Kind.OPENING;
    }
    if (segment.has(TcpFlags.FIN)) {
      return Moment.Kind.CLOSING;
    }
    return segment.payloadLength() > 0 ? Moment.Kind.DATA : Moment.Kind.ACKNOWLEDGMENT;
  }

  private void states(int row, SegmentFacts facts, List<Moment> moments) {
    long time = analysis.trace().time(row);
    int client = lifelines.client(facts.connection());
    int server = lifelines.server(facts.connection());
    // What is lost changes nothing where it was going; what only departed, not yet.
    StepKind kind = scan.marks.kind(row);
    boolean lost = scan.lost.get(row) || kind == StepKind.DEPARTURE;
    boolean arrived = kind == StepKind.ARRIVAL;
    if (!(lost && !facts.fromClient())
        && !(arrived && facts.fromClient())
        && changes(scan.marks.clientBefore(row), facts.clientState())) {
      moments.add(new Moment.StateChange(row, client, time, facts.clientState()));
    }
    // A socket connected to itself is both ends.
    if (client != server
        && !(lost && facts.fromClient())
        && !(arrived && !facts.fromClient())
        && changes(scan.marks.serverBefore(row), facts.serverState())) {
      moments.add(new Moment.StateChange(row, server, time, facts.serverState()));
    }
  }

  private void states(int row, AssociationFacts facts, List<Moment> moments) {
    long time = analysis.trace().time(row);
    boolean lost = scan.lost.get(row);
    if (!(lost && !facts.fromClient())
        && changes(scan.marks.associationClientBefore(row), facts.clientState())) {
      int client = lifelines.client(facts.connection());
      moments.add(new Moment.StateChange(row, client, time, facts.clientState()));
    }
    if (!(lost && facts.fromClient())
        && changes(scan.marks.associationServerBefore(row), facts.serverState())) {
      int server = lifelines.server(facts.connection());
      moments.add(new Moment.StateChange(row, server, time, facts.serverState()));
    }
  }

  /** Whether a state is news: not where a connection starts from, nor what is not known. */
  static boolean changes(EndState before, EndState after) {
    boolean starts = before.isUnknown() && after.phase() == EndState.Phase.IDLE;
    return !after.isUnknown() && !starts && !before.equals(after);
  }
}
