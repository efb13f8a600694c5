package wireflight.cli;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import wireflight.trace.LinkType;

/**
 * Puts headers in front of a transport's bytes: IP with options and extension headers, tunnels, and
 * a link layer, as a seed has it.
 */
final class RandomStacks {
  static final List<Integer> LINK_TYPES =
      List.of(0, 1, 9, 12, 50, 51, 101, 104, 105, 108, 113, 127, 192, 228, 229, 276);

  private static final int TCP = 6;

  private final Random random;

  RandomStacks(Random random) {
    this.random = random;
  }

  /** Bytes with the link type of their first header. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packet(LinkType linkType, byte[] bytes) {}

  /** Two ends, each an address of 4 or 16 bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ends(byte[] source, byte[] destination) {
    boolean v6() {
      return source.length == 16;
    }

    /** The other way round. */
    Ends back() {
      byte[] from = destination;
      return new Ends(from, source);
    }
  }

  /** The recipe for the packets of one conversation, so that they look alike. */
  record Recipe(int linkType, List<Integer> tunnels, int link, int extras, long seed) {}

  Recipe recipe() {
    int depth = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
    return new Recipe(
        LINK_TYPES.get(random.nextInt(LINK_TYPES.size())),
        random.ints(depth, 0, 10).boxed().toList(),
        random.nextInt(12),
        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
        random.nextLong());
  }

  /** A whole packet around a transport's bytes. */
  Packet wrap(Recipe recipe, Ends ends, int protocol, byte[] transport) {
    Random same = new Random(recipe.seed());
    boolean v6 = ends.v6();
    byte[] packet =
        v6
            ? v6(ends, protocol, transport, recipe, same)
            : v4(ends, protocol, transport, recipe, same);
    for (int tunnel : recipe.tunnels()) {
      Outer outer = tunnel(tunnel, v6, packet, same);
      v6 = same.nextInt(4) == 0;
      Ends at = new Ends(address(same, v6), address(same, v6));
      Recipe plain = new Recipe(0, List.of(), 0, 0, 0);
      packet =
          v6
              ? v6(at, outer.protocol, outer.bytes, plain, same)
              : v4(at, outer.protocol, outer.bytes, plain, same);
    }
    int linkType = recipe.linkType();
    if (linkType == 228 && v6 || linkType == 229 && !v6) {
      linkType = v6 ? 229 : 228;
    }
    return new Packet(new LinkType(linkType), link(linkType, recipe.link(), v6, packet, same));
  }

  private static byte[] address(Random random, boolean v6) {
    byte[] address = new byte[v6 ? 16 : 4];
    random.nextBytes(address);
    address[0] = (byte) (v6 ? 0x20 : 10);
    return address;
  }

  private byte[] v4(Ends ends, int protocol, byte[] body, Recipe recipe, Random same) {
    int options = recipe.extras() == 1 ? 4 * same.nextInt(11) : 0;
    byte[] payload = body;
    int next = protocol;
    if (recipe.extras() == 2) {
      payload = authenticated(protocol, body);
      next = 51;
    }
    int fragment = random.nextInt(16) == 0 ? 0x4000 : 0;
    if (recipe.extras() == 3 && protocol != TCP && body.length > 24) {
      // The first piece and a later one.
      fragment = random.nextBoolean() ? 0x2000 : 1 + random.nextInt(100);
    }
    Bytes out = new Bytes();
    // Never ff: tshark takes ff 03 after a raw packet's first byte for PPP.
    out.u8(0x45 + options / 4).u8(random.nextInt(255)).u16(20 + options + payload.length);
    out.u16(random.nextInt(65536)).u16(fragment).u8(64).u8(next).u16(0);
    out.put(ends.source).put(ends.destination);
    for (int i = 0; i < options; i++) {
      out.u8(1);
    }
    return out.put(payload).array();
  }

  private static byte[] authenticated(int protocol, byte[] body) {
    Bytes out = new Bytes().u8(protocol).u8(4).u16(0).u32(77).u32(1);
    return out.put(new byte[12]).put(body).array();
  }

  private byte[] v6(Ends ends, int protocol, byte[] body, Recipe recipe, Random same) {
    byte[] payload = body;
    int next = protocol;
    for (int i = 0; i < recipe.extras(); i++) {
      Bytes header = new Bytes();
      switch (same.nextInt(6)) {
        case 0 -> {
          payload = header.u8(next).u8(0).u8(1).u8(4).u32(0).put(payload).array();
          next = 60;
        }
        case 1 -> {
          payload = header.u8(next).u8(1).u8(1).u8(12).put(new byte[12]).put(payload).array();
          next = 60;
        }
        case 2 -> {
          // Type 0 with all segments passed, or one to go.
          payload =
              header
                  .u8(next)
                  .u8(2)
                  .u8(0)
                  .u8(0)
                  .u32(0)
                  .put(address(same, true))
                  .put(payload)
                  .array();
          next = 43;
        }
        case 3 -> {
          payload = header.u8(next).u8(0).u16(0).u32(random.nextInt()).put(payload).array();
          next = 44; // an atomic fragment
        }
        case 4 -> {
          payload = authenticated(next, payload);
          next = 51;
        }
        default -> {
          payload =
              header
                  .u8(next)
                  .u8(2)
                  .u8(4)
                  .u8(0)
                  .u8(0)
                  .u8(0)
                  .u16(0)
                  .put(ends.destination)
                  .put(payload)
                  .array();
          next = 43;
        }
      }
    }
    if (random.nextInt(10) == 0) {
      payload = new Bytes().u8(next).u8(0).u8(1).u8(4).u32(0).put(payload).array();
      next = 0; // hop-by-hop options, always first
    }
    Bytes out = new Bytes().u32(0x60000000 | random.nextInt(1 << 20)).u16(payload.length);
    return out.u8(next).u8(64).put(ends.source).put(ends.destination).put(payload).array();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Outer(int protocol, byte[] bytes) {}

  private Outer tunnel(int kind, boolean v6, byte[] packet, Random same) {
    int type = v6 ? 0x86dd : 0x0800;
    return switch (kind) {
      case 0 -> new Outer(47, new Bytes().u16(0).u16(type).put(packet).array());
      case 1 ->
          new Outer(
              47,
              new Bytes()
                  .u16(0xb000)
                  .u16(type)
                  .u32(0)
                  .u32(9)
                  .u32(random.nextInt())
                  .put(packet)
                  .array());
      case 2 ->
          new Outer(
              47, new Bytes().u16(0x2000).u16(0x6558).u32(5).put(ethernet(type, packet)).array());
      case 3 -> new Outer(47, new Bytes().u16(0).u16(0x8847).put(mpls(packet, same)).array());
      case 4 ->
          new Outer(
              47,
              new Bytes()
                  .u16(0x3081)
                  .u16(0x880b)
                  .u32(packet.length + 4)
                  .u32(1)
                  .u32(2)
                  .put(ppp(v6, packet, same))
                  .array());
      case 5 -> new Outer(137, mpls(packet, same));
      case 6 -> new Outer(97, new Bytes().u16(0x3000).put(ethernet(type, packet)).array());
      default -> new Outer(v6 ? 41 : 4, packet);
    };
  }

  private static byte[] ethernet(int type, byte[] packet) {
    return new Bytes()
        .put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1})
        .u16(type)
        .put(packet)
        .array();
  }

  private static byte[] mpls(byte[] packet, Random same) {
    Bytes out = new Bytes();
    for (int i = same.nextInt(3); i > 0; i--) {
      out.u32(1000 * i << 12 | 64);
    }
    return out.u32(16 << 12 | 0x100 | 64).put(packet).array();
  }

  private static byte[] ppp(boolean v6, byte[] packet, Random same) {
    Bytes out = new Bytes();
    if (same.nextBoolean()) {
      out.u16(0xff03);
    }
    if (same.nextBoolean()) {
      out.u8(0);
    }
    return out.u8(v6 ? 0x57 : 0x21).put(packet).array();
  }

  private byte[] link(int linkType, int kind, boolean v6, byte[] packet, Random same) {
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
      case 9 -> ppp(v6, packet, same);
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
      case 276 -> {
        Bytes rest = new Bytes().u16(0).u32(3).u16(1).u8(0).u8(6).put(new byte[8]);
        byte[] inner = typed(new Bytes(), kind, type, v6, packet, same);
        yield out.put(inner, 0, 2).put(rest.array()).put(inner, 2, inner.length - 2).array();
      }
      case 1 -> {
        out.put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1});
        byte[] frame = typed(out, kind, type, v6, packet, same);
        yield frame.length >= 60 || random.nextBoolean()
            ? frame
            : java.util.Arrays.copyOf(frame, 60);
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
      default -> out.u16(type).put(packet).array();
    };
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
    return out.u16(0xaaaa).u8(3).u8(0).u16(0).u16(type).put(packet).array();
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

  /** Bytes in network order. */
  static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes u8(int value) {
      out.write(value);
      return this;
    }

    Bytes u16(int value) {
      return u8(value >> 8).u8(value);
    }

    Bytes u32(int value) {
      return u16(value >> 16).u16(value);
    }

    Bytes put(byte[] bytes) {
      return put(bytes, 0, bytes.length);
    }

    Bytes put(byte[] bytes, int from, int length) {
      out.write(bytes, from, length);
      return this;
    }

    byte[] array() {
      return out.toByteArray();
    }
  }
}
