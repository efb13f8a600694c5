package wireflight.connection;

import org.jspecify.annotations.Nullable;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;

/** Finds the packet that an ICMP error quotes (RFC 792; RFC 4443, section 3). */
final class Quotes {
  /** Errors come soon: further back than this nothing is looked for. */
  private static final int FARTHEST = 4096;

  private Quotes() {}

  /** The latest packet before a row that the ICMP error there may quote; -1 where there is none. */
  static int find(Snapshot analysis, int row) {
    int connection = analysis.quotedConnection(row);
    Packet quoted =
        connection >= 0 && analysis.packet(row) instanceof IcmpMessage message
            ? message.quoted()
            : null;
    if (quoted == null) {
      return Columns.NONE;
    }
    Connection flow = analysis.connections().get(connection);
    int at = Math.min(row - 1, flow.lastRow());
    int end = Math.max(flow.firstRow(), at - FARTHEST);
    for (; at >= end; at--) {
      if (analysis.connectionOf(at) == connection
          && analysis.fromClient(at) == analysis.fromClient(row)
          && isQuoted(quoted, analysis.packet(at))) {
        return at;
      }
    }
    return Columns.NONE;
  }

  private static boolean isQuoted(Packet quoted, Packet sent) {
    if (!sameDatagram(quoted.ip(), sent.ip())) {
      return false;
    }
    // At least the first eight bytes of the transport header are quoted.
    return switch (quoted) {
      case TcpSegment segment ->
          sent instanceof TcpSegment other && other.sequenceNumber() == segment.sequenceNumber();
      // The checksum may not have been filled in yet where the datagram was captured.
      case UdpDatagram datagram ->
          sent instanceof UdpDatagram other && other.length() == datagram.length();
      case SctpPacket packet ->
          sent instanceof SctpPacket other && other.verificationTag() == packet.verificationTag();
      case IcmpMessage message -> false;
      case IpFragment fragment -> false;
      case Undecoded undecoded -> false;
    };
  }

  private static boolean sameDatagram(@Nullable IpHeader quoted, @Nullable IpHeader sent) {
    return quoted != null
        && sent != null
        && quoted.source().equals(sent.source())
        && quoted.identification() == sent.identification();
  }
}
