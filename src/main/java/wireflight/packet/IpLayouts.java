package wireflight.packet;

/** The fields of IPv4 (RFC 791, section 3.1) and IPv6 (RFC 8200, section 3) headers. */
final class IpLayouts {
  private IpLayouts() {}

  static HeaderLayout v4(HeaderLayout.Bytes bytes, IpHeader ip) {
    LayoutBuilder layout =
        new LayoutBuilder(bytes, ip.offset())
            .number(4, "Version", "4: this is IPv4.")
            .field(
                4,
                "IHL",
                words -> words + " (" + 4 * words + " bytes)",
                "The header's length in 32-bit words, options included.")
            .number(6, "DSCP", "How urgently routers should treat the packet (RFC 2474).")
            .field(2, "ECN", IpLayouts::congestion, "Lets routers report congestion (RFC 3168).")
            .number(16, "Total Length", "Bytes of header and data together.")
            .hex(16, "Identification", "Tells which fragments belong together.")
            .number(1, "Reserved", "Always 0.")
            .field(1, "DF", IpLayouts::flag, "Don't Fragment: routers must not cut it up.")
            .field(1, "MF", IpLayouts::flag, "More Fragments: further pieces follow this one.")
            .field(
                13,
                "Fragment Offset",
                units -> Long.toString(8 * units),
                "Where this piece belongs in the whole datagram, in bytes.")
            .number(8, "Time to Live", "How many routers it may still pass.")
            .field(8, "Protocol", IpLayouts::protocol, "What stands in the data.")
            .hex(16, "Header Checksum", "Guards the header; every router computes it anew.")
            .text(32, "Source Address", ip.source().toString(), "Who sent it.")
            .text(32, "Destination Address", ip.destination().toString(), "Whom it is for.");
    int options = 8 * ip.length() - 160;
    return layout
        .text(options, "Options", options / 8 + " bytes", "Rarely used extras (RFC 791).")
        .build("IPv4");
  }

  static HeaderLayout v6(HeaderLayout.Bytes bytes, IpHeader ip) {
    LayoutBuilder layout =
        new LayoutBuilder(bytes, ip.offset())
            .number(4, "Version", "6: this is IPv6.")
            .number(6, "DSCP", "How urgently routers should treat the packet (RFC 2474).")
            .field(2, "ECN", IpLayouts::congestion, "Lets routers report congestion (RFC 3168).")
            .hex(20, "Flow Label", "The same for all packets of one flow (RFC 6437).")
            .number(16, "Payload Length", "Bytes after this header, extension headers included.")
            .field(8, "Next Header", IpLayouts::protocol, "What stands after this header.")
            .number(8, "Hop Limit", "How many routers it may still pass.")
            .text(128, "Source Address", ip.source().toString(), "Who sent it.")
            .text(128, "Destination Address", ip.destination().toString(), "Whom it is for.");
    int extensions = 8 * ip.length() - 320;
    return layout
        .text(
            extensions,
            "Extension Headers",
            extensions / 8 + " bytes",
            "Options, routing or fragmentation between header and data.")
        .build("IPv6");
  }

  static String flag(long bit) {
    return bit == 0 ? "not set" : "set";
  }

  private static String congestion(long code) {
    return switch ((int) code) {
      case 1 -> "ECT(1)";
      case 2 -> "ECT(0)";
      case 3 -> "CE: congestion met";
      default -> "not ECN-capable";
    };
  }

  private static String protocol(long number) {
    String name =
        switch ((int) number) {
          case 0 -> "hop-by-hop options";
          case 1 -> "ICMP";
          case 4 -> "IPv4";
          case 6 -> "TCP";
          case 17 -> "UDP";
          case 41 -> "IPv6";
          case 43 -> "routing header";
          case 44 -> "fragment header";
          case 47 -> "GRE";
          case 51 -> "authentication header";
          case 58 -> "ICMPv6";
          case 60 -> "destination options";
          case 132 -> "SCTP";
          default -> "";
        };
    return name.isEmpty() ? Long.toString(number) : number + " (" + name + ")";
  }
}
