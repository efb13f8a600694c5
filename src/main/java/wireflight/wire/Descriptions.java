package wireflight.wire;

import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;

/** Packets in a few words. */
final class Descriptions {
  private Descriptions() {}

  /** As in {@code PA 5 bytes, 10.0.0.1:41234 → 10.0.0.2:80}. */
  static String of(Scan packet) {
    String what =
        switch (packet.kind()) {
          case TCP -> tcp(packet);
          case UDP -> "UDP " + Math.max(0, packet.length() - 8) + " bytes";
          case SCTP -> "SCTP";
          case ICMP -> "ICMP";
          case ICMPV6 -> "ICMPv6";
          case FRAGMENT -> "IP fragment";
          case UNDECODED -> "not decoded";
        };
    if (!packet.hasIp()) {
      return what;
    }
    boolean ports = packet.portsKnown();
    return what
        + ", "
        + end(packet.source().toString(), packet.sourcePort(), ports)
        + " → "
        + end(packet.destination().toString(), packet.destinationPort(), ports);
  }

  private static String tcp(Scan packet) {
    String flags = packet.tcpKnown() ? TcpFlags.letters(packet.flags()) : "TCP";
    return packet.tcpKnown() && packet.length() > 0
        ? flags + " " + packet.length() + " bytes"
        : flags;
  }

  private static String end(String address, int port, boolean known) {
    if (!known) {
      return address;
    }
    return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
  }
}
