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
import wireflight.trace.Frame;

/** Finds the packet that an ICMP error quotes (RFC 792; RFC 4443, section 3). */
final class Quotes {
  /** Errors come soon: further back than this nothing is looked for. */
  private static final int FARTHEST = 4096;

  /** Pings are not looked up by connection, so not as far back. */
  private static final int NEAR = 512;

  /** A quote may be padded to so many bytes, with extensions after it (RFC 4884, section 4). */
  private static final int UNEXTENDED = 128;

  private Quotes() {}

  /** The latest packet before a row that the ICMP error there may quote; -1 where there is none. */
  static int find(Snapshot analysis, int row) {
    int connection = analysis.quotedConnection(row);
    if (!analysis.trace().isFrame(row) || !(analysis.packet(row) instanceof IcmpMessage error)) {
      return Columns.NONE;
    }
    Packet quoted = error.quoted();
    if (quoted instanceof IcmpMessage message) {
      return message(analysis, row, message);
    }
    if (quoted == null || connection < 0) {
      return Columns.NONE;
    }
    Connection flow = analysis.connections().get(connection);
    int at = Math.min(row - 1, flow.lastRow());
    int end = Math.max(flow.firstRow(), at - FARTHEST);
    for (; at >= end; at--) {
      if (analysis.connectionOf(at) == connection
          && analysis.fromClient(at) == analysis.fromClient(row)) {
        Packet sent = analysis.packet(at);
        if (isQuoted(quoted, sent) && sameBytes(analysis, row, error, quoted, at, sent)) {
          return at;
        }
      }
    }
    return Columns.NONE;
  }

  /** The latest message, as of a ping, that an error quotes. */
  private static int message(Snapshot analysis, int row, IcmpMessage quoted) {
    for (int at = row - 1; at >= Math.max(0, row - NEAR); at--) {
      if (analysis.trace().isFrame(at)
          && analysis.connectionOf(at) < 0
          && analysis.packet(at) instanceof IcmpMessage sent
          && sent.type() == quoted.type()
          && sent.code() == quoted.code()
          && sameDatagram(quoted.ip(), sent.ip())
          && alike(analysis, row, quoted.offset() + 4, at, sent.offset() + 4, 4)) {
        return at;
      }
    }
    return Columns.NONE;
  }

  /** Of datagrams without identifications their data tells which one is quoted. */
  private static boolean sameBytes(
      Snapshot analysis, int row, IcmpMessage error, Packet quoted, int at, Packet sent) {
    if (!(quoted instanceof UdpDatagram datagram) || !(sent instanceof UdpDatagram original)) {
      return true;
    }
    int first = datagram.payloadOffset();
    IpHeader ip = error.ip();
    int end = ip.offset() + ip.length() + ip.payloadLength();
    int quote = Math.min(UNEXTENDED - (first - datagram.ip().offset()), end - first);
    int most = Math.min(original.payloadLength(), quote);
    return alike(analysis, row, first, at, original.payloadOffset(), most);
  }

  /** Whether bytes of two frames are the same, as far as both were captured. */
  private static boolean alike(
      Snapshot analysis, int row, int from, int other, int otherFrom, int most) {
    Frame one = analysis.trace().frame(row);
    Frame two = analysis.trace().frame(other);
    int count = Math.min(most, Math.min(one.length() - from, two.length() - otherFrom));
    for (int i = 0; i < count; i++) {
      if (one.data().get(one.offset() + from + i) != two.data().get(two.offset() + otherFrom + i)) {
        return false;
      }
    }
    return true;
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
