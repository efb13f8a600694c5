package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Texts;

/**
 * A header as a row of fields, from which the bit diagram of its RFC can be drawn: 32 bits a line.
 *
 * <p>A header that the capture cut short has only the fields that are there in full.
 *
 * @param name the protocol, as in {@code IPv4}
 * @param offset where the header starts in the frame, in bytes
 * @param length its length in bytes, as far as it was captured
 * @param fields in the order in which they stand
 */
public record HeaderLayout(String name, int offset, int length, List<HeaderField> fields) {
  /** The fields cannot be changed. */
  public HeaderLayout {
    fields = List.copyOf(fields);
  }

  /**
   * The headers of a packet, outermost first: Ethernet where the link type has it, IPv4 or IPv6,
   * then TCP, UDP, ICMP, or SCTP and its chunks.
   *
   * @param linkType the link type's number in the LINKTYPE_ registry
   * @param packet a packet decoded from these bytes
   * @param data holds the frame; only absolute getters are used
   * @param frame where the frame starts in {@code data}
   * @param captured how many bytes of the frame there are
   * @param language of the explanations; names stay as the RFCs have them
   */
  public static List<HeaderLayout> of(
      int linkType, Packet packet, ByteBuffer data, int frame, int captured, Language language) {
    List<HeaderLayout> layouts = new ArrayList<>();
    Bytes bytes = new Bytes(data, frame, Math.max(0, captured), language.texts(HeaderLayout.class));
    HeaderLayout link = LinkLayouts.of(linkType, bytes);
    if (link != null) {
      layouts.add(link);
    }
    IpHeader ip = packet.ip();
    if (ip != null) {
      layouts.add(
          ip.source().version() == 4
              ? IpLayouts.v4(bytes, ip, Checksum.ofHeader(ip, data, frame, captured))
              : IpLayouts.v6(bytes, ip));
    }
    Checksum checksum = Checksum.of(packet, data, frame, captured);
    HeaderLayout transport = transport(packet, bytes, checksum);
    if (transport != null) {
      layouts.add(transport);
    }
    if (packet instanceof SctpPacket sctp) {
      for (SctpChunk chunk : SctpChunk.of(sctp, data, frame, captured)) {
        layouts.add(SctpLayouts.chunk(bytes, chunk));
      }
    }
    return List.copyOf(layouts);
  }

  /** Where its fields are defined, for people. */
  public String reference(Language language) {
    Texts texts = language.texts(HeaderLayout.class);
    return switch (name) {
      case "Ethernet" -> texts.get("reference.ethernet");
      case "IPv4" -> texts.get("reference.rfc", "791", "3.1");
      case "IPv6" -> texts.get("reference.rfc", "8200", "3");
      case "TCP" -> texts.get("reference.rfc", "9293", "3.1");
      case "UDP" -> "RFC 768";
      case "ICMP" -> "RFC 792";
      case "ICMPv6" -> texts.get("reference.rfc", "4443", "2.1");
      case "SCTP" -> texts.get("reference.rfc", "9260", "3.1");
      default -> texts.get("reference.rfc", "9260", "3.3");
    };
  }

  /** The number that stands in a field of up to 32 bits, as the frame has it. */
  public long bits(HeaderField field, ByteBuffer data, int frame) {
    return bits(data, frame + offset, field.bitOffset(), field.bitWidth());
  }

  private static long bits(ByteBuffer data, int at, int bitOffset, int bitWidth) {
    long value = 0;
    int first = bitOffset / 8;
    int last = (bitOffset + bitWidth - 1) / 8;
    for (int i = first; i <= last; i++) {
      value = value << 8 | data.get(at + i) & 0xff;
    }
    return value >>> (last + 1) * 8 - bitOffset - bitWidth & (1L << bitWidth) - 1;
  }

  private static @Nullable HeaderLayout transport(Packet packet, Bytes bytes, Checksum checksum) {
    return switch (packet) {
      case TcpSegment segment -> TransportLayouts.tcp(bytes, segment, checksum);
      case UdpDatagram datagram -> TransportLayouts.udp(bytes, datagram, checksum);
      case IcmpMessage message -> TransportLayouts.icmp(bytes, message, checksum);
      case SctpPacket sctp -> TransportLayouts.sctp(bytes, sctp, checksum);
      case IpFragment fragment -> null;
      case Undecoded undecoded -> null;
    };
  }

  /** The captured bytes of a frame, and what is said of them. */
  record Bytes(ByteBuffer data, int frame, int captured, Texts texts) {
    /** Whether all bits of a field were captured. */
    boolean holds(int at, int bitOffset, int bitWidth) {
      return at >= 0 && at + (bitOffset + bitWidth + 7) / 8 <= captured;
    }

    /** Up to 32 bits from the start of a header at {@code at}. */
    long bits(int at, int bitOffset, int bitWidth) {
      return HeaderLayout.bits(data, frame + at, bitOffset, bitWidth);
    }
  }
}
