package wireflight.timeline;

import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Trace;

/** Says what packets other than TCP segments do. */
final class DatagramSentences {
  private final Analysis analysis;
  private final List<Lifeline> lifelines;
  private final Flights flights;
  private final Calls calls;
  private final RowScan scan;

  DatagramSentences(
      Analysis analysis, List<Lifeline> lifelines, Flights flights, Calls calls, RowScan scan) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.calls = calls;
    this.scan = scan;
  }

  String of(int row) {
    Moment.Flight flight = flights.flight(row);
    String from = Words.the(lifelines.get(flight.from()).name());
    Packet packet = analysis.packet(row);
    return switch (packet) {
      case UdpDatagram datagram -> datagram(flight, from, datagram);
      case IcmpMessage message -> icmp(row, flight, message);
      case SctpPacket sctp ->
          Words.sentence(from) + " sends an SCTP packet: " + flight.label() + ".";
      case TcpSegment segment ->
          Words.sentence(from) + " sends a segment that belongs to no connection seen so far.";
      case IpFragment fragment -> piece(row, from, fragment.ip());
      case Undecoded undecoded -> undecoded.reason();
    };
  }

  private String piece(int row, String from, IpHeader ip) {
    int first = scan.pieces.first(row);
    int end = ip.fragmentOffset() + ip.payloadLength();
    String whose = first < 0 ? "a datagram" : "the datagram that begins in frame " + (first + 1);
    return Words.sentence(from)
        + " sends a further piece of "
        + whose
        + ": bytes "
        + ip.fragmentOffset()
        + " to "
        + (end - 1)
        + (ip.moreFragments() ? "." : ", the last ones.")
        + " It has no ports: only the first piece holds the transport header.";
  }

  private String datagram(Moment.Flight flight, String from, UdpDatagram datagram) {
    String to = Words.the(lifelines.get(flight.to()).name());
    StringBuilder text = new StringBuilder(Words.sentence(from));
    text.append(" sends a datagram of ").append(Words.bytes(datagram.payloadLength()));
    text.append(" to port ").append(datagram.destinationPort()).append(". ");
    if (scan.pieces.first(flight.row()) >= 0) {
      text.append("It was too large for a link and was cut up; frames ")
          .append(scan.pieces.frames(flight.row()))
          .append(" hold its pieces, and if one is lost, all are. ");
    }
    if (flights.discarded(flight.row())) {
      return text.append(Words.discarded(to))
          .append(" No error comes back, and UDP does not send it again.")
          .toString();
    }
    int refusal = scan.fates.refusal(flight.row());
    if (refusal >= 0) {
      return text.append("It is not delivered: frame ")
          .append(refusal + 1)
          .append(" brings it back as an ICMP error.")
          .toString();
    }
    if (flight.lost()) {
      return text.append("It is never received, and nothing tells the sender unless an error")
          .append(" message comes back.")
          .toString();
    }
    if (calls.inProgress(flight.row(), flight.to(), "recvfrom", "recv") >= 0) {
      text.append(Words.sentence(to)).append(" is already blocked in a receiving call. ");
    }
    String pair = pair(flight.row());
    if (!pair.isEmpty()) {
      return text.append(pair).toString();
    }
    text.append("There is no connection and no acknowledgment: ");
    return text.append(
            flight.received()
                ? "that it is received, only the receiver knows."
                : "whether it is received, only the receiver knows.")
        .toString();
  }

  /** What it answers or what answers it; empty where nothing tells. */
  private String pair(int row) {
    int request = scan.pairs.request(row);
    if (request >= 0) {
      return "It is the answer to frame " + (request + 1) + since(request, row) + ".";
    }
    int before = scan.pairs.before(row);
    String again =
        before >= 0 && scan.pairs.isNumbered(row)
            ? "The same was asked in frame " + (before + 1) + since(before, row) + ". "
            : "";
    int answer = scan.pairs.answer(row);
    if (answer >= 0) {
      return again + "Frame " + (answer + 1) + " brings the answer.";
    }
    return scan.fateOf(row) == Fate.UNANSWERED
        ? again + "No answer comes back: nothing in UDP tells whether it arrived."
        : "";
  }

  private String since(int earlier, int row) {
    long span = analysis.trace().time(row) - analysis.trace().time(earlier);
    boolean known =
        analysis.trace().time(earlier) != Trace.NO_TIME
            && analysis.trace().time(row) != Trace.NO_TIME;
    return known && span >= 0 ? ", " + Durations.text(span) + " before" : "";
  }

  private String icmp(int row, Moment.Flight flight, IcmpMessage message) {
    int connection = analysis.quotedConnection(row);
    if (connection < 0) {
      return "An ICMP message: " + IcmpNames.of(message) + ".";
    }
    Connection flow = analysis.connections().get(connection);
    boolean fromClient = analysis.fromClient(row);
    int quoted = analysis.quotedRow(row);
    String which = quoted < 0 ? "" : " (frame " + (quoted + 1) + ")";
    Endpoint target = fromClient ? flow.server() : flow.client();
    String sender = Words.the(lifelines.get(flight.to()).name());
    if (IcmpNames.isPortUnreachable(message)) {
      return "No socket has port "
          + target.port()
          + " at "
          + target.address()
          + ", so the kernel there answers with an ICMP port unreachable that quotes the datagram"
          + which
          + ". If "
          + sender
          + "'s socket is connected, its next call fails with ECONNREFUSED.";
    }
    return message.ip().source()
        + " tells "
        + sender
        + " that its packet"
        + which
        + " to "
        + target
        + " went no further: "
        + IcmpNames.of(message)
        + ".";
  }
}
