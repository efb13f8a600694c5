package wireflight.cli;

import java.util.List;
import java.util.Random;
import wireflight.trace.LinkType;

/**
 * Puts headers in front of a transport's bytes: IP with options and extension headers, tunnels, and
 * a link layer of {@link RandomLinks}, as a seed has it.
 */
final class RandomStacks {
  private static final int TCP = 6;

  private final Random random;
  private final RandomLinks links;

  RandomStacks(Random random) {
    this.random = random;
    links = new RandomLinks(random);
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
        RandomLinks.TYPES.get(random.nextInt(RandomLinks.TYPES.size())),
        random.ints(depth, 0, 12).boxed().toList(),
        random.nextInt(14),
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
    return new Packet(
        new LinkType(linkType), links.wrap(linkType, recipe.link(), v6, packet, same));
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
              47,
              new Bytes()
                  .u16(0x2000)
                  .u16(0x6558)
                  .u32(5)
                  .put(RandomLinks.ethernet(type, packet))
                  .array());
      case 3 ->
          new Outer(47, new Bytes().u16(0).u16(0x8847).put(RandomLinks.mpls(packet, same)).array());
      case 4 ->
          new Outer(
              47,
              new Bytes()
                  .u16(0x3081)
                  .u16(0x880b)
                  .u32(packet.length + 4)
                  .u32(1)
                  .u32(2)
                  .put(RandomLinks.ppp(v6, packet, same))
                  .array());
      case 5 -> new Outer(137, RandomLinks.mpls(packet, same));
      case 6 ->
          new Outer(97, new Bytes().u16(0x3000).put(RandomLinks.ethernet(type, packet)).array());
      case 7 -> new Outer(103, new Bytes().u16(0x2100).u16(0).u32(0).put(packet).array());
      case 8 -> new Outer(48, sourceRouted(v6 ? 41 : 4, packet, same));
      case 9 -> {
        // Under version 4 it counts only where version 6 is around that.
        int piece = random.nextInt(3) == 0 ? 8 * random.nextInt(100) : random.nextInt(2);
        Bytes header = new Bytes().u8(v6 ? 41 : 4).u8(0).u16(piece).u32(random.nextInt());
        yield new Outer(44, header.put(packet).array());
      }
      default -> new Outer(v6 ? 41 : 4, packet);
    };
  }

  /** Dynamic Source Routing with its acknowledgments, routes and padding (RFC 4728, section 6). */
  private byte[] sourceRouted(int next, byte[] packet, Random same) {
    Bytes options = new Bytes();
    for (int i = same.nextInt(3); i > 0; i--) {
      switch (same.nextInt(5)) {
        case 0 -> options.u8(160).u8(2).u16(random.nextInt(65536));
        case 1 -> options.u8(32).u8(10).u16(1).put(address(same, false)).put(address(same, false));
        case 2 -> options.u8(96).u8(6).u16(0x0001).put(address(same, false));
        case 3 -> options.u8(224);
        default -> options.u8(0).u8(3).put(new byte[3]);
      }
    }
    byte[] all = options.array();
    return new Bytes().u8(next).u8(0).u16(all.length).put(all).put(packet).array();
  }
}
