package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * The headers of a packet, outermost first: IPv4 or IPv6, then TCP, UDP, ICMP or SCTP.
   *
   * @param packet a packet decoded from these bytes
   * @param data holds the frame; only absolute getters are used
   * @param frame where the frame starts in {@code data}
   * @param captured how many bytes of the frame there are
   */
  public static List<HeaderLayout> of(Packet packet, ByteBuffer data, int frame, int captured) {
    List<HeaderLayout> layouts = new ArrayList<>();
    Bytes bytes = new Bytes(data, frame, Math.max(0, captured));
    IpHeader ip = packet.ip();
    if (ip != null) {
      layouts.add(ip.source().version() == 4 ? IpLayouts.v4(bytes, ip) : IpLayouts.v6(bytes, ip));
    }
    Checksum checksum = Checksum.of(packet, data, frame, captured);
    HeaderLayout transport = transport(packet, bytes, checksum);
    if (transport != null) {
      layouts.add(transport);
    }
    return List.copyOf(layouts);
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

  /** The captured bytes of a frame. */
  record Bytes(ByteBuffer data, int frame, int captured) {
    /** Whether all bits of a field were captured. */
    boolean holds(int at, int bitOffset, int bitWidth) {
      return at >= 0 && at + (bitOffset + bitWidth + 7) / 8 <= captured;
    }

    /** Up to 32 bits from the start of a header at {@code at}. */
    long bits(int at, int bitOffset, int bitWidth) {
      long value = 0;
      int first = bitOffset / 8;
      int last = (bitOffset + bitWidth - 1) / 8;
      for (int i = first; i <= last; i++) {
        value = value << 8 | data.get(frame + at + i) & 0xff;
      }
      return value >>> (last + 1) * 8 - bitOffset - bitWidth & (1L << bitWidth) - 1;
    }
  }
}
