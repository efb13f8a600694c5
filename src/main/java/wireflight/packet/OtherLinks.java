package wireflight.packet;

/** Links other than Ethernet and its kin: rings, HDLC, Frame Relay, InfiniBand. */
final class OtherLinks {
  private OtherLinks() {}

  /** Token Ring (IEEE 802.5), with the route that a source may have chosen. */
  static void tokenRing(Scan s, int at) {
    if (s.cut(at, 16, "part.ring")) {
      return;
    }
    boolean routed = (s.u8(at + 8) & 0x80) != 0;
    ring(s, at, routed ? 14 + (s.u8(at + 14) & 0x1f) : 14);
  }

  /** FDDI, and what else has addresses and LLC, but no EtherType. */
  static void ring(Scan s, int at, int header) {
    if (!s.cut(at, header, "part.ring")) {
      LinkLayers.logicalLink(s, at + header);
    }
  }

  /** IP over InfiniBand (RFC 4391, section 6), the addresses of both ends before it. */
  static void infiniband(Scan s, int at) {
    if (!s.cut(at, 44, "part.infiniband")) {
      LinkLayers.etherType(s, s.u16(at + 40), at + 44);
    }
  }

  /** PPP in HDLC framing, or Cisco's HDLC, told apart by the address byte (RFC 1662, 1547). */
  static void hdlc(Scan s, int at) {
    if (s.cut(at, 4, "part.hdlc")) {
      return;
    }
    int address = s.u8(at);
    if (address == 0x0f || address == 0x8f) {
      LinkLayers.etherType(s, s.u16(at + 2), at + 4);
    } else {
      Tunnels.ppp(s, at);
    }
  }

  /** Frame Relay with a two-byte address: RFC 2427, or an EtherType as Cisco has it. */
  static void frameRelay(Scan s, int at) {
    if (s.cut(at, 4, "part.frameRelay")) {
      return;
    }
    int next = at;
    while (next < s.end - 4 && (s.u8(next) & 1) == 0) {
      next++;
    }
    next++;
    if (s.u8(next) != 0x03) {
      LinkLayers.etherType(s, s.u16(next), next + 2);
      return;
    }
    next++;
    int protocol = s.u8(next);
    if (protocol == 0 && next + 1 < s.end) {
      protocol = s.u8(++next);
    }
    switch (protocol) {
      case 0xcc -> InternetLayers.v4(s, next + 1);
      case 0x8e -> InternetLayers.v6(s, next + 1);
      case 0x80 -> {
        if (!s.cut(next + 1, 5, "part.snap")) {
          LinkLayers.etherType(s, s.u16(next + 4), next + 6);
        }
      }
      default -> s.undecoded("undecoded.network", protocol);
    }
  }
}
