package wireflight.packet;

import wireflight.language.Texts;

/** The fields of IPv4 (RFC 791, section 3.1) and IPv6 (RFC 8200, section 3) headers. */
final class IpLayouts {
  private IpLayouts() {}

  static HeaderLayout v4(HeaderLayout.Bytes bytes, IpHeader ip, Checksum sum) {
    LayoutBuilder layout =
        new LayoutBuilder(bytes, ip.offset())
            .number(4, "Version", "ip.version4")
            .field(4, "IHL", words -> words(bytes.texts(), words), "ip.headerLength")
            .number(6, "DSCP", "ip.urgency")
            .field(2, "ECN", code -> congestion(bytes.texts(), code), "ip.congestion")
            .number(16, "Total Length", "ip.totalLength")
            .hex(16, "Identification", "ip.identification")
            .number(1, "Reserved", "ip.reserved")
            .field(1, "DF", bit -> flag(bytes.texts(), bit), "ip.whole")
            .field(1, "MF", bit -> flag(bytes.texts(), bit), "ip.more")
            .field(13, "Fragment Offset", units -> Long.toString(8 * units), "ip.offset")
            .number(8, "Time to Live", "ip.hops")
            .field(8, "Protocol", number -> protocol(bytes.texts(), number), "ip.protocol")
            .checksum(16, "Header Checksum", "ip.checksum", sum)
            .text(32, "Source Address", ip.source().toString(), "ip.source")
            .text(32, "Destination Address", ip.destination().toString(), "ip.destination");
    int options = 8 * ip.length() - 160;
    return layout
        .text(options, "Options", size(bytes.texts(), options / 8), "ip.options")
        .build("IPv4");
  }

  static HeaderLayout v6(HeaderLayout.Bytes bytes, IpHeader ip) {
    LayoutBuilder layout =
        new LayoutBuilder(bytes, ip.offset())
            .number(4, "Version", "ip.version6")
            .number(6, "DSCP", "ip.urgency")
            .field(2, "ECN", code -> congestion(bytes.texts(), code), "ip.congestion")
            .hex(20, "Flow Label", "ip.flow")
            .number(16, "Payload Length", "ip.payloadLength")
            .field(8, "Next Header", number -> protocol(bytes.texts(), number), "ip.nextHeader")
            .number(8, "Hop Limit", "ip.hops")
            .text(128, "Source Address", ip.source().toString(), "ip.source")
            .text(128, "Destination Address", ip.destination().toString(), "ip.destination");
    int extensions = 8 * ip.length() - 320;
    return layout
        .text(extensions, "Extension Headers", size(bytes.texts(), extensions / 8), "ip.extensions")
        .build("IPv6");
  }

  static String flag(Texts texts, long bit) {
    return texts.get(bit == 0 ? "value.notSet" : "value.set");
  }

  /** A header's length in words of 32 bits, and in bytes. */
  static String words(Texts texts, long words) {
    return texts.get("value.words", words, 4 * words);
  }

  static String size(Texts texts, long bytes) {
    return texts.get("value.bytes", String.valueOf(bytes));
  }

  private static String congestion(Texts texts, long code) {
    return switch ((int) code) {
      case 1 -> "ECT(1)";
      case 2 -> "ECT(0)";
      case 3 -> texts.get("ip.congestionMet");
      default -> texts.get("ip.noCongestion");
    };
  }

  private static String protocol(Texts texts, long number) {
    String name =
        switch ((int) number) {
          case 0 -> texts.get("ip.hopByHop");
          case 1 -> "ICMP";
          case 4 -> "IPv4";
          case 6 -> "TCP";
          case 17 -> "UDP";
          case 41 -> "IPv6";
          case 43 -> texts.get("ip.routing");
          case 44 -> texts.get("ip.fragment");
          case 47 -> "GRE";
          case 51 -> texts.get("ip.authentication");
          case 58 -> "ICMPv6";
          case 60 -> texts.get("ip.destinationOptions");
          case 132 -> "SCTP";
          default -> "";
        };
    return name.isEmpty() ? Long.toString(number) : number + " (" + name + ")";
  }
}
