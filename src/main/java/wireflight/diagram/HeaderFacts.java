package wireflight.diagram;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Endpoint;
import wireflight.connection.SegmentFacts;
import wireflight.language.Language;
import wireflight.language.Texts;
import wireflight.packet.HeaderField;
import wireflight.packet.HeaderLayout;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Frame;

/**
 * A packet with its headers and what the analysis knows of it.
 *
 * @param layouts its headers, the outermost first
 * @param payload where what it carries begins in the frame
 * @param payloadLength how much of that was captured
 */
record HeaderFacts(
    int row,
    Frame frame,
    Packet packet,
    List<HeaderLayout> layouts,
    Optional<SegmentFacts> segment,
    int payload,
    int payloadLength,
    Language language) {

  static HeaderFacts of(Analysis analysis, int row) {
    Frame frame = analysis.trace().frame(row);
    Packet packet = analysis.packet(row);
    List<HeaderLayout> layouts =
        HeaderLayout.of(
            frame.linkType().code(),
            packet,
            frame.data(),
            frame.offset(),
            frame.length(),
            analysis.language());
    int end = 0;
    for (HeaderLayout layout : layouts) {
      end = Math.max(end, layout.offset() + layout.length());
    }
    int length =
        switch (packet) {
          case TcpSegment it -> it.payloadLength();
          case UdpDatagram it -> it.payloadLength();
          case IcmpMessage _, SctpPacket _, IpFragment _, Undecoded _ -> frame.length() - end;
        };
    int payload = Math.min(end, frame.length());
    return new HeaderFacts(
        row,
        frame,
        packet,
        layouts,
        analysis.segment(row),
        payload,
        Math.clamp(length, 0, frame.length() - payload),
        analysis.language());
  }

  /** What it is, in a few words. */
  String summary() {
    String length = String.valueOf(frame.originalLength());
    return switch (packet) {
      case TcpSegment _ -> texts().get("headerFacts.tcp", length);
      case UdpDatagram _ -> texts().get("headerFacts.udp", length);
      case IcmpMessage _ -> texts().get("headerFacts.icmp", length);
      case SctpPacket _ -> texts().get("headerFacts.sctp", length);
      case IpFragment _ -> texts().get("headerFacts.fragment", length);
      case Undecoded it -> it.reason(language);
    };
  }

  private Texts texts() {
    return language.texts(HeaderFacts.class);
  }

  /** Who sent it to whom; empty where that is not known. */
  String ends() {
    IpHeader ip = packet.ip();
    if (ip == null) {
      return "";
    }
    return switch (packet) {
      case TcpSegment it -> ends(ip, it.sourcePort(), it.destinationPort());
      case UdpDatagram it -> ends(ip, it.sourcePort(), it.destinationPort());
      case SctpPacket it -> ends(ip, it.sourcePort(), it.destinationPort());
      case IcmpMessage _, IpFragment _, Undecoded _ -> ip.source() + " → " + ip.destination();
    };
  }

  private static String ends(IpHeader ip, int from, int to) {
    return new Endpoint(ip.source(), from) + " → " + new Endpoint(ip.destination(), to);
  }

  /** What stands in a field: the raw number, and what it means where that is another. */
  String value(HeaderLayout layout, HeaderField field) {
    if (field.bitWidth() == 1) {
      return String.valueOf(layout.bits(field, frame.data(), frame.offset()));
    }
    SegmentFacts known = segment.orElse(null);
    if (known == null || !(packet instanceof TcpSegment it) || !layout.name().equals("TCP")) {
      return field.value();
    }
    return switch (field.name()) {
      case "Sequence Number" -> relative(field, known.relativeSequence());
      case "Acknowledgment Number" -> acknowledgment(it, field, known);
      case "Window" -> window(it, field, known);
      default -> field.value();
    };
  }

  private String relative(HeaderField field, long number) {
    return texts().get("headerFacts.relative", field.value(), String.valueOf(number));
  }

  private String acknowledgment(TcpSegment it, HeaderField field, SegmentFacts known) {
    return it.has(TcpFlags.ACK)
        ? relative(field, known.relativeAcknowledgment())
        : texts().get("headerFacts.unused", field.value());
  }

  private String window(TcpSegment it, HeaderField field, SegmentFacts known) {
    return known.window() == it.window() || it.window() == 0
        ? field.value()
        : texts()
            .get(
                "headerFacts.window",
                String.valueOf(it.window()),
                String.valueOf(known.window() / it.window()),
                String.valueOf(known.window()));
  }

  /** The shortest way to write a field: its bare number; null where it has too many bits. */
  @Nullable String brief(HeaderLayout layout, HeaderField field) {
    return field.bitWidth() > 32
        ? null
        : String.valueOf(layout.bits(field, frame.data(), frame.offset()));
  }
}
