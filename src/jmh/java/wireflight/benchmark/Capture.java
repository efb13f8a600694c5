package wireflight.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wireflight.trace.CapturePoint;
import wireflight.trace.Frame;
import wireflight.trace.LinkType;
import wireflight.trace.Recording;
import wireflight.trace.RecordingWriter;
import wireflight.trace.Trace;

/** The capture that benchmarks run on. */
public final class Capture {
  /** Nanoseconds from one recording's beginning to the next one's; the longest take half of it. */
  private static final long APART = 120_000_000_000L;

  private static final int ETHERNET_HEADER = 14;

  /** Where the second byte of each address stands in a header of IPv4. */
  private static final int[] FOUR = {13, 17};

  /** Where the second byte of each address stands in a header of IPv6. */
  private static final int[] SIX = {9, 25};

  private Capture() {}

  /**
   * What {@code -Dcapture=FILE} names; else the packets of the shipped recordings, one recording
   * after the other again and again, each two minutes later than the one before and each round
   * between other addresses, in a file that goes away with the process. A million packets are
   * thousands of connections.
   *
   * @param packets how many there are
   */
  public static Path file(int packets) throws IOException {
    String named = System.getProperty("capture", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    List<Trace> recordings = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("assets/recordings"))) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".pcapng")).sorted().toList()) {
        recordings.add(Recording.open(file));
      }
    }
    Path capture = Files.createTempFile("wireflight-", ".pcapng");
    capture.toFile().deleteOnExit();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture), 1 << 16)) {
      RecordingWriter writer = new RecordingWriter(out);
      Map<String, Integer> points = new HashMap<>();
      long begin = recordings.getFirst().time(0);
      int written = 0;
      for (int turn = 0; written < packets; turn++) {
        Trace recording = recordings.get(turn % recordings.size());
        int round = turn / recordings.size();
        written += copy(recording, round, begin + turn * APART, packets - written, points, writer);
      }
      writer.flush();
    }
    return capture;
  }

  /** Writes packets of a recording as if it had begun at that time; says how many. */
  private static int copy(
      Trace trace,
      int round,
      long begin,
      int most,
      Map<String, Integer> points,
      RecordingWriter writer)
      throws IOException {
    long later = begin - trace.time(0);
    int written = 0;
    for (int row = 0; row < trace.size() && written < most; row++) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        CapturePoint from = trace.capturePoints().get(frame.capturePoint());
        Integer point = points.get(from.name());
        if (point == null) {
          point = writer.addCapturePoint(from.name(), "", from.linkType(), 0);
          points.put(from.name(), point);
        }
        writer.write(
            frame.time() + later,
            point,
            frame.originalLength(),
            ByteBuffer.wrap(elsewhere(frame, round)),
            0,
            frame.length());
        written++;
      }
    }
    return written;
  }

  /** A packet's bytes with both addresses in another network for each round. */
  private static byte[] elsewhere(Frame frame, int round) {
    byte[] bytes = new byte[frame.length()];
    frame.data().get(frame.offset(), bytes);
    int ip = frame.linkType().equals(LinkType.ETHERNET) ? ETHERNET_HEADER : 0;
    boolean six = bytes[ip] >>> 4 == 6;
    for (int address : six ? SIX : FOUR) {
      bytes[ip + address] += (byte) (round >>> 8);
      bytes[ip + address + 1] += (byte) round;
    }
    return bytes;
  }
}
