package wireflight.packet;

/** The fields of TCP, UDP, ICMP and SCTP headers. */
final class TransportLayouts {
  private static final String[][] FLAGS = {
    {"CWR", "tcp.cwr"},
    {"ECE", "tcp.ece"},
    {"URG", "tcp.urg"},
    {"ACK", "tcp.ack"},
    {"PSH", "tcp.psh"},
    {"RST", "tcp.rst"},
    {"SYN", "tcp.syn"},
    {"FIN", "tcp.fin"},
  };

  private TransportLayouts() {}

  /** RFC 9293, section 3.1. */
  static HeaderLayout tcp(HeaderLayout.Bytes bytes, TcpSegment segment, Checksum sum) {
    LayoutBuilder layout =
        ports(bytes, segment.offset())
            .number(32, "Sequence Number", "tcp.sequence")
            .number(32, "Acknowledgment Number", "tcp.acknowledgment")
            .field(
                4, "Data Offset", words -> IpLayouts.words(bytes.texts(), words), "ip.headerLength")
            .number(3, "Reserved", "tcp.reserved")
            .field(1, "NS", bit -> IpLayouts.flag(bytes.texts(), bit), "tcp.ns");
    for (String[] flag : FLAGS) {
      layout.field(1, flag[0], bit -> IpLayouts.flag(bytes.texts(), bit), flag[1]);
    }
    layout
        .number(16, "Window", "tcp.window")
        .checksum(16, "Checksum", "checksum.transport", sum)
        .number(16, "Urgent Pointer", "tcp.urgent");
    TcpOptionLayouts.add(layout, bytes, segment);
    return layout.build("TCP");
  }

  /** RFC 768. */
  static HeaderLayout udp(HeaderLayout.Bytes bytes, UdpDatagram datagram, Checksum sum) {
    return ports(bytes, datagram.offset())
        .number(16, "Length", "ip.totalLength")
        .checksum(16, "Checksum", "checksum.transport", sum)
        .build("UDP");
  }

  /** RFC 792; RFC 4443, section 2.1. */
  static HeaderLayout icmp(HeaderLayout.Bytes bytes, IcmpMessage message, Checksum sum) {
    return new LayoutBuilder(bytes, message.offset())
        .number(8, "Type", "icmp.type")
        .number(8, "Code", "icmp.code")
        .checksum(16, "Checksum", "checksum.icmp", sum)
        .hex(32, "Rest of Header", "icmp.rest")
        .build(message.ip().protocol() == 58 ? "ICMPv6" : "ICMP");
  }

  /** RFC 9260, section 3.1. */
  static HeaderLayout sctp(HeaderLayout.Bytes bytes, SctpPacket packet, Checksum sum) {
    return ports(bytes, packet.offset())
        .hex(32, "Verification Tag", "sctp.verification")
        .checksum(32, "Checksum", "checksum.sctp", sum)
        .build("SCTP");
  }

  private static LayoutBuilder ports(HeaderLayout.Bytes bytes, int at) {
    return new LayoutBuilder(bytes, at)
        .number(16, "Source Port", "ports.source")
        .number(16, "Destination Port", "ports.destination");
  }
}
