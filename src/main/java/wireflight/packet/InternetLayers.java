package wireflight.packet;

/** IPv4 (RFC 791) and IPv6 (RFC 8200) with extension headers, and what may follow them. */
final class InternetLayers {
  private static final int HOP_BY_HOP = 0;
  private static final int ICMP = 1;
  private static final int IP_IN_IP = 4;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6 = 41;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int GRE = 47;
  private static final int SOURCE_ROUTING = 48;
  private static final int ESP = 50;
  private static final int AUTHENTICATION = 51;
  private static final int ICMPV6 = 58;
  private static final int NO_NEXT_HEADER = 59;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int ETHERNET_IN_IP = 97;
  private static final int MULTICAST_ROUTING = 103;
  private static final int SCTP = 132;
  private static final int MPLS = 137;
  private static final int HOST_IDENTITY = 139;
  private static final int SHIM6 = 140;
  private static final int ETHERNET = 143;

  private static final int END_OF_OPTIONS = 0;
  private static final int NO_OPERATION = 1;
  private static final int LOOSE_ROUTE = 131;
  private static final int STRICT_ROUTE = 137;

  private InternetLayers() {}

  /** An IP packet whose version only its first four bits tell. */
  static void byVersion(Scan s, int at) {
    if (s.cut(at, 1, "part.ip")) {
      return;
    }
    int version = s.u8(at) >>> 4;
    if (version == 4) {
      v4(s, at);
    } else if (version == 6) {
      v6(s, at);
    } else {
      s.undecoded("undecoded.version", version);
    }
  }

  static void v4(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 20, "part.ipv4")) {
      return;
    }
    int first = s.u8(at);
    if (first >>> 4 == 6) {
      // Announced as version 4, but it says itself that it is not.
      v6(s, at);
      return;
    }
    int headerLength = (first & 0xf) << 2;
    int total = s.u16(at + 2);
    if (first >>> 4 != 4) {
      s.undecoded("undecoded.noIpv4", first >>> 4);
      return;
    }
    if (headerLength < 20) {
      s.undecoded("undecoded.ipv4Length", headerLength);
      return;
    }
    // A total length of 0 is left by a network card that cuts the packet up later (offload).
    if (total != 0) {
      if (total < headerLength) {
        s.undecoded("undecoded.ipv4Total", total);
        return;
      }
      s.endAt((long) at + total);
    }
    int fragment = s.u16(at + 6);
    s.ipVersion = 4;
    s.ipOffset = at;
    s.ipLength = headerLength;
    s.sourceHigh = 0;
    s.destinationHigh = 0;
    s.sourceLow = s.data.getInt(at + 12) & 0xffff_ffffL;
    s.destinationLow = s.data.getInt(at + 16) & 0xffff_ffffL;
    if (headerLength > 20) {
      sourceRoute(s, at + 20, Math.min(at + headerLength, s.end));
    }
    s.finalHigh = 0;
    s.finalLow = s.destinationLow;
    s.hopLimit = s.u8(at + 8);
    s.identification = s.u16(at + 4);
    s.fragmentOffset = (fragment & 0x1fff) << 3;
    s.moreFragments = (fragment & 0x2000) != 0;
    s.protocol = s.u8(at + 9);
    s.fragmented = s.moreFragments || s.fragmentOffset != 0;
    if (s.fragmented) {
      s.piece();
    }
    if (s.fragmentOffset != 0) {
      s.fragment(at + headerLength);
      return;
    }
    if (total == headerLength) {
      s.undecoded("undecoded.ipv4Empty");
      return;
    }
    payload(s, s.protocol, at + headerLength);
  }

  /** The last address of a source route that is not used up is the destination (RFC 791, 3.1). */
  private static void sourceRoute(Scan s, int at, int end) {
    int place = at;
    while (end - place > 2 && s.u8(place) != END_OF_OPTIONS) {
      int type = s.u8(place);
      int length = type == NO_OPERATION ? 1 : s.u8(place + 1);
      if (length > end - place || length < 2 && type != NO_OPERATION) {
        return;
      }
      if (type == LOOSE_ROUTE || type == STRICT_ROUTE) {
        int pointer = length < 3 ? 0 : s.u8(place + 2);
        if (pointer >= 4 && (pointer & 3) == 0 && pointer + 3 <= length) {
          s.destinationLow = s.data.getInt(place + length - 4) & 0xffff_ffffL;
        }
        return;
      }
      place += length;
    }
  }

  static void v6(Scan s, int at) {
    if (s.tooDeep() || s.cut(at, 40, "part.ipv6")) {
      return;
    }
    int version = s.u8(at) >>> 4;
    if (version != 6) {
      s.undecoded("undecoded.noIpv6", version);
      return;
    }
    int length = s.u16(at + 4);
    // Length 0 is a jumbogram (RFC 2675), whose length stands in a hop-by-hop option.
    if (length != 0 || s.u8(at + 6) != HOP_BY_HOP) {
      s.endAt((long) at + 40 + length);
    }
    s.ipVersion = 6;
    s.withinVersion6 = true;
    s.ipOffset = at;
    s.ipLength = 40;
    s.sourceHigh = s.data.getLong(at + 8);
    s.sourceLow = s.data.getLong(at + 16);
    s.destinationHigh = s.data.getLong(at + 24);
    s.destinationLow = s.data.getLong(at + 32);
    s.finalHigh = s.destinationHigh;
    s.finalLow = s.destinationLow;
    s.hopLimit = s.u8(at + 7);
    s.identification = 0;
    s.fragmentOffset = 0;
    s.moreFragments = false;
    s.protocol = s.u8(at + 6);
    payload(s, s.protocol, at + 40);
  }

  /** What an IP protocol number announces; extension headers are walked in place. */
  static void payload(Scan s, int protocol, int at) {
    int next = protocol;
    int place = at;
    while (true) {
      if (s.cut(place, 0, "part.headers")) {
        return;
      }
      s.protocol = next;
      s.ipLength = place - s.ipOffset;
      switch (next) {
        case TCP -> s.tcp(place);
        case UDP -> s.udp(place);
        case SCTP -> s.sctp(place);
        case ICMP -> s.icmp(Scan.Kind.ICMP, place);
        case ICMPV6 -> s.icmp(Scan.Kind.ICMPV6, place);
        case IP_IN_IP -> v4(s, place);
        case IPV6 -> v6(s, place);
        case GRE -> Tunnels.gre(s, place);
        case MPLS -> Tunnels.mpls(s, place);
        case MULTICAST_ROUTING -> Tunnels.pim(s, place);
        case ETHERNET -> LinkLayers.ethernet(s, place);
        case ETHERNET_IN_IP -> LinkLayers.ethernet(s, place + 2);
        case HOP_BY_HOP, ROUTING, DESTINATION_OPTIONS, HOST_IDENTITY, SHIM6 -> {
          if (s.tooDeep() || s.cut(place, 8, "part.extension")) {
            return;
          }
          if (next == ROUTING) {
            route(s, place);
          }
          next = s.u8(place);
          place += (s.u8(place + 1) + 1) << 3;
          continue;
        }
        case AUTHENTICATION -> {
          if (s.tooDeep() || s.cut(place, 12, "part.authentication")) {
            return;
          }
          next = s.u8(place);
          place += (s.u8(place + 1) + 2) << 2;
          continue;
        }
        case FRAGMENT -> {
          if (s.tooDeep() || s.cut(place, 8, "part.fragment")) {
            return;
          }
          // Under IPv4, which has its own fields for it, it counts only in a tunnel of version 6.
          if (s.withinVersion6 && isLaterPiece(s, place)) {
            return;
          }
          next = s.u8(place);
          place += 8;
          continue;
        }
        case SOURCE_ROUTING -> {
          if (s.tooDeep() || s.cut(place, 4, "part.extension")) {
            return;
          }
          next = s.u8(place);
          // RFC 4728, section 6.1; with the flow state flag the header has no options.
          place += (s.u8(place + 1) & 0x80) == 0 ? 4 + s.u16(place + 2) : 4;
          continue;
        }
        case NO_NEXT_HEADER -> s.undecoded("undecoded.ipv6Empty");
        case ESP -> s.undecoded("undecoded.esp");
        default -> s.undecoded("undecoded.protocol", next);
      }
      return;
    }
  }

  /** Where a routing header sends the packet in the end (RFC 8200, section 4.4; RFC 8754). */
  private static void route(Scan s, int at) {
    int words = s.u8(at + 1);
    int type = s.u8(at + 2);
    boolean segments = type == 4;
    int last = segments ? at + 8 : at + 8 * (words - 1);
    boolean known = type == 0 || type == 2 || segments;
    if (known && s.u8(at + 3) > 0 && words >= 2 && last + 16 <= s.end) {
      s.finalHigh = s.data.getLong(last);
      s.finalLow = s.data.getLong(last + 8);
    }
  }

  private static boolean isLaterPiece(Scan s, int at) {
    int bits = s.u16(at + 2);
    s.fragmentOffset = bits & 0xfff8;
    s.moreFragments = (bits & 1) != 0;
    s.identification = s.data.getInt(at + 4);
    if (!s.moreFragments && s.fragmentOffset == 0) {
      return false;
    }
    s.fragmented = true;
    s.protocol = s.u8(at);
    s.ipLength = at + 8 - s.ipOffset;
    s.piece();
    if (s.fragmentOffset == 0) {
      return false;
    }
    s.fragment(at + 8);
    return true;
  }
}
