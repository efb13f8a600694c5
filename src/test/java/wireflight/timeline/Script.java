package wireflight.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.packet.IpAddress;
import wireflight.packet.TcpFlags;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.CapturePoint;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.Event;
import wireflight.trace.Frame;
import wireflight.trace.KernelSample;
import wireflight.trace.LessonStep;
import wireflight.trace.LinkType;
import wireflight.trace.ReadProblem;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;

/** Writes recordings row by row, as a packet capture and a lab would have made them. */
public final class Script {
  /** What one microsecond is on the clock of the rows. */
  private static final long MICRO = 1000;

  private final List<Object> rows = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private long clock = 1_700_000_000_000_000_000L;
  private long calls;
  private boolean marked;
  private byte[] option = new byte[0];

  /** Lets time pass. */
  public Script after(long micros) {
    clock += micros * MICRO;
    return this;
  }

  /** A TCP segment with these flags (as in {@code SA}) and raw numbers. */
  public Script tcp(String from, String to, String flags, long seq, long ack, String data) {
    byte[] payload = data.getBytes(StandardCharsets.UTF_8);
    int bits = 0;
    for (int at = 0; at < flags.length(); at++) {
      bits |= 1 << "FSRPAUECN".indexOf(flags.charAt(at));
    }
    boolean syn = (bits & TcpFlags.SYN) != 0;
    byte[] extra = option;
    option = new byte[0];
    int header = (syn ? 24 : 20) + extra.length;
    ByteBuffer bytes = ip(6, from, to, header + payload.length);
    bytes.putShort((short) port(from)).putShort((short) port(to));
    bytes.putInt((int) seq).putInt((int) ack);
    bytes.putShort((short) (header / 4 << 12 | bits)).putShort((short) 64240).putInt(0);
    if (syn) {
      bytes.putInt(0x02040000 | 1460);
    }
    if (marked) {
      bytes.put(1, (byte) 3);
      marked = false;
    }
    return frame(bytes.put(extra).put(payload));
  }

  /** The next segment meets a congested router. */
  public Script marked() {
    marked = true;
    return this;
  }

  /** The next segment has a TCP Fast Open option with this cookie, in hexadecimal. */
  public Script fastOpen(String cookie) {
    byte[] bytes = HexFormat.of().parseHex(cookie);
    ByteBuffer made = ByteBuffer.allocate(bytes.length + 5 & ~3);
    made.put((byte) 34).put((byte) (bytes.length + 2)).put(bytes);
    while (made.hasRemaining()) {
      made.put((byte) 1);
    }
    option = made.array();
    return this;
  }

  /** A UDP datagram. */
  public Script udp(String from, String to, String data) {
    return udp(from, to, data.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with any bytes. */
  public Script udp(String from, String to, byte[] payload) {
    ByteBuffer bytes = ip(17, from, to, 8 + payload.length);
    bytes.putShort((short) port(from)).putShort((short) port(to));
    bytes.putShort((short) (8 + payload.length)).putShort((short) 0);
    return frame(bytes.put(payload));
  }

  /**
   * A piece of a UDP datagram; the first one holds its header. Of IPv6 if the addresses are in
   * brackets.
   *
   * @param whole bytes of the whole datagram's data
   * @param offset where the piece's bytes begin among those after the IP header
   * @param bytes how many there are, a multiple of eight but in the last piece
   */
  public Script piece(
      String from, String to, int identification, int whole, int offset, int bytes) {
    boolean more = offset + bytes < whole + 8;
    ByteBuffer piece = cut(17, from, to, identification, offset, bytes, more);
    if (offset == 0) {
      piece.putShort((short) port(from)).putShort((short) port(to));
      piece.putShort((short) (8 + whole)).putShort((short) 0);
    }
    return frame(piece);
  }

  /**
   * The packet written last is carried by a tunnel, whose own packet is cut up on its way. Of IPv6
   * if the tunnel's addresses are in brackets.
   *
   * @param protocol 47 for GRE, 4 and 41 for IP in IP
   * @param most bytes of a piece, a multiple of eight
   */
  public Script tunnelled(String from, String to, int protocol, int identification, int most) {
    Frame carried = (Frame) rows.removeLast();
    clock = times.removeLast();
    ByteBuffer whole = ByteBuffer.allocate(4 + carried.length());
    if (protocol == 47) {
      whole.putInt(carried.data().get(0) >>> 4 == 6 ? 0x86dd : 0x0800);
    }
    whole.put(carried.data().duplicate()).flip();
    while (whole.hasRemaining()) {
      int offset = whole.position();
      int bytes = Math.min(most, whole.remaining());
      whole.position(offset + bytes);
      boolean more = whole.hasRemaining();
      ByteBuffer piece = cut(protocol, from, to, identification, offset, bytes, more);
      frame(piece.put(whole.slice(offset, bytes)));
    }
    return this;
  }

  /** The packet written last was not captured. */
  public Script uncaptured() {
    rows.removeLast();
    times.removeLast();
    return this;
  }

  /**
   * An SCTP packet.
   *
   * @param tag its verification tag
   * @param chunks in hexadecimal, padding included
   */
  public Script sctp(String from, String to, int tag, String... chunks) {
    byte[] payload = HexFormat.of().parseHex(String.join("", chunks).replace(" ", ""));
    ByteBuffer bytes = ip(132, from, to, 12 + payload.length);
    bytes.putShort((short) port(from)).putShort((short) port(to)).putInt(tag).putInt(0);
    return frame(bytes.put(payload));
  }

  /** An ICMP port unreachable that answers a datagram from {@code sender} to {@code target}. */
  public Script portUnreachable(String target, String sender, int length) {
    ByteBuffer bytes = ip(1, target, sender, 8 + 28);
    bytes.put((byte) 3).put((byte) 3).putShort((short) 0).putInt(0);
    bytes.put(ip(17, sender, target, 8 + length).slice(0, 20));
    bytes.putShort((short) port(sender)).putShort((short) port(target));
    bytes.putShort((short) (8 + length)).putShort((short) 0);
    return frame(bytes);
  }

  /**
   * An ICMP host unreachable that quotes eight bytes of a transport header from {@code sender} to
   * {@code target}.
   *
   * @param number the second four of those bytes
   */
  public Script unreachable(int protocol, String target, String sender, int number) {
    ByteBuffer bytes = ip(1, "10.9.9.9:0", sender, 8 + 28);
    bytes.put((byte) 3).put((byte) 1).putShort((short) 0).putInt(0);
    bytes.put(ip(protocol, sender, target, 8).slice(0, 20));
    bytes.putShort((short) port(sender)).putShort((short) port(target)).putInt(number);
    return frame(bytes);
  }

  /** A call that returns at once; fields of the socket as {@link #socket} reads them. */
  public Script call(String before, String text, String after, String result) {
    long call = enter(before, text);
    return after(5).leave(call, after, text, result, "");
  }

  /** Enters a call, as in {@code connect(127.0.0.1:80)}; gives its number. */
  public long enter(String socket, String text) {
    row(new CallEntered(clock, ++calls, socket(socket), name(text), arguments(text)));
    return calls;
  }

  /** Returns from a call; a result that begins with E is an error. */
  public Script leave(long call, String socket, String text, String result, String data) {
    boolean failed = result.startsWith("E");
    return row(
        new CallReturned(
            clock,
            call,
            socket(socket),
            name(text),
            arguments(text),
            failed ? "" : result,
            data,
            failed ? result : ""));
  }

  /** What the kernel says of a socket. */
  public Script sample(String socket, String state) {
    return sample(socket, state, 0);
  }

  /** The same of a socket that has sent so many segments again. */
  public Script sample(String socket, String state, int again) {
    return row(
        new KernelSample(clock, clock, socket(socket), state, 10, 99, 40, 200_000, 0, again));
  }

  /** A paragraph of a lesson. */
  public Script says(int step, String narration) {
    return row(new LessonStep(clock, "A lesson", step, narration));
  }

  /** The analysis of the rows so far. */
  public Analysis analysis() {
    return Analyzer.analyze(trace());
  }

  /** The timeline of the rows so far. */
  public Timeline timeline() {
    return TimelineBuilder.build(analysis());
  }

  /** The rows so far. */
  public Trace trace() {
    return new Written(List.copyOf(rows), List.copyOf(times));
  }

  /** Writes the rows so far as a pcapng file. */
  public void writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      TraceCopy.write(trace(), row -> true, out);
    }
  }

  /** {@code actor}, {@code actor local} or {@code actor local foreign}; {@code udp:} before it. */
  private static SocketName socket(String text) {
    int transport = text.indexOf(':');
    boolean told = transport > 0 && text.substring(0, transport).matches("udp|sctp");
    String[] words = text.substring(told ? transport + 1 : 0).split(" ", 3);
    return new SocketName(
        "this machine",
        4711,
        words[0],
        told ? text.substring(0, transport) : "tcp",
        words.length > 1 ? words[1] : "",
        words.length > 2 ? words[2] : "");
  }

  private static String name(String text) {
    return text.substring(0, text.indexOf('('));
  }

  private static String arguments(String text) {
    return text.substring(text.indexOf('(') + 1, text.length() - 1);
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private static int host(String address) {
    return (int) IpAddress.parse(address.substring(0, address.lastIndexOf(':'))).low();
  }

  private static ByteBuffer ip(int protocol, String from, String to, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(20 + length);
    bytes.putInt(0x45000000 | 20 + length).putInt(0x4000);
    bytes.put((byte) 64).put((byte) protocol).putShort((short) 0);
    return bytes.putInt(host(from)).putInt(host(to));
  }

  private static ByteBuffer ipv6(int next, String from, String to, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(40 + length).putInt(0x60000000);
    bytes.putShort((short) length).put((byte) next).put((byte) 64);
    for (String end : List.of(from, to)) {
      IpAddress address = IpAddress.parse(end.substring(1, end.indexOf(']')));
      bytes.putLong(address.high()).putLong(address.low());
    }
    return bytes;
  }

  /** The headers of a piece, with room for its bytes. */
  private static ByteBuffer cut(
      int protocol,
      String from,
      String to,
      int identification,
      int offset,
      int bytes,
      boolean more) {
    if (from.startsWith("[")) {
      ByteBuffer piece = ipv6(44, from, to, 8 + bytes);
      piece.putShort((short) (protocol << 8)).putShort((short) (offset | (more ? 1 : 0)));
      return piece.putInt(identification);
    }
    ByteBuffer piece = ip(protocol, from, to, bytes);
    piece.putShort(4, (short) identification);
    return piece.putShort(6, (short) ((more ? 0x2000 : 0) | offset / 8));
  }

  private Script frame(ByteBuffer bytes) {
    byte[] whole = new byte[bytes.capacity()];
    bytes.get(0, whole);
    return row(
        new Frame(
            rows.size() + 1,
            clock,
            0,
            LinkType.RAW,
            whole.length,
            ByteBuffer.wrap(whole).asReadOnlyBuffer(),
            0,
            whole.length));
  }

  private Script row(Object row) {
    rows.add(row);
    times.add(clock);
    return after(20);
  }

  private record Written(List<Object> rows, List<Long> times) implements Trace {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public boolean isFrame(int row) {
      return rows.get(row) instanceof Frame;
    }

    @Override
    public Frame frame(int row) {
      return (Frame) rows.get(row);
    }

    @Override
    public Event event(int row) {
      return (Event) rows.get(row);
    }

    @Override
    public long time(int row) {
      return times.get(row);
    }

    @Override
    public List<CapturePoint> capturePoints() {
      return List.of(new CapturePoint(0, "lo", "", LinkType.RAW, 0));
    }

    @Override
    public List<CaptureStatistics> statistics() {
      return List.of();
    }

    @Override
    public List<ReadProblem> problems() {
      return List.of();
    }

    @Override
    public boolean growing() {
      return false;
    }
  }
}
