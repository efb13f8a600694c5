package wireflight.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Puts headers of a link layer, and of tunnels that carry one, in front of an IP packet. */
final class RandomLinks {
  /** What {@link #wrap} knows. */
  static final List<Integer> TYPES =
      List.of(
          0, 1, 6, 9, 10, 12, 50, 51, 101, 104, 105, 108, 113, 127, 178, 192, 226, 228, 229, 239,
          242, 276);

  private final Random random;

  RandomLinks(Random random) {
    this.random = random;
  }

  static byte[] ethernet(int type, byte[] packet) {
    return new Bytes()
        .put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1})
        .u16(type)
        .put(packet)
        .array();
  }

  static byte[] mpls(byte[] packet, Random same) {
    Bytes out = new Bytes();
    for (int i = same.nextInt(3); i > 0; i--) {
      out.u32(1000 * i << 12 | 64);
    }
    return out.u32(16 << 12 | 0x100 | 64).put(packet).array();
  }

  static byte[] ppp(boolean v6, byte[] packet, Random same) {
    Bytes out = new Bytes();
    if (same.nextBoolean()) {
      out.u16(0xff03);
    }
    if (same.nextBoolean()) {
      out.u8(0);
    }
    return out.u8(v6 ? 0x57 : 0x21).put(packet).array();
  }

  byte[] wrap(int linkType, int kind, boolean v6, byte[] packet, Random same) {
    int type = v6 ? 0x86dd : 0x0800;
    Bytes out = new Bytes();
    return switch (linkType) {
      case 0 -> {
        int family = v6 ? List.of(24, 28, 30, 10).get(same.nextInt(4)) : 2;
        yield same.nextBoolean()
            ? out.u32(family).put(packet).array()
            : out.u32(Integer.reverseBytes(family)).put(packet).array();
      }
      case 108 -> out.u32(v6 ? 28 : 2).put(packet).array();
      case 9 ->
          same.nextInt(4) == 0
              ? out.u16(0x8f00).u16(type).put(packet).array()
              : ppp(v6, packet, same);
      case 50 -> out.u16(0xff03).u16(v6 ? 0x57 : 0x21).put(packet).array();
      case 51 -> pppoe(v6, packet);
      case 104 -> out.u16(0x0f00).u16(type).put(packet).array();
      case 105 -> wireless(kind, type, packet);
      case 113 -> {
        out.u16(0).u16(1).u16(6).put(new byte[8]);
        yield typed(out, kind, type, v6, packet, same);
      }
      case 127 -> radiotap(kind, type, packet);
      case 192 ->
          out.u8(0)
              .u8(0)
              .u16(0x0800)
              .u32(Integer.reverseBytes(1))
              .put(ethernet(type, packet))
              .array();
      case 6 -> {
        // The first bit of the source says that it has chosen a route of two bridges.
        boolean routed = same.nextBoolean();
        out.u16(0x1040).put(new byte[6]).u8(routed ? 0x80 : 0).put(new byte[5]);
        out.put(routed ? new byte[] {6, 0, 0, 0x11, 0, 0x20} : new byte[0]);
        yield out.put(snap(type, packet)).array();
      }
      case 10 -> out.u8(0x57).put(new byte[12]).put(snap(type, packet)).array();
      case 178 ->
          out.u16(0x4d47).u16(0x4380).u16(3).u16(0x0101).u8(6).put(ethernet(type, packet)).array();
      case 226 ->
          out.u8(1)
              .u8(v6 ? 26 : 2)
              .u16(0)
              .u32(packet.length)
              .u32(2)
              .u32(1)
              .u32(0)
              .u32(0)
              .put(packet)
              .array();
      case 239 -> netfilter(v6, packet, same);
      case 242 -> out.put(new byte[40]).u16(type).u16(0).put(packet).array();
      case 276 -> {
        Bytes rest = new Bytes().u16(0).u32(3).u16(1).u8(0).u8(6).put(new byte[8]);
        byte[] inner = typed(new Bytes(), kind, type, v6, packet, same);
        yield out.put(inner, 0, 2).put(rest.array()).put(inner, 2, inner.length - 2).array();
      }
      case 1 -> {
        out.put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1});
        byte[] frame = typed(out, kind, type, v6, packet, same);
        yield frame.length >= 60 || random.nextBoolean() ? frame : Arrays.copyOf(frame, 60);
      }
      default -> packet;
    };
  }

  /** What follows addresses: a type with tags, labels, PPPoE or LLC before the packet. */
  private byte[] typed(Bytes out, int kind, int type, boolean v6, byte[] packet, Random same) {
    return switch (kind) {
      case 0 -> out.u16(0x8100).u16(same.nextInt(4096)).u16(type).put(packet).array();
      case 1 -> out.u16(0x88a8).u16(5).u16(0x8100).u16(6).u16(type).put(packet).array();
      case 2 -> out.u16(0x9100).u16(5).u16(0x8100).u16(6).u16(type).put(packet).array();
      case 3 -> out.u16(0x8847).put(mpls(packet, same)).array();
      case 4 -> out.u16(0x8864).put(pppoe(v6, packet)).array();
      case 5 -> out.u16(0x8100).u16(7).u16(0x8847).put(mpls(packet, same)).array();
      case 6 -> out.u16(0x8100).u16(7).u16(0x8864).put(pppoe(v6, packet)).array();
      case 7 -> {
        // MACsec that leaves the data readable, with or without the name of its channel.
        boolean named = same.nextBoolean();
        int length = packet.length + 2 < 48 ? packet.length + 2 : 0;
        out.u16(0x88e5).u8(named ? 0x20 : 0).u8(length).u32(7).put(new byte[named ? 8 : 0]);
        yield out.u16(type).put(packet).put(new byte[16]).array();
      }
      default -> out.u16(type).put(packet).array();
    };
  }

  /** Values of netfilter's log, a prefix before the packet, in either byte order. */
  private static byte[] netfilter(boolean v6, byte[] packet, Random same) {
    boolean little = same.nextBoolean();
    Bytes out = new Bytes().u8(v6 ? 10 : 2).u8(0).u16(5);
    for (int number : new int[] {5, 10}) {
      out.u16(little ? Short.reverseBytes((short) number) : number);
    }
    out.u16(0).u32(0).u16(0);
    for (int number : new int[] {packet.length + 4, 9}) {
      out.u16(little ? Short.reverseBytes((short) number) : number);
    }
    return out.put(packet).array();
  }

  private static byte[] pppoe(boolean v6, byte[] packet) {
    return new Bytes()
        .u16(0x1100)
        .u16(0x17)
        .u16(packet.length + 2)
        .u16(v6 ? 0x57 : 0x21)
        .put(packet)
        .array();
  }

  private static byte[] wireless(int kind, int type, byte[] packet) {
    Bytes out = new Bytes();
    boolean quality = kind % 2 == 0;
    int direction = kind / 2 % 4;
    out.u8(quality ? 0x88 : 0x08).u8(direction).u16(0);
    out.put(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 3}).u16(0x1000);
    if (direction == 3) {
      out.put(new byte[] {2, 0, 0, 0, 0, 4});
    }
    if (quality) {
      out.u16(0);
    }
    return out.put(snap(type, packet)).array();
  }

  private static byte[] snap(int type, byte[] packet) {
    return new Bytes().u16(0xaaaa).u8(3).u8(0).u16(0).u16(type).put(packet).array();
  }

  private static byte[] radiotap(int kind, int type, byte[] packet) {
    Bytes out = new Bytes();
    boolean sequence = kind % 3 == 0;
    if (kind % 3 == 1) {
      out.u16(0).u16(0x0800).u32(0); // nothing present
    } else {
      // Flags: whether a frame check sequence follows.
      out.u16(0).u16(0x0900).u32(0x02000000).u8(sequence ? 0x10 : 0);
    }
    out.put(wireless(kind, type, packet));
    return sequence ? out.u32(0).array() : out.array();
  }
}
