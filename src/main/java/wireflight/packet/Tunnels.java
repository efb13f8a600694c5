package wireflight.packet;

/** Headers that carry one network inside another: GRE, MPLS, PPP, ERSPAN, NSH, PIM. */
final class Tunnels {
  private static final int ERSPAN = 0x88be;
  private static final int ERSPAN_III = 0x22eb;
  private static final int PPP = 0x880b;
  private static final int WCCP = 0x883e;

  private Tunnels() {}

  /** Generic Routing Encapsulation (RFC 2784, RFC 2890; version 1: RFC 2637). */
  static void gre(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 4, "part.gre")) {
      return;
    }
    int bits = s.u16(at);
    int type = s.u16(at + 2);
    int next = at + 4;
    boolean routed = (bits & 0x4000) != 0;
    boolean numbered = (bits & 0x1000) != 0;
    if ((bits & 0x8000) != 0 || routed) {
      next += 4;
    }
    if ((bits & 0x2000) != 0) {
      next += 4;
    }
    if (numbered) {
      next += 4;
    }
    if ((bits & 0x0087) == 0x0081) {
      // An acknowledgment number only version 1 has (RFC 2637, section 4.1).
      next += 4;
    }
    if (routed) {
      next = afterRouting(s, next);
      if (next < 0) {
        return;
      }
    }
    if (s.cut(next, 0, "part.gre")) {
      return;
    }
    if (type == ERSPAN) {
      // Type I has neither sequence number nor header of its own.
      LinkLayers.ethernet(s, numbered ? next + 8 : next);
    } else if (type == ERSPAN_III) {
      erspan3(s, next);
    } else if (type == PPP) {
      ppp(s, next);
    } else if ((type & 0xfe0f) == 0x8200) {
      Wireless.frame(s, next);
    } else if (type == WCCP) {
      // WCCP version 2 may put a 4-byte redirect header before the packet.
      InternetLayers.v4(s, next < s.end && s.u8(next) >>> 4 != 4 ? next + 4 : next);
    } else if (type == 0) {
      s.undecoded("undecoded.greKeepAlive");
    } else {
      LinkLayers.etherType(s, type, next);
    }
  }

  private static int afterRouting(Scan s, int at) {
    int place = at;
    while (true) {
      if (s.cut(place, 4, "part.greRouting")) {
        return -1;
      }
      int family = s.u16(place);
      int length = s.u8(place + 3);
      place += 4 + length;
      if (family == 0 && length == 0) {
        return place;
      }
    }
  }

  private static void erspan3(Scan s, int at) {
    if (s.cut(at, 12, "part.erspan")) {
      return;
    }
    boolean platform = (s.u8(at + 11) & 1) != 0;
    LinkLayers.ethernet(s, at + (platform ? 20 : 12));
  }

  /** A stack of MPLS labels (RFC 3032) and what its first bits after the last label suggest. */
  static void mpls(Scan s, int at) {
    int place = at;
    while (true) {
      if (s.tooDeep() || s.cut(place, 4, "part.mplsLabel")) {
        return;
      }
      boolean bottom = (s.u8(place + 2) & 1) != 0;
      place += 4;
      if (bottom) {
        break;
      }
    }
    if (s.cut(place, 1, "part.mplsPayload")) {
      return;
    }
    // RFC 4928, section 3: nothing names the payload; routers look at its first four bits.
    int nibble = s.u8(place) >>> 4;
    if (nibble == 4) {
      InternetLayers.v4(s, place);
    } else if (nibble == 6) {
      InternetLayers.v6(s, place);
    } else if (nibble == 1) {
      // RFC 4385, section 5: the channel beside a pseudowire.
      s.undecoded("undecoded.mpls");
    } else {
      pseudowire(s, nibble, place);
    }
  }

  private static void pseudowire(Scan s, int nibble, int at) {
    // RFC 4448, section 4.6: the optional control word starts with four zero bits.
    if (nibble == 0 && looksLikeEthernet(s, at + 4)) {
      LinkLayers.ethernet(s, at + 4);
    } else if (looksLikeEthernet(s, at)) {
      LinkLayers.ethernet(s, at);
    } else {
      s.undecoded("undecoded.mpls");
    }
  }

  private static boolean looksLikeEthernet(Scan s, int at) {
    if (s.end - at < 14) {
      return false;
    }
    int type = s.u16(at + 12);
    // A length tells little, because frames are padded and cut off; what follows it tells more.
    boolean snap = s.end - at >= 17 && s.u16(at + 14) == 0xaaaa && s.u8(at + 16) == 3;
    return LinkLayers.isKnown(type) || type <= 1500 && (snap || type == s.limit - at - 14);
  }

  /** PPP from its address field or its protocol field on (RFC 1661, RFC 1662). */
  static void ppp(Scan s, int at) {
    if (s.cut(at, 1, "part.ppp")) {
      return;
    }
    // An address of all stations, and a control field, which is 3.
    pppProtocol(s, s.end - at >= 2 && s.u8(at) == 0xff ? at + 2 : at);
  }

  /** PPP from its protocol field on, as in PPPoE (RFC 2516, section 4). */
  static void pppProtocol(Scan s, int at) {
    int place = at;
    if (s.tooDeep() || s.cut(place, 1, "part.ppp")) {
      return;
    }
    int protocol = s.u8(place);
    if ((protocol & 1) != 0) {
      // RFC 1661, section 6.5: protocol field compression.
      place += 1;
    } else {
      if (s.cut(place, 2, "part.ppp")) {
        return;
      }
      protocol = s.u16(place);
      place += 2;
    }
    switch (protocol) {
      case 0x0021 -> InternetLayers.v4(s, place);
      case 0x0057 -> InternetLayers.v6(s, place);
      case 0x0281, 0x0283 -> mpls(s, place);
      default -> s.undecoded("undecoded.ppp", String.format("0x%04x", protocol));
    }
  }

  /** Network Service Header (RFC 8300). */
  static void nsh(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 8, "part.nsh")) {
      return;
    }
    int length = (s.u16(at) & 0x3f) << 2;
    int protocol = s.u8(at + 3);
    int next = at + Math.max(length, 8);
    switch (protocol) {
      case 1 -> InternetLayers.v4(s, next);
      case 2 -> InternetLayers.v6(s, next);
      case 3 -> LinkLayers.ethernet(s, next);
      case 5 -> mpls(s, next);
      default -> s.undecoded("undecoded.nsh", protocol);
    }
  }

  /** A multicast packet on its way to the rendezvous point (RFC 7761, section 4.9.3). */
  static void pim(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 8, "part.pim")) {
      return;
    }
    boolean register = s.u8(at) == 0x21;
    if (register && s.end - at > 8) {
      InternetLayers.byVersion(s, at + 8);
    } else {
      s.undecoded("undecoded.pim");
    }
  }
}
