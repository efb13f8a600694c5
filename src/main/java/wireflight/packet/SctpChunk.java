package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk of an SCTP packet (RFC 9260, section 3.2).
 *
 * <p>Numbers that its type does not have, or that the capture cut off, are 0.
 *
 * @param offset where it starts in the frame
 * @param type its type number; the constants name those that decide something
 * @param flags its eight flag bits
 * @param length its length field, header included, padding not
 * @param transmissionSequenceNumber the TSN of DATA and I-DATA, the cumulative TSN of SACK,
 *     SHUTDOWN and FORWARD TSN, the initial TSN of INIT and INIT ACK, raw
 * @param initiateTag INIT and INIT ACK: the verification tag that packets to its sender must carry
 * @param window INIT, INIT ACK and SACK: how many bytes its sender can take
 * @param stream DATA and I-DATA: the stream's number
 * @param gaps SACK: what arrived beyond the cumulative TSN
 * @param duplicates SACK: the TSNs that arrived again, raw
 */
public record SctpChunk(
    int offset,
    int type,
    int flags,
    int length,
    int transmissionSequenceNumber,
    int initiateTag,
    long window,
    int stream,
    List<Gap> gaps,
    List<Integer> duplicates) {
  public static final int DATA = 0;
  public static final int INIT = 1;
  public static final int INIT_ACK = 2;
  public static final int SACK = 3;
  public static final int HEARTBEAT = 4;
  public static final int HEARTBEAT_ACK = 5;
  public static final int ABORT = 6;
  public static final int SHUTDOWN = 7;
  public static final int SHUTDOWN_ACK = 8;
  public static final int ERROR = 9;
  public static final int COOKIE_ECHO = 10;
  public static final int COOKIE_ACK = 11;
  public static final int SHUTDOWN_COMPLETE = 14;
  public static final int I_DATA = 64;
  public static final int ASCONF_ACK = 128;
  public static final int FORWARD_TSN = 192;
  public static final int ASCONF = 193;
  public static final int I_FORWARD_TSN = 194;

  /** The T bit of ABORT and SHUTDOWN COMPLETE: the verification tag is the sender's own. */
  public static final int REFLECTED = 1;

  /**
   * TSNs that a SACK says have arrived beyond its cumulative one (RFC 9260, section 3.3.4).
   *
   * @param first raw
   * @param last raw; arrived too
   */
  public record Gap(int first, int last) {}

  /** Neither list can be changed. */
  public SctpChunk {
    gaps = List.copyOf(gaps);
    duplicates = List.copyOf(duplicates);
  }

  /** The name that RFC 9260 and its extensions give the type. */
  public String name() {
    return switch (type) {
      case DATA -> "DATA";
      case INIT -> "INIT";
      case INIT_ACK -> "INIT ACK";
      case SACK -> "SACK";
      case HEARTBEAT -> "HEARTBEAT";
      case HEARTBEAT_ACK -> "HEARTBEAT ACK";
      case ABORT -> "ABORT";
      case SHUTDOWN -> "SHUTDOWN";
      case SHUTDOWN_ACK -> "SHUTDOWN ACK";
      case ERROR -> "ERROR";
      case COOKIE_ECHO -> "COOKIE ECHO";
      case COOKIE_ACK -> "COOKIE ACK";
      case 12 -> "ECNE";
      case 13 -> "CWR";
      case SHUTDOWN_COMPLETE -> "SHUTDOWN COMPLETE";
      case 15 -> "AUTH"; // RFC 4895
      case I_DATA -> "I-DATA"; // RFC 8260
      case ASCONF_ACK -> "ASCONF-ACK"; // RFC 5061
      case 130 -> "RE-CONFIG"; // RFC 6525
      case 132 -> "PAD"; // RFC 4820
      case FORWARD_TSN -> "FORWARD TSN"; // RFC 3758
      case ASCONF -> "ASCONF"; // RFC 5061
      case I_FORWARD_TSN -> "I-FORWARD-TSN"; // RFC 8260
      default -> "chunk type " + type;
    };
  }

  /** Whether it carries user data. */
  public boolean isData() {
    return isData(type);
  }

  /** Whether chunks of a type carry user data. */
  public static boolean isData(int type) {
    return type == DATA || type == I_DATA;
  }

  /** How long the header of a chunk with user data is (RFC 9260, 3.3.1; RFC 8260, 2.1). */
  public static int dataHeader(int type) {
    return type == I_DATA ? 20 : 16;
  }

  /** How many bytes of user data it carries; 0 where it is no chunk of data. */
  public int dataLength() {
    return isData() ? Math.max(0, length - dataHeader(type)) : 0;
  }

  /** Where its user data starts in the frame. */
  public int dataOffset() {
    return offset + dataHeader(type);
  }

  /** From one chunk's start to the next one's: they are padded to a multiple of four bytes. */
  public static int stride(int length) {
    return length + 3 & ~3;
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
      SctpChunk chunk = read(data, frame, at, end);
      chunks.add(chunk);
      if (chunk.length < 4) {
        break;
      }
      at += stride(chunk.length);
    }
    return List.copyOf(chunks);
  }

  private static SctpChunk read(ByteBuffer data, int frame, int at, int end) {
    int head = data.getInt(frame + at);
    int type = head >>> 24;
    int length = head & 0xffff;
    int stop = Math.min(end, at + length);
    boolean init = type == INIT || type == INIT_ACK;
    boolean sack = type == SACK;
    boolean numbered = isData(type) || sack || type == SHUTDOWN || isForward(type);
    int number = init ? number(data, frame, at + 16, stop) : 0;
    number = numbered ? number(data, frame, at + 4, stop) : number;
    return new SctpChunk(
        at,
        type,
        head >>> 16 & 0xff,
        length,
        number,
        init ? number(data, frame, at + 4, stop) : 0,
        init || sack ? number(data, frame, at + 8, stop) & 0xffff_ffffL : 0,
        isData(type) ? number(data, frame, at + 8, stop) >>> 16 : 0,
        sack ? gaps(data, frame, at, stop, number) : List.of(),
        sack ? duplicates(data, frame, at, stop) : List.of());
  }

  private static boolean isForward(int type) {
    return type == FORWARD_TSN || type == I_FORWARD_TSN;
  }

  private static List<Gap> gaps(ByteBuffer data, int frame, int at, int stop, int cumulative) {
    int count = number(data, frame, at + 12, stop) >>> 16;
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < count && at + 20 + 4 * i <= stop; i++) {
      int both = data.getInt(frame + at + 16 + 4 * i);
      gaps.add(new Gap(cumulative + (both >>> 16), cumulative + (both & 0xffff)));
    }
    return gaps;
  }

  private static List<Integer> duplicates(ByteBuffer data, int frame, int at, int stop) {
    int counts = number(data, frame, at + 12, stop);
    int first = at + 16 + 4 * (counts >>> 16);
    int count = counts & 0xffff;
    List<Integer> duplicates = new ArrayList<>();
    for (int i = 0; i < count && first + 4 + 4 * i <= stop; i++) {
      duplicates.add(data.getInt(frame + first + 4 * i));
    }
    return duplicates;
  }

  private static int number(ByteBuffer data, int frame, int at, int end) {
    return at + 4 <= end ? data.getInt(frame + at) : 0;
  }
}
