package wireflight.packet;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * What stands in one frame, down to its first transport from the outside in, as plain numbers.
 *
 * <p>A scan is filled anew by {@link #scan} and makes no objects for a decoded packet, so that a
 * pass over a million packets does not either; {@link Decoder} makes values of it. Numbers that do
 * not apply to {@link #kind()} keep whatever an earlier frame left there. Malformed and cut-off
 * bytes end in {@link Kind#UNDECODED} or leave {@link #captured()} short; nothing is thrown. Not
 * thread-safe: one a thread.
 */
public final class Scan {
  /** What a frame turned out to be. */
  public enum Kind {
    TCP,
    UDP,
    SCTP,
    ICMP,
    ICMPV6,
    FRAGMENT,
    UNDECODED
  }

  /** More layers than this are an attack, not a packet. */
  private static final int MOST_LAYERS = 100;

  private static final Saying NONE = Saying.of(Scan.class, "undecoded.none");

  ByteBuffer data = ByteBuffer.allocate(0);
  int start;

  /** The end of what was captured of the innermost layer so far. */
  int end;

  /** The end of the innermost layer so far by the headers' own counts; at least {@link #end}. */
  int limit;

  private final @Nullable List<IpHeader> pieces;
  private boolean holdsPiece;

  private int layers;
  private Kind kind = Kind.UNDECODED;
  private Saying reason = NONE;

  int ipVersion;

  /** Whether this IP header or one around it is of version 6. */
  boolean withinVersion6;

  int ipOffset;
  int ipLength;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  long finalHigh;
  long finalLow;
  int hopLimit;
  int identification;
  int fragmentOffset;
  boolean moreFragments;
  boolean fragmented;
  int protocol;

  private int offset;
  private int sourcePort;
  private int destinationPort;
  private int sequenceNumber;
  private int acknowledgmentNumber;
  private int headerLength;
  private int flags;
  private int window;
  private int length;
  private int windowScale = -1;

  /** A scan that has read nothing yet. */
  public Scan() {
    this(null);
  }

  /**
   * The same.
   *
   * @param pieces gets each IP header that tells of a piece, from the outside in
   */
  Scan(@Nullable List<IpHeader> pieces) {
    this.pieces = pieces;
  }

  /**
   * Reads a frame.
   *
   * @param linkType the LINKTYPE_ number of its first header
   * @param bytes holds it; only absolute getters are used
   * @param from where it starts
   * @param captured how many bytes there are
   * @param original how many there were on the wire
   */
  public void scan(int linkType, ByteBuffer bytes, int from, int captured, int original) {
    begin(bytes, from, captured, original);
    LinkLayers.frame(this, linkType, from);
  }

  /**
   * Reads the packet that this one quotes, if it is an ICMP error (RFC 792; RFC 4443).
   *
   * @param inner what is filled
   * @return whether there is a quoted packet; else {@code inner} is as it was
   */
  public boolean scanQuoted(Scan inner) {
    boolean v6 = kind == Kind.ICMPV6;
    if (kind != Kind.ICMP && !v6 || captured() <= 8 || !Decoder.isError(v6, byteAt(0))) {
      return false;
    }
    inner.begin(data, offset + 8, captured() - 8, reported() - 8);
    inner.start = start;
    InternetLayers.byVersion(inner, offset + 8);
    return true;
  }

  private void begin(ByteBuffer bytes, int from, int captured, int original) {
    data = bytes;
    start = from;
    end = from + captured;
    limit = Math.max(end, (int) Math.min(Integer.MAX_VALUE, (long) from + Math.max(original, 0)));
    layers = 0;
    kind = Kind.UNDECODED;
    reason = NONE;
    ipVersion = 0;
    withinVersion6 = false;
    fragmented = false;
    holdsPiece = false;
    offset = from;
  }

  // What the layers use.

  int u8(int at) {
    return data.get(at) & 0xff;
  }

  int u16(int at) {
    return data.getShort(at) & 0xffff;
  }

  int u16le(int at) {
    return Short.reverseBytes(data.getShort(at)) & 0xffff;
  }

  /** Whether fewer than {@code bytes} were captured at a place; then the scan is over. */
  boolean cut(int at, int bytes, String part) {
    if (bytes <= end - at) {
      return false;
    }
    String key = limit - at < bytes ? "undecoded.cut.packet" : "undecoded.cut.capture";
    undecoded(key, Saying.of(Scan.class, part));
    return true;
  }

  /** Counts one more layer; whether there are too many, and the scan is over. */
  boolean tooDeep() {
    if (++layers <= MOST_LAYERS) {
      return false;
    }
    undecoded("undecoded.deep", MOST_LAYERS);
    return true;
  }

  /** Ends the layer at a place, if that is before the end known so far. */
  void endAt(long place) {
    if (place < limit) {
      limit = (int) place;
      end = Math.min(end, limit);
    }
  }

  /** Ends the scan with a reason by its key. */
  void undecoded(String key, Object... places) {
    kind = Kind.UNDECODED;
    reason = Saying.of(Scan.class, key, places);
  }

  /** The IP header read last tells that what follows it is a piece of a datagram. */
  void piece() {
    holdsPiece = true;
    if (pieces != null) {
      pieces.add(Decoder.piece(this));
    }
  }

  void fragment(int at) {
    kind = Kind.FRAGMENT;
    offset = at;
  }

  void icmp(Kind which, int at) {
    kind = which;
    offset = at;
  }

  void tcp(int at) {
    kind = Kind.TCP;
    ports(at);
    int have = end - at;
    if (have >= 16) {
      sequenceNumber = data.getInt(at + 4);
      acknowledgmentNumber = data.getInt(at + 8);
      int bits = u16(at + 12);
      headerLength = bits >>> 12 << 2;
      flags = bits & 0x1ff;
      window = u16(at + 14);
      length = Math.max(0, limit - at - headerLength);
    }
  }

  void udp(int at) {
    kind = Kind.UDP;
    ports(at);
    if (end - at >= 6) {
      length = u16(at + 4);
    }
  }

  void sctp(int at) {
    kind = Kind.SCTP;
    ports(at);
  }

  private void ports(int at) {
    offset = at;
    if (end - at >= 4) {
      int both = data.getInt(at);
      sourcePort = both >>> 16;
      destinationPort = both & 0xffff;
    }
  }

  // What callers ask.

  /** What the frame is. */
  public Kind kind() {
    return kind;
  }

  /** Why it is undecoded; without meaning for other kinds. */
  public Saying reason() {
    return reason;
  }

  /** Whether an IP header was found. */
  public boolean hasIp() {
    return ipVersion != 0;
  }

  /** 4 or 6; 0 where no IP header was found. */
  public int ipVersion() {
    return ipVersion;
  }

  /** The first half of the source address as in {@link IpAddress}. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** The second half of the source address as in {@link IpAddress}. */
  public long sourceLow() {
    return sourceLow;
  }

  /** The first half of the destination address as in {@link IpAddress}. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** The second half of the destination address as in {@link IpAddress}. */
  public long destinationLow() {
    return destinationLow;
  }

  /** The first half of the address where the packet ends, after any routing header. */
  public long finalHigh() {
    return finalHigh;
  }

  /** The second half of the address where the packet ends, after any routing header. */
  public long finalLow() {
    return finalLow;
  }

  /** The sender's address; {@link #hasIp()} must hold. */
  public IpAddress source() {
    return new IpAddress(ipVersion, sourceHigh, sourceLow);
  }

  /** The receiver's address; {@link #hasIp()} must hold. */
  public IpAddress destination() {
    return new IpAddress(ipVersion, destinationHigh, destinationLow);
  }

  /** The identification of IPv4 or of the IPv6 fragment header; 0 where there is none. */
  public int identification() {
    return identification;
  }

  /** Whether the packet is a piece of an IP datagram, the first one included. */
  public boolean fragmented() {
    return fragmented;
  }

  /** Whether it, or a packet of a tunnel around it, is a piece of an IP datagram. */
  public boolean holdsPiece() {
    return holdsPiece;
  }

  /** Where the transport header starts, in the frame. */
  public int offset() {
    return offset - start;
  }

  /** How many bytes were captured from the transport header on. */
  public int captured() {
    return Math.max(0, end - offset);
  }

  /** How many bytes there are from the transport header on, by the headers' counts. */
  public int reported() {
    return Math.max(0, limit - offset);
  }

  /** Whether enough was captured to tell both ports (TCP, UDP, SCTP). */
  public boolean portsKnown() {
    return captured() >= 4;
  }

  /** The source port, if known. */
  public int sourcePort() {
    return sourcePort;
  }

  /** The destination port, if known. */
  public int destinationPort() {
    return destinationPort;
  }

  /**
   * UDP: whether the header is there and its length field is at least its own (RFC 768), or 0 as in
   * a jumbogram (RFC 2675).
   */
  public boolean lengthSound() {
    return captured() >= 8 && (length >= 8 || length == 0 && ipVersion == 6);
  }

  /** Whether the numbers of a TCP header were captured, up to its window. */
  public boolean tcpKnown() {
    return captured() >= 16;
  }

  /** TCP: the raw sequence number, if known. */
  public int sequenceNumber() {
    return sequenceNumber;
  }

  /** TCP: the raw acknowledgment number, if known. */
  public int acknowledgmentNumber() {
    return acknowledgmentNumber;
  }

  /** TCP: the header's length in bytes with options, as it claims, if known. */
  public int headerLength() {
    return headerLength;
  }

  /** TCP: the nine flag bits, if known. */
  public int flags() {
    return flags;
  }

  /** TCP: the raw window, if known. */
  public int window() {
    return window;
  }

  /** TCP: bytes of data in this packet by the IP header's count; UDP: the length field. */
  public int length() {
    return length;
  }

  /**
   * TCP: reads the options for {@link #windowScale()}.
   *
   * @return whether the header can be read to the end of its options
   */
  public boolean readOptions() {
    windowScale = -1;
    int at = 20;
    while (at >= 0 && at < headerLength) {
      int next = TcpOptionReader.next(this, at);
      if (next == at + 3 && byteAt(at) == TcpOptionReader.WINDOW_SCALE) {
        windowScale = byteAt(at + 2);
      }
      at = next;
    }
    return at != TcpOptionReader.CUT && headerLength >= 20 && captured() >= 20;
  }

  /** TCP: the shift count of the window scale option; -1 without one; after readOptions. */
  public int windowScale() {
    return windowScale;
  }

  /** A 32-bit number at a place counted from the transport header; must be within captured(). */
  public int intAt(int place) {
    return data.getInt(offset + place);
  }

  /** A byte at a place counted from the transport header; must be within captured(). */
  public int byteAt(int place) {
    return data.get(offset + place) & 0xff;
  }
}
