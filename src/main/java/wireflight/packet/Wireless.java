package wireflight.packet;

/** IEEE 802.11 data frames, bare or behind the headers that capture programs put before them. */
final class Wireless {
  private static final int DATA = 2;
  private static final int MORE_FRAGMENTS = 0x04;
  private static final int PROTECTED = 0x40;
  private static final int ORDER = 0x80;

  private Wireless() {}

  /** Radiotap: little-endian length, then fields by a bit mask. */
  static void radiotap(Scan s, int at) {
    if (s.cut(at, 8, "part.radiotap")) {
      return;
    }
    int length = s.u16le(at + 2);
    if (length < 8 || length > s.end - at) {
      s.undecoded("undecoded.length", "radiotap", length);
      return;
    }
    int flags = radiotapFlags(s, at, length);
    if ((flags & 0x10) != 0) {
      s.endAt((long) s.limit - 4);
    }
    frame(s, at + length, (flags & 0x20) != 0);
  }

  private static int radiotapFlags(Scan s, int at, int length) {
    int present = Integer.reverseBytes(s.data.getInt(at + 4));
    int field = at + 8;
    for (int more = present; more < 0 && field + 4 <= at + length; field += 4) {
      more = Integer.reverseBytes(s.data.getInt(field));
    }
    if ((present & 1) != 0) {
      field = at + (field - at + 7 & ~7) + 8;
    }
    return (present & 2) != 0 && field < at + length ? s.u8(field) : 0;
  }

  /** The Prism header, whose place AVS may take. */
  static void prism(Scan s, int at) {
    if (s.cut(at, 8, "part.prism")) {
      return;
    }
    if (s.data.getInt(at) >>> 12 == 0x80211) {
      avs(s, at);
      return;
    }
    int length = s.data.getInt(at + 4);
    if (Integer.compareUnsigned(length, s.end - at) > 0) {
      length = Integer.reverseBytes(length);
    }
    skip(s, at, length, "Prism");
  }

  static void avs(Scan s, int at) {
    if (!s.cut(at, 8, "part.avs")) {
      skip(s, at, s.data.getInt(at + 4), "AVS");
    }
  }

  private static void skip(Scan s, int at, int length, String what) {
    if (length < 8 || length > s.end - at) {
      s.undecoded("undecoded.length", what, length);
    } else {
      frame(s, at + length);
    }
  }

  static void frame(Scan s, int at) {
    frame(s, at, false);
  }

  private static void frame(Scan s, int at, boolean padded) {
    if (s.tooDeep() || s.cut(at, 2, "part.wireless")) {
      return;
    }
    int control = s.u8(at);
    int flags = s.u8(at + 1);
    int subtype = control >>> 4;
    if ((control >>> 2 & 3) != DATA) {
      s.undecoded("undecoded.wireless");
      return;
    }
    if ((subtype & 4) != 0) {
      s.undecoded("undecoded.wirelessEmpty");
      return;
    }
    boolean quality = (subtype & 8) != 0;
    int qualityAt = at + ((flags & 3) == 3 ? 30 : 24);
    int next = qualityAt + (quality ? 2 : 0) + (quality && (flags & ORDER) != 0 ? 4 : 0);
    if (padded) {
      next = at + (next - at + 3 & ~3);
    }
    if (s.cut(at, next - at, "part.wireless")) {
      return;
    }
    if ((flags & MORE_FRAGMENTS) != 0 || (s.u8(at + 22) & 0xf) != 0) {
      s.undecoded("undecoded.wirelessFragment");
    } else if ((flags & PROTECTED) != 0) {
      s.undecoded("undecoded.wirelessSecret");
    } else if (quality && (s.u8(qualityAt) & 0x80) != 0) {
      aggregated(s, next);
    } else {
      LinkLayers.logicalLink(s, next);
    }
  }

  /** Of an aggregate (A-MSDU) the first subframe, as a frame has one transport. */
  private static void aggregated(Scan s, int at) {
    if (!s.cut(at, 14, "part.aggregate")) {
      s.endAt((long) at + 14 + s.u16(at + 12));
      LinkLayers.logicalLink(s, at + 14);
    }
  }
}
