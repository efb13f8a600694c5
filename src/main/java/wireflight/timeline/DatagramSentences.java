package wireflight.timeline;

import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;

/** Says what packets other than TCP segments do. */
final class DatagramSentences {
  private final Analysis analysis;
  private final List<Lifeline> lifelines;
  private final Flights flights;
  private final Calls calls;

  DatagramSentences(Analysis analysis, List<Lifeline> lifelines, Flights flights, Calls calls) {
    this.analysis = analysis;
    this.lifelines = lifelines;
    this.flights = flights;
    this.calls = calls;
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
      case IpFragment fragment ->
          Words.sentence(from) + " sends a further piece of a datagram that was cut up on its way.";
      case Undecoded undecoded -> undecoded.reason();
    };
  }

  private String datagram(Moment.Flight flight, String from, UdpDatagram datagram) {
    String to = Words.the(lifelines.get(flight.to()).name());
    StringBuilder text = new StringBuilder(Words.sentence(from));
    text.append(" sends a datagram of ").append(Words.bytes(datagram.payloadLength()));
    text.append(" to port ").append(datagram.destinationPort()).append(". ");
    if (flights.discarded(flight.row())) {
      return text.append(Words.discarded(to))
          .append(" No error comes back, and UDP does not send it again.")
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
    text.append("There is no connection and no acknowledgment: ");
    return text.append(
            flight.received()
                ? "that it is received, only the receiver knows."
                : "whether it is received, only the receiver knows.")
        .toString();
  }

  private String icmp(int row, Moment.Flight flight, IcmpMessage message) {
    int connection = analysis.quotedConnection(row);
    if (connection < 0) {
      return "An ICMP message: " + IcmpNames.of(message) + ".";
    }
    Connection flow = analysis.connections().get(connection);
    boolean fromClient = Flights.isFromClient(message.quoted(), flow);
    Endpoint target = fromClient ? flow.server() : flow.client();
    String sender = Words.the(lifelines.get(flight.to()).name());
    if (IcmpNames.isPortUnreachable(message)) {
      return "No socket has port "
          + target.port()
          + " at "
          + target.address()
          + ", so the kernel there answers with an ICMP port unreachable that quotes the datagram."
          + " If "
          + sender
          + "'s socket is connected, its next call fails with ECONNREFUSED.";
    }
    return message.ip().source()
        + " tells "
        + sender
        + " that its packet to "
        + target
        + " went no further: "
        + IcmpNames.of(message)
        + ".";
  }
}
