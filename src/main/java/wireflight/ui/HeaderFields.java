package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.connection.SegmentFacts;
import wireflight.packet.Checksum;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpOptions;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Frame;

/** The fields of a packet's transport header with their values, in the header's order. */
final class HeaderFields {
  private final Texts texts;

  /**
   * A field.
   *
   * @param name for people
   * @param value as Wireshark too would give it
   * @param bits how wide it is; a row of a header's picture has 32
   */
  record Field(String name, String value, int bits) {}

  HeaderFields(Texts texts) {
    this.texts = texts;
  }

  /** What kind of packet it is, as a heading. */
  String kind(Packet packet) {
    return texts.get(
        switch (packet) {
          case TcpSegment _ -> "header.tcp";
          case UdpDatagram _ -> "header.udp";
          case IcmpMessage _ -> "header.icmp";
          case SctpPacket _ -> "header.sctp";
          case IpFragment _ -> "header.fragment";
          case Undecoded _ -> "header.undecoded";
        });
  }

  /** Who sent it to whom, as far as an IP header tells; else empty. */
  String ends(Packet packet) {
    IpHeader ip = packet.ip();
    return ip == null
        ? ""
        : texts.get(
            ip.source().version() == 4 ? "header.ip4" : "header.ip6",
            ip.source(),
            ip.destination(),
            ip.hopLimit());
  }

  /** The fields of a row's packet, with what the analysis knows of them. */
  List<Field> of(Analysis analysis, int row) {
    Packet packet = analysis.packet(row);
    Frame frame = analysis.trace().frame(row);
    Checksum checksum = Checksum.of(packet, frame.data(), frame.offset(), frame.length());
    return of(packet, analysis.segment(row), checksum);
  }

  private List<Field> of(Packet packet, Optional<SegmentFacts> facts, Checksum checksum) {
    List<Field> fields = new ArrayList<>();
    switch (packet) {
      case TcpSegment it -> tcp(it, facts, checksum, fields);
      case UdpDatagram it -> {
        ports(fields, it.sourcePort(), it.destinationPort());
        add(fields, "length", 16, it.length());
        add(fields, "checksum", 16, texts.get(said(checksum), hex(it.checksum())));
      }
      case IcmpMessage it -> {
        add(fields, "type", 8, it.type());
        add(fields, "code", 8, it.code());
        add(fields, "checksum", 16, texts.get(said(checksum), hex(it.checksum())));
        Packet quoted = it.quoted();
        if (quoted != null) {
          add(fields, "quoted", 32, kind(quoted) + ", " + ports(quoted));
        }
      }
      case SctpPacket it -> {
        ports(fields, it.sourcePort(), it.destinationPort());
        String tag = String.format(Locale.ROOT, "0x%08x", it.verificationTag());
        add(fields, "verification-tag", 32, tag);
        add(fields, "checksum", 32, texts.get(said(checksum), "CRC-32C"));
      }
      case IpFragment it -> add(fields, "fragment-offset", 32, it.ip().fragmentOffset());
      case Undecoded it -> add(fields, "reason", 32, it.reason(texts.language()));
    }
    return fields;
  }

  // RFC 9293, section 3.1, has the widths.
  private void tcp(
      TcpSegment it, Optional<SegmentFacts> facts, Checksum checksum, List<Field> fields) {
    Optional<Long> sequence = facts.map(SegmentFacts::relativeSequence);
    Optional<Long> acknowledgment = facts.map(SegmentFacts::relativeAcknowledgment);
    ports(fields, it.sourcePort(), it.destinationPort());
    add(fields, "sequence", 32, numbered(it.sequenceNumber(), sequence));
    boolean acknowledges = it.has(TcpFlags.ACK);
    add(
        fields,
        "acknowledgment",
        32,
        acknowledges
            ? numbered(it.acknowledgmentNumber(), acknowledgment)
            : texts.get("header.unused"));
    add(fields, "offset", 4, it.headerLength() / 4);
    add(fields, "reserved", 4, 0);
    add(fields, "flags", 8, flags(it.flags()));
    add(fields, "window", 16, window(it, facts));
    add(fields, "checksum", 16, texts.get(said(checksum), hex(it.checksum())));
    add(fields, "urgent", 16, it.urgentPointer());
    String options = options(it.options());
    if (!options.isEmpty()) {
      add(fields, "options", 32, options);
    }
  }

  private void ports(List<Field> fields, int source, int destination) {
    add(fields, "source-port", 16, source);
    add(fields, "destination-port", 16, destination);
  }

  private String ports(Packet packet) {
    return switch (packet) {
      case TcpSegment it -> it.sourcePort() + " → " + it.destinationPort();
      case UdpDatagram it -> it.sourcePort() + " → " + it.destinationPort();
      case SctpPacket it -> it.sourcePort() + " → " + it.destinationPort();
      case IcmpMessage it -> it.type() + "/" + it.code();
      case IpFragment it -> it.ip().source() + " → " + it.ip().destination();
      case Undecoded it -> it.reason(texts.language());
    };
  }

  private static String said(Checksum checksum) {
    return "checksum."
        + switch (checksum) {
          case GOOD -> "good";
          case UNFILLED -> "unfilled";
          case NONE -> "none";
          case MISMATCH -> "mismatch";
          case UNCHECKED -> "unchecked";
        };
  }

  /** The relative number that people follow, and the raw one that stands in the header. */
  private String numbered(int raw, Optional<Long> relative) {
    String number = Integer.toUnsignedString(raw);
    return relative.map(it -> texts.get("header.raw", it.toString(), number)).orElse(number);
  }

  private String window(TcpSegment it, Optional<SegmentFacts> facts) {
    long scaled = facts.map(SegmentFacts::window).orElse((long) it.window());
    return scaled == it.window() || it.window() == 0
        ? String.valueOf(it.window())
        : texts.get("header.scaled", it.window(), scaled / it.window());
  }

  private static String flags(int flags) {
    List<String> names = new ArrayList<>();
    String[] all = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "NS"};
    for (int bit = 0; bit < all.length; bit++) {
      if ((flags >> bit & 1) != 0) {
        names.add(all[bit]);
      }
    }
    return String.join(" ", names);
  }

  private String options(TcpOptions options) {
    List<String> said = new ArrayList<>();
    if (options.maximumSegmentSize() >= 0) {
      said.add("MSS " + options.maximumSegmentSize());
    }
    if (options.windowScale() >= 0) {
      // RFC 7323, section 2.2: the window is shifted left by this count.
      said.add(texts.get("header.shift", 1L << options.windowScale()));
    }
    if (options.selectiveAckPermitted()) {
      said.add("SACK");
    }
    for (TcpOptions.Block block : options.selectiveAcks()) {
      String left = Integer.toUnsignedString(block.left());
      said.add("SACK " + left + "–" + Integer.toUnsignedString(block.right()));
    }
    if (options.timestamps()) {
      said.add("TS " + Integer.toUnsignedString(options.timestampValue()));
    }
    return String.join(" · ", said);
  }

  private static String hex(int sixteenBits) {
    return String.format(Locale.ROOT, "0x%04x", sixteenBits);
  }

  private void add(List<Field> fields, String key, int bits, Object value) {
    fields.add(new Field(texts.get("header." + key), String.valueOf(value), bits));
  }
}
