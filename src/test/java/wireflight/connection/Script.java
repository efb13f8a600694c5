package wireflight.connection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.trace.CapturePoint;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.Event;
import wireflight.trace.Frame;
import wireflight.trace.LinkType;
import wireflight.trace.ReadProblem;
import wireflight.trace.Trace;

/**
 * Segments written as packetdrill writes them, made into a trace of raw IPv4 packets.
 *
 * <pre>
 * +0     > S 0:0(0) win 64240 &lt;wscale 7&gt;
 * +.001  &lt; S. 0:0(0) ack 1 win 65160
 * +.001  > . 1:1(0) ack 1
 * </pre>
 *
 * <p>{@code >} goes from client to server; numbers are relative to each end's initial sequence
 * number, a dot is the ACK flag, times are seconds after the line before. Besides options, {@code
 * id 7} gives the IP identification, and {@code ts 9} the timestamp.
 */
final class Script implements Trace {
  private static final Pattern LINE =
      Pattern.compile(
          "\\+([0-9.]+)\\s+([<>])\\s+([SFRPUEW.]+)\\s+(-?\\d+):-?\\d+\\((\\d+)\\)"
              + "(?:\\s+ack\\s+(-?\\d+))?(?:\\s+win\\s+(\\d+))?(?:\\s+<(.*)>)?");
  private static final Pattern IDENTIFICATION = Pattern.compile("id (\\d+)");
  private static final String LETTERS = "FSRP.UEW";

  private final List<Frame> frames = new ArrayList<>();
  private final int clientStart;
  private final int serverStart;
  private final int serverPort;
  private int point;
  private long time = 1_700_000_000_000_000_000L;

  private Script(int clientStart, int serverStart, int serverPort) {
    this.clientStart = clientStart;
    this.serverStart = serverStart;
    this.serverPort = serverPort;
  }

  static Script of(String lines) {
    return from(1000, 5000, lines);
  }

  static Script from(int clientStart, int serverStart, String lines) {
    return new Script(clientStart, serverStart, 80).then(lines);
  }

  /** A socket connected to itself: one port, one sequence. */
  static Script self(String lines) {
    return new Script(1000, 1000, 4000).then(lines);
  }

  /** The lines after this are seen at another capture point. */
  Script at(int capturePoint) {
    point = capturePoint;
    return this;
  }

  Script then(String lines) {
    lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::add);
    return this;
  }

  private void add(String line) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a segment: " + line);
    }
    time += Math.round(Double.parseDouble(m.group(1)) * 1e9);
    boolean client = m.group(2).equals(">");
    int flags = 0;
    for (char letter : m.group(3).toCharArray()) {
      flags |= 1 << LETTERS.indexOf(letter);
    }
    int sequence = Integer.parseInt(m.group(4)) + (client ? clientStart : serverStart);
    int acknowledgment =
        m.group(6) == null
            ? 0
            : Integer.parseInt(m.group(6)) + (client ? serverStart : clientStart);
    int window = m.group(7) == null ? 1000 : Integer.parseInt(m.group(7));
    String said = m.group(8) == null ? "" : m.group(8);
    Matcher id = IDENTIFICATION.matcher(said);
    byte[] options = options(id.replaceAll(""));
    int data = Integer.parseInt(m.group(5));
    ByteBuffer packet = ByteBuffer.allocate(40 + options.length + data);
    boolean self = serverPort == 4000;
    packet.putShort(0, (short) 0x4500).putShort(2, (short) packet.capacity());
    if (id.reset().find()) {
      packet.putShort(4, Short.parseShort(id.group(1)));
    }
    packet.put(8, (byte) 64).put(9, (byte) 6);
    packet.putInt(12, client || self ? 0x0a000001 : 0x0a000002);
    packet.putInt(16, client && !self ? 0x0a000002 : 0x0a000001);
    packet.putShort(20, (short) (client || self ? 4000 : serverPort));
    packet.putShort(22, (short) (client ? serverPort : 4000));
    packet.putInt(24, sequence).putInt(28, acknowledgment);
    packet.putShort(32, (short) ((20 + options.length) / 4 << 12 | flags));
    packet.putShort(34, (short) window).put(40, options);
    int length = packet.capacity();
    frames.add(new Frame(frames.size() + 1, time, point, LinkType.RAW, length, packet, 0, length));
  }

  private static byte[] options(String text) {
    ByteBuffer options = ByteBuffer.allocate(40);
    for (String option : text.split(",", -1)) {
      String[] words = option.strip().split("\\s+", -1);
      switch (words[0]) {
        case "wscale" -> options.put(new byte[] {3, 3, Byte.parseByte(words[1]), 1});
        case "mss" -> options.put(new byte[] {2, 4}).putShort(Short.parseShort(words[1]));
        case "ts" ->
            options.put(new byte[] {1, 1, 8, 10}).putInt(Integer.parseInt(words[1])).putInt(0);
        case "" -> {}
        default -> throw new IllegalArgumentException("not an option: " + option);
      }
    }
    byte[] used = new byte[options.position()];
    options.get(0, used);
    return used;
  }

  Analysis analyze() {
    return Analyzer.analyze(this);
  }

  /** The first rows as a trace of their own, as a recording grows. */
  Trace first(int rows) {
    Script shorter = new Script(clientStart, serverStart, serverPort);
    shorter.frames.addAll(frames.subList(0, rows));
    return shorter;
  }

  @Override
  public int size() {
    return frames.size();
  }

  @Override
  public boolean isFrame(int row) {
    return true;
  }

  @Override
  public Frame frame(int row) {
    return frames.get(row);
  }

  @Override
  public Event event(int row) {
    throw new IllegalArgumentException("row " + row + " is a packet");
  }

  @Override
  public long time(int row) {
    return frames.get(row).time();
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
