package wireflight.packet;

/** The fields of TCP, UDP, ICMP and SCTP headers. */
final class TransportLayouts {
  private static final String[][] FLAGS = {
    {"CWR", "Congestion Window Reduced: the sender has slowed down (RFC 3168)."},
    {"ECE", "ECN-Echo: congestion was met on the way (RFC 3168)."},
    {"URG", "The urgent pointer counts."},
    {"ACK", "The acknowledgment number counts."},
    {"PSH", "Hand the data to the application without waiting for more."},
    {"RST", "Reset: the connection is broken off."},
    {"SYN", "Synchronize: opens the connection and fixes the first sequence number."},
    {"FIN", "Finish: the sender has no more data."},
  };

  private TransportLayouts() {}

  /** RFC 9293, section 3.1. */
  static HeaderLayout tcp(HeaderLayout.Bytes bytes, TcpSegment segment, Checksum sum) {
    LayoutBuilder layout =
        ports(bytes, segment.offset())
            .number(32, "Sequence Number", "The number of the first byte of data, or of the SYN.")
            .number(32, "Acknowledgment Number", "The next byte that the sender expects.")
            .field(
                4,
                "Data Offset",
                words -> words + " (" + 4 * words + " bytes)",
                "The header's length in 32-bit words, options included.")
            .number(3, "Reserved", "Always 0 for now.")
            .field(1, "NS", IpLayouts::flag, "A nonce once tried for ECN (RFC 3540).");
    for (String[] flag : FLAGS) {
      layout.field(1, flag[0], IpLayouts::flag, flag[1]);
    }
    layout
        .number(16, "Window", "How many bytes the sender can take, before any scaling.")
        .hex(16, "Checksum", "Guards header and data: " + sum.words() + ".")
        .number(16, "Urgent Pointer", "Where urgent data ends; counts only with URG.");
    TcpOptionLayouts.add(layout, bytes, segment);
    return layout.build("TCP");
  }

  /** RFC 768. */
  static HeaderLayout udp(HeaderLayout.Bytes bytes, UdpDatagram datagram, Checksum sum) {
    return ports(bytes, datagram.offset())
        .number(16, "Length", "Bytes of header and data together.")
        .hex(16, "Checksum", "Guards header and data: " + sum.words() + ".")
        .build("UDP");
  }

  /** RFC 792; RFC 4443, section 2.1. */
  static HeaderLayout icmp(HeaderLayout.Bytes bytes, IcmpMessage message, Checksum sum) {
    return new LayoutBuilder(bytes, message.offset())
        .number(8, "Type", "What kind of message it is.")
        .number(8, "Code", "Which of that kind.")
        .hex(16, "Checksum", "Guards the message: " + sum.words() + ".")
        .hex(32, "Rest of Header", "What it means depends on the type.")
        .build(message.ip().protocol() == 58 ? "ICMPv6" : "ICMP");
  }

  /** RFC 9260, section 3.1. */
  static HeaderLayout sctp(HeaderLayout.Bytes bytes, SctpPacket packet, Checksum sum) {
    return ports(bytes, packet.offset())
        .hex(32, "Verification Tag", "Proves that the packet belongs to the association.")
        .hex(32, "Checksum", "CRC-32C over the whole packet: " + sum.words() + ".")
        .build("SCTP");
  }

  private static LayoutBuilder ports(HeaderLayout.Bytes bytes, int at) {
    return new LayoutBuilder(bytes, at)
        .number(16, "Source Port", "The sender's port.")
        .number(16, "Destination Port", "The receiver's port.");
  }
}
