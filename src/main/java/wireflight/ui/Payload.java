package wireflight.ui;

import java.nio.ByteBuffer;
import java.util.List;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.Packet;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Frame;

/** The first bytes of what a packet carries, for people. */
final class Payload {
  private static final int MOST = 10;

  private Payload() {}

  /** The bytes in hexadecimal, and as characters with a dot for those that have no shape. */
  static List<String> of(Frame frame, Packet packet) {
    int offset = offset(packet);
    int length = Math.min(length(packet), frame.length() - offset);
    if (offset < 0 || length <= 0) {
      return List.of("", "");
    }
    StringBuilder hex = new StringBuilder();
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < Math.min(length, MOST); i++) {
      int unit = frame.data().get(frame.offset() + offset + i) & 0xff;
      hex.append(i == 0 ? "" : " ").append(String.format("%02x", unit));
      characters.append(unit >= ' ' && unit <= '~' ? (char) unit : '·');
    }
    String more = length > MOST ? "…" : "";
    return List.of(hex + more, characters + more);
  }

  /** All of the bytes that were captured. */
  static ByteBuffer bytes(Frame frame, Packet packet) {
    int offset = offset(packet);
    int length = Math.min(length(packet), frame.length() - offset);
    return offset < 0 || length <= 0
        ? ByteBuffer.allocate(0)
        : frame.data().slice(frame.offset() + offset, length);
  }

  private static int offset(Packet packet) {
    return switch (packet) {
      case TcpSegment it -> it.payloadOffset();
      case UdpDatagram it -> it.payloadOffset();
      case IcmpMessage _, SctpPacket _, IpFragment _, Undecoded _ -> -1;
    };
  }

  private static int length(Packet packet) {
    return switch (packet) {
      case TcpSegment it -> it.payloadLength();
      case UdpDatagram it -> it.payloadLength();
      case IcmpMessage _, SctpPacket _, IpFragment _, Undecoded _ -> 0;
    };
  }
}
