package wireflight.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;

/** Kinds of packets that a person can name. */
public enum PacketKind {
  PACKET("packet", "packet"),
  DATA("data", "data segment"),
  SYN("syn", "SYN"),
  SYN_ACK("syn-ack", "SYN-ACK"),
  ACK("ack", "ACK without data"),
  FIN("fin", "FIN"),
  RST("rst", "RST"),
  DATAGRAM("datagram", "datagram"),
  ICMP("icmp", "ICMP message");

  private static final int CONTROL = TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST;

  private final String word;
  private final String name;

  PacketKind(String word, String name) {
    this.word = word;
    this.name = name;
  }

  /** What a lesson calls it. */
  public String word() {
    return word;
  }

  /** What a sentence calls it. */
  String described() {
    return name;
  }

  /** The kind that a lesson's word means, in whatever case. */
  public static Optional<PacketKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equalsIgnoreCase(word)).findFirst();
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PacketKind::word).toList();
  }

  /** Whether a packet is of this kind; one may be of several. */
  boolean matches(Scan packet) {
    int flags = packet.kind() == Scan.Kind.TCP ? packet.flags() : 0;
    boolean tcp = packet.kind() == Scan.Kind.TCP && packet.tcpKnown();
    return switch (this) {
      case PACKET -> true;
      case DATA -> tcp && packet.length() > 0;
      case SYN -> tcp && (flags & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN;
      case SYN_ACK ->
          tcp && (flags & (TcpFlags.SYN | TcpFlags.ACK)) == (TcpFlags.SYN | TcpFlags.ACK);
      case ACK ->
          tcp && (flags & TcpFlags.ACK) != 0 && (flags & CONTROL) == 0 && packet.length() == 0;
      case FIN -> tcp && (flags & TcpFlags.FIN) != 0;
      case RST -> tcp && (flags & TcpFlags.RST) != 0;
      case DATAGRAM -> packet.kind() == Scan.Kind.UDP;
      case ICMP -> packet.kind() == Scan.Kind.ICMP || packet.kind() == Scan.Kind.ICMPV6;
    };
  }
}
