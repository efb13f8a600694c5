package wireflight.packet;

/**
 * Headers that never were on a wire: whoever captured the packet put them before it, by the
 * LINKTYPE_ registry.
 */
final class CaptureHeaders {
  private static final int NFLOG_PAYLOAD = 9;
  private static final int UNSPECIFIED = 0;
  private static final int IPV4 = 2;
  private static final int IPV6 = 10;
  private static final int SOLARIS_IPV6 = 26;
  private static final int JUNIPER = 0x4d4743;

  private CaptureHeaders() {}

  /** Per-Packet Information, which names the link type of what follows. */
  static void perPacketInformation(Scan s, int at) {
    if (!s.cut(at, 8, "part.ppi")) {
      LinkLayers.frame(s, Integer.reverseBytes(s.data.getInt(at + 4)), at + s.u16le(at + 2));
    }
  }

  /** Apple's packet tap, which names the link type of what follows. */
  static void packetTap(Scan s, int at) {
    if (s.cut(at, 12, "part.tap")) {
      return;
    }
    int length = Integer.reverseBytes(s.data.getInt(at));
    if (length < 12 || length > s.end - at) {
      s.undecoded("undecoded.length", "packet tap", length);
    } else {
      LinkLayers.frame(s, Integer.reverseBytes(s.data.getInt(at + 8)), at + length);
    }
  }

  /** What netfilter logs: values with their lengths, in the byte order of the machine. */
  static void netfilterLog(Scan s, int at) {
    if (s.cut(at, 4, "part.nflog")) {
      return;
    }
    int family = s.u8(at);
    int place = at + 4;
    while (!s.tooDeep() && !s.cut(place, 4, "part.nflog")) {
      boolean little = s.u16le(place) <= s.u16(place);
      int length = little ? s.u16le(place) : s.u16(place);
      int type = (little ? s.u16le(place + 2) : s.u16(place + 2)) & 0x7fff;
      if (length < 4) {
        s.undecoded("undecoded.length", "NFLOG", length);
        return;
      }
      if (type == NFLOG_PAYLOAD) {
        s.endAt((long) place + length);
        internet(s, family, place + 4);
        return;
      }
      place += (length + 3) & ~3;
    }
  }

  /** Solaris' IP observability header, version 1. */
  static void solaris(Scan s, int at) {
    if (!s.cut(at, 24, "part.ipnet")) {
      internet(s, s.u8(at + 1), at + 24);
    }
  }

  /** Juniper's header before a packet from Ethernet: values of its own, and often no addresses. */
  static void juniperEthernet(Scan s, int at) {
    if (s.cut(at, 6, "part.juniper")) {
      return;
    }
    int flags = s.u8(at + 3);
    if ((s.u16(at) << 8 | s.u8(at + 2)) != JUNIPER) {
      s.undecoded("undecoded.juniper");
      return;
    }
    boolean extended = (flags & 0x80) != 0;
    int next = extended ? at + 6 + s.u16(at + 4) : at + 4;
    if ((flags & 0x02) == 0) {
      LinkLayers.ethernet(s, next);
    } else if (!s.cut(next, 4, "part.juniper")) {
      internet(s, Integer.reverseBytes(s.data.getInt(next)), next + 4);
    }
  }

  private static void internet(Scan s, int family, int at) {
    switch (family) {
      case IPV4 -> InternetLayers.v4(s, at);
      case IPV6, SOLARIS_IPV6 -> InternetLayers.v6(s, at);
      case UNSPECIFIED -> InternetLayers.byVersion(s, at);
      default -> s.undecoded("undecoded.family", family);
    }
  }
}
