package wireflight.packet;

/** The headers before IP, by the LINKTYPE_ registry and by EtherType. */
final class LinkLayers {
  private static final int LARGEST_LENGTH = 1500;

  /** Above it, two bytes of a loopback header are no family of their own. */
  private static final int LARGEST_SHORT_FAMILY = 6;

  private LinkLayers() {}

  /** A frame by its link type. */
  static void frame(Scan s, int linkType, int at) {
    if (s.tooDeep()) {
      return;
    }
    switch (linkType) {
      case 0 -> nullHeader(s, at, false);
      case 108 -> nullHeader(s, at, true);
      case 1 -> ethernet(s, at);
      case 6 -> OtherLinks.tokenRing(s, at);
      case 10 -> OtherLinks.ring(s, at, 13);
      case 9, 50, 104 -> OtherLinks.hdlc(s, at);
      case 51 -> pppoe(s, at);
      case 12, 14, 101 -> InternetLayers.byVersion(s, at);
      case 228 -> InternetLayers.v4(s, at);
      case 229 -> InternetLayers.v6(s, at);
      case 105 -> Wireless.frame(s, at);
      case 107 -> OtherLinks.frameRelay(s, at);
      case 113 -> cooked(s, at);
      case 119 -> Wireless.prism(s, at);
      case 127 -> Wireless.radiotap(s, at);
      case 163 -> Wireless.avs(s, at);
      case 178 -> CaptureHeaders.juniperEthernet(s, at);
      case 192 -> CaptureHeaders.perPacketInformation(s, at);
      case 226 -> CaptureHeaders.solaris(s, at);
      case 239 -> CaptureHeaders.netfilterLog(s, at);
      case 242 -> OtherLinks.infiniband(s, at);
      case 258 -> CaptureHeaders.packetTap(s, at);
      case 276 -> cooked2(s, at);
      default -> s.undecoded("undecoded.linkType", linkType);
    }
  }

  /**
   * BSD loopback: an address family in the byte order of the machine, or of the network; an
   * EtherType in its place; a family of 16 bits with something else beside it.
   */
  private static void nullHeader(Scan s, int at, boolean networkOrder) {
    if (s.cut(at, 4, "part.loopback")) {
      return;
    }
    if (s.u16(at) == 0xff03) {
      Tunnels.ppp(s, at);
      return;
    }
    int family = networkOrder ? s.data.getInt(at) : family(s, at);
    switch (family) {
      case 2 -> InternetLayers.v4(s, at + 4);
      case 10, 24, 28, 30 -> InternetLayers.v6(s, at + 4);
      default -> {
        if (Integer.compareUnsigned(family, LARGEST_LENGTH) > 0 && !networkOrder) {
          etherType(s, family & 0xffff, at + 4);
        } else {
          s.undecoded("undecoded.family", family);
        }
      }
    }
  }

  private static int family(Scan s, int at) {
    int little = Integer.reverseBytes(s.data.getInt(at));
    int high = little >>> 16;
    if (high == 0) {
      return (little & 0xff) == 0 && little <= LARGEST_SHORT_FAMILY << 8 ? little >>> 8 : little;
    }
    return high < LARGEST_SHORT_FAMILY ? high : Integer.reverseBytes(little);
  }

  static void ethernet(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 14, "part.ethernet")) {
      return;
    }
    typeOrLength(s, s.u16(at + 12), at + 14);
  }

  /** IEEE 802.3, clause 3.2.6: up to 1500 it is a length and LLC follows, else an EtherType. */
  private static void typeOrLength(Scan s, int type, int next) {
    if (type > LARGEST_LENGTH) {
      etherType(s, type, next);
      return;
    }
    s.endAt((long) next + type);
    if (s.end - next >= 2 && s.u16(next) == 0xffff) {
      s.undecoded("undecoded.ipx");
    } else {
      logicalLink(s, next);
    }
  }

  /** Whether {@link #etherType} can go on from there. */
  static boolean isKnown(int type) {
    return switch (type) {
      case 0x0800, 0x86dd, 0x8100, 0x88a8, 0x9100, 0x8847, 0x8848, 0x8864, 0x0806 -> true;
      default -> false;
    };
  }

  static void etherType(Scan s, int type, int at) {
    switch (type) {
      case 0x0800 -> InternetLayers.v4(s, at);
      case 0x86dd -> InternetLayers.v6(s, at);
      case 0x8100, 0x88a8, 0x9100, 0x9200 -> tag(s, at);
      case 0x8847, 0x8848 -> Tunnels.mpls(s, at);
      case 0x8864 -> pppoe(s, at);
      case 0x880b -> Tunnels.ppp(s, at);
      case 0x6558 -> ethernet(s, at);
      case 0x894f -> Tunnels.nsh(s, at);
      case 0x8903 -> {
        // Cisco FabricPath: a whole Ethernet frame follows, its check sequence last.
        s.endAt((long) s.limit - 4);
        ethernet(s, at + 2);
      }
      case 0x8909 -> ciscoMetadata(s, at);
      case 0x88e5 -> macSecurity(s, at);
      case 0x88e7 -> ethernet(s, at + 4);
      case 0x0806 -> s.undecoded("undecoded.arp");
      default -> s.undecoded("undecoded.etherType", String.format("0x%04x", type));
    }
  }

  /** A VLAN tag (IEEE 802.1Q); tags may be stacked. */
  private static void tag(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 4, "part.vlan")) {
      return;
    }
    typeOrLength(s, s.u16(at + 2), at + 4);
  }

  private static void ciscoMetadata(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 8, "part.cisco")) {
      return;
    }
    // Version, length, options and security group tag come before the type.
    etherType(s, s.u16(at + 6), at + 8);
  }

  /**
   * MACsec (IEEE 802.1AE, clause 9.3): a tag before the EtherType, a check value of 16 bytes after
   * the data, which is readable unless the tag says that it is encrypted or changed.
   */
  private static void macSecurity(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 6, "part.macsec")) {
      return;
    }
    int control = s.u8(at);
    int shortLength = s.u8(at + 1) & 0x3f;
    int next = at + ((control & 0x20) == 0 ? 6 : 14);
    if ((control & 0x0c) != 0) {
      s.undecoded("undecoded.macsec");
      return;
    }
    s.endAt(shortLength == 0 ? (long) s.limit - 16 : (long) next + shortLength);
    if (!s.cut(next, 2, "part.macsec")) {
      typeOrLength(s, s.u16(next), next + 2);
    }
  }

  /** LLC and SNAP (IEEE 802.2; RFC 1042). */
  static void logicalLink(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 3, "part.llc")) {
      return;
    }
    int service = s.u8(at);
    int control = s.u8(at + 2);
    int next = at + ((control & 3) == 3 ? 3 : 4);
    if (service == 0xaa && s.u8(at + 1) == 0xaa) {
      if (s.cut(next, 5, "part.snap")) {
        return;
      }
      int organisation = s.u8(next) << 16 | s.u16(next + 1);
      if (organisation == 0 || organisation == 0x0000f8) {
        etherType(s, s.u16(next + 3), next + 5);
      } else {
        s.undecoded("undecoded.snap", String.format("0x%06x", organisation));
      }
    } else if (service == 0x06) {
      InternetLayers.v4(s, next);
    } else {
      s.undecoded("undecoded.llc", String.format("0x%02x", service));
    }
  }

  /** PPP over Ethernet, session stage (RFC 2516, section 4). */
  private static void pppoe(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 6, "part.pppoe")) {
      return;
    }
    s.endAt((long) at + 6 + s.u16(at + 4));
    Tunnels.pppProtocol(s, at + 6);
  }

  private static void cooked(Scan s, int at) {
    if (!s.cut(at, 16, "part.cooked")) {
      cookedPayload(s, s.u16(at + 14), at + 16);
    }
  }

  private static void cooked2(Scan s, int at) {
    if (!s.cut(at, 20, "part.cooked")) {
      cookedPayload(s, s.u16(at), at + 20);
    }
  }

  private static void cookedPayload(Scan s, int protocol, int at) {
    switch (protocol) {
      case 1 -> s.undecoded("undecoded.ipx");
      case 4 -> logicalLink(s, at);
      default -> etherType(s, protocol, at);
    }
  }
}
