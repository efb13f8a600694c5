package wireflight.application;

import java.util.Optional;
import wireflight.connection.Connection;
import wireflight.packet.UdpDatagram;
import wireflight.trace.Frame;

/** The messages that UDP datagrams carry: DNS, each in a datagram of its own. */
final class Datagrams {
  private final DnsPairs pairs = new DnsPairs();

  /** The message in a datagram of a row, if it carries one. */
  Optional<Message> read(
      Connection connection, boolean fromClient, int row, Frame frame, UdpDatagram datagram) {
    int sent = Math.max(0, datagram.payloadLength());
    int captured = Math.clamp(frame.length() - (long) datagram.payloadOffset(), 0, sent);
    if (captured < DnsMessage.HEADER) {
      return Optional.empty();
    }
    byte[] bytes = new byte[captured];
    frame.data().get(frame.offset() + datagram.payloadOffset(), bytes);
    boolean usual = DnsPorts.usual(datagram.sourcePort(), datagram.destinationPort());
    if (!DnsMessage.plausible(bytes, true)) {
      return Optional.empty();
    }
    DnsMessage message = DnsMessage.parse(bytes);
    if (!usual && !message.isCertain()) {
      return Optional.empty();
    }
    boolean cut = captured < sent || datagram.ip().moreFragments();
    return Optional.of(
        new Message(
            Protocol.DNS,
            message.response() ? Kind.RESPONSE : Kind.REQUEST,
            connection.index(),
            fromClient,
            Rows.of(row),
            0,
            sent,
            frame.time(),
            pairs.pair(connection.index(), message, row),
            message.summary(),
            message.fields(),
            cut ? "The datagram was not captured whole" : message.problem()));
  }
}
