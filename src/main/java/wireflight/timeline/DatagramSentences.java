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
  private final Words words;

  DatagramSentences(
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
  }

  String of(int row) {
    Moment.Flight flight = flights.flight(row);
    String from = words.the(lifelines.get(flight.from()).name());
    Packet packet = analysis.packet(row);
    return switch (packet) {
      case UdpDatagram datagram -> datagram(flight, from, datagram);
      case IcmpMessage message -> icmp(row, flight, message);
      case SctpPacket sctp -> words.say("packet.sctp", from, flight.label());
      case TcpSegment segment -> words.say("packet.stray", from);
      case IpFragment fragment -> piece(row, from, fragment.ip());
      case Undecoded undecoded -> undecoded.reason(analysis.language());
    };
  }

  private String piece(int row, String from, IpHeader ip) {
    int first = scan.pieces.first(row);
    int end = ip.fragmentOffset() + ip.payloadLength();
    String key = (first < 0 ? "piece.unknown" : "piece") + (ip.moreFragments() ? "" : ".last");
    String begin = Words.plain(ip.fragmentOffset());
    return words.say(key, from, Words.frame(first), begin, Words.plain(end - 1));
  }

  private String datagram(Moment.Flight flight, String from, UdpDatagram datagram) {
    String to = words.the(lifelines.get(flight.to()).name());
    int row = flight.row();
    StringBuilder text = new StringBuilder();
    String size = words.bytes(datagram.payloadLength());
    String port = Words.plain(datagram.destinationPort());
    text.append(words.say("datagram", from, size, port)).append(' ');
    if (scan.pieces.first(row) >= 0) {
      String key = datagram.ip().moreFragments() ? "datagram.cut" : "datagram.cut.tunnel";
      text.append(words.say(key, scan.pieces.frames(row))).append(' ');
    }
    if (flights.discarded(row)) {
      text.append(words.say("packet.discarded", to)).append(' ');
      return text.append(words.say("datagram.discarded")).toString();
    }
    int refusal = scan.fates.refusal(row);
    if (refusal >= 0) {
      return text.append(words.say("datagram.refused", Words.frame(refusal))).toString();
    }
    if (flight.lost()) {
      return text.append(words.say("datagram.lost")).toString();
    }
    if (calls.inProgress(row, flight.to(), "recvfrom", "recv") >= 0) {
      text.append(words.say("datagram.waiting", to)).append(' ');
    }
    String pair = pair(row);
    if (pair.isEmpty()) {
      pair = words.say(flight.received() ? "datagram.received" : "datagram.sent");
    }
    return text.append(pair).toString();
  }

  /** What it answers or what answers it; empty where nothing tells. */
  private String pair(int row) {
    int request = scan.pairs.request(row);
    if (request >= 0) {
      return since("pair.answer", request, row);
    }
    int before = scan.pairs.before(row);
    String again =
        before >= 0 && scan.pairs.isNumbered(row) ? since("pair.again", before, row) + " " : "";
    int answer = scan.pairs.answer(row);
    if (answer >= 0) {
      return again + words.say("pair.answered", Words.frame(answer));
    }
    return scan.fateOf(row) == Fate.UNANSWERED ? again + words.say("pair.unanswered") : "";
  }

  /** A text on an earlier frame, with how long ago that was if it is known. */
  private String since(String key, int earlier, int row) {
    long span = analysis.trace().time(row) - analysis.trace().time(earlier);
    boolean known =
        analysis.trace().time(earlier) != Trace.NO_TIME
            && analysis.trace().time(row) != Trace.NO_TIME;
    return known && span >= 0
        ? words.say(key + ".since", Words.frame(earlier), words.time(span))
        : words.say(key, Words.frame(earlier));
  }

  private String icmp(int row, Moment.Flight flight, IcmpMessage message) {
    int connection = analysis.quotedConnection(row);
    if (connection < 0) {
      return words.say("error", IcmpNames.of(message, words));
    }
    Connection flow = analysis.connections().get(connection);
    boolean fromClient = analysis.fromClient(row);
    int quoted = analysis.quotedRow(row);
    String framed = quoted < 0 ? "" : ".frame";
    Endpoint target = fromClient ? flow.server() : flow.client();
    String sender = words.the(lifelines.get(flight.to()).name());
    if (IcmpNames.isPortUnreachable(message)) {
      String port = Words.plain(target.port());
      return words.say("error.port" + framed, port, target.address(), sender, Words.frame(quoted));
    }
    return words.say(
        "error.undelivered" + framed,
        message.ip().source(),
        target,
        sender,
        Words.frame(quoted),
        IcmpNames.of(message, words));
  }
}
