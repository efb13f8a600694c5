package wireflight.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recordings to test with, small and with one of everything. */
final class Samples {
  static final long T0 = 1_700_000_000_123_456_789L;

  static final SocketName CLIENT =
      new SocketName("this machine", 4711, "client", "tcp", "127.0.0.1:50000", "127.0.0.1:8080");

  static final List<Event> EVENTS =
      List.of(
          new LessonStep(T0, "The handshake", 1, "Two ends\nagree = on numbers."),
          new CallEntered(T0 + 1000, 7, CLIENT, "connect", "127.0.0.1:8080"),
          new CallReturned(
              T0 + 9000, 7, CLIENT, "connect", "127.0.0.1:8080", "", "", "ECONNREFUSED"),
          new KernelSample(
              T0 + 9500, T0 + 9900, CLIENT, "SYN-SENT", 10, Integer.MAX_VALUE, 0, 1_000_000, 1, 0),
          new Note(T0 + 10_000, "a remark", Map.of("PRIORITY", "6")));

  private Samples() {}

  /** A packet of some length whose bytes count up from a start. */
  static byte[] packet(int start, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (start + i);
    }
    return bytes;
  }

  /** Two capture points, an event before each of five packets, statistics at the end. */
  static byte[] recording() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.addCapturePoint("lo", "loopback", LinkType.ETHERNET, 0);
      writer.addCapturePoint("tun0", "", LinkType.RAW, 96);
      for (int i = 0; i < EVENTS.size(); i++) {
        writer.write(EVENTS.get(i));
        byte[] packet = packet(i, 60 + i);
        writer.write(EVENTS.get(i).time() + 1, i % 2, 100, ByteBuffer.wrap(packet), 0, 60 + i);
      }
      writer.write(new CaptureStatistics(1, T0 + 20_000, 5, 2));
    }
    return out.toByteArray();
  }

  /** Reads bytes as if they arrived all at once. */
  static Trace read(byte[] bytes) {
    Recording recording = Recording.follow("sample");
    recording.append(bytes);
    recording.finish();
    return recording.snapshot();
  }

  /** All that rows hold, as values that can be compared. */
  static List<Object> rows(Trace trace) {
    List<Object> rows = new ArrayList<>();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        rows.add(
            List.of(
                frame.number(),
                frame.time(),
                frame.capturePoint(),
                frame.linkType(),
                frame.originalLength(),
                ByteBuffer.wrap(frame.bytes())));
      } else {
        rows.add(List.of(trace.time(row), trace.event(row)));
      }
    }
    return rows;
  }
}
