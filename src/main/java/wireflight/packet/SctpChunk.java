package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk of an SCTP packet (RFC 9260, section 3.2).
 *
 * @param offset where it starts in the frame
 * @param type its type number
 * @param flags its eight flag bits
 * @param length its length field, header included, padding not
 * @param transmissionSequenceNumber the TSN of DATA, the cumulative TSN of SACK and SHUTDOWN, the
 *     initial TSN of INIT and INIT ACK, raw; meaningless for other types
 */
public record SctpChunk(
    int offset, int type, int flags, int length, int transmissionSequenceNumber) {
  /** The name that RFC 9260 and its extensions give the type. */
  public String name() {
    return switch (type) {
      case 0 -> "DATA";
      case 1 -> "INIT";
      case 2 -> "INIT ACK";
      case 3 -> "SACK";
      case 4 -> "HEARTBEAT";
      case 5 -> "HEARTBEAT ACK";
      case 6 -> "ABORT";
      case 7 -> "SHUTDOWN";
      case 8 -> "SHUTDOWN ACK";
      case 9 -> "ERROR";
      case 10 -> "COOKIE ECHO";
      case 11 -> "COOKIE ACK";
      case 12 -> "ECNE";
      case 13 -> "CWR";
      case 14 -> "SHUTDOWN COMPLETE";
      case 15 -> "AUTH";
      case 64 -> "I-DATA";
      case 128 -> "ASCONF-ACK";
      case 130 -> "RE-CONFIG";
      case 132 -> "PAD";
      case 192 -> "FORWARD TSN";
      case 193 -> "ASCONF";
      case 194 -> "I-FORWARD-TSN";
      default -> "chunk type " + type;
    };
  }

  /** How many bytes of user data a DATA chunk carries; 0 for other types. */
  public int dataLength() {
    return type == 0 ? Math.max(0, length - 16) : 0;
  }

  /**
   * The chunks of a packet, as far as they were captured.
   *
   * @param packet whose chunks
   * @param data holds the frame
   * @param frame where the frame starts in {@code data}
   * @param captured how many bytes of the frame there are
   */
  public static List<SctpChunk> of(SctpPacket packet, ByteBuffer data, int frame, int captured) {
    List<SctpChunk> chunks = new ArrayList<>();
    int end = Math.min(captured, packet.offset() + packet.ip().payloadLength());
    int at = packet.offset() + 12;
    while (at + 4 <= end) {
      int head = data.getInt(frame + at);
      int length = head & 0xffff;
      int type = head >>> 24;
      int numberAt = at + (type == 1 || type == 2 ? 16 : 4);
      int number = numberAt + 4 <= end ? data.getInt(frame + numberAt) : 0;
      chunks.add(new SctpChunk(at, type, head >>> 16 & 0xff, length, number));
      if (length < 4) {
        break;
      }
      // RFC 9260, section 3.2: chunks are padded to a multiple of four bytes.
      at += length + 3 & ~3;
    }
    return List.copyOf(chunks);
  }
}
