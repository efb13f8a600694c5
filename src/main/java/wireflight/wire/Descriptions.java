package wireflight.wire;

import java.util.List;
import java.util.StringJoiner;
import wireflight.packet.Scan;

/** Packets in a few words. */
final class Descriptions {
  /** By the bits of the header, the lowest first (RFC 9293, section 3.1). */
  private static final List<String> NAMES =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "NS");

  private Descriptions() {}

  /** As in {@code PSH-ACK 5 bytes, 10.0.0.1:41234 → 10.0.0.2:80}. */
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
    String flags = packet.tcpKnown() ? flags(packet.flags()) : "TCP";
    return packet.tcpKnown() && packet.length() > 0
        ? flags + " " + packet.length() + " bytes"
        : flags;
  }

  private static String flags(int flags) {
    StringJoiner names = new StringJoiner("-");
    for (int bit = 0; bit < NAMES.size(); bit++) {
      if ((flags >> bit & 1) != 0) {
        names.add(NAMES.get(bit));
      }
    }
    return names.toString();
  }

  private static String end(String address, int port, boolean known) {
    if (!known) {
      return address;
    }
    return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
  }
}
