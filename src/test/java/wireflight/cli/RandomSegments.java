package wireflight.cli;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Segments of one TCP connection, as two ends over a bad network may have sent them: with loss,
 * repetition, changed order, closed windows, probes, and numbers that wrap.
 */
final class RandomSegments {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int PSH = 8;
  private static final int ACK = 16;

  private final RandomGenerator random;
  private final End[] ends = {new End(), new End()};
  private final int[] ports;
  private int step;

  /** One end: its next number, what it has acknowledged, and its habits. */
  private static final class End {
    int initial;
    int next;
    int highest;
    int acknowledged;
    int window = 64240;
    int scale = -1;
    boolean timestamps;
    boolean finished;
  }

  /** One segment, and who sent it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Segment(boolean fromClient, byte[] bytes) {}

  RandomSegments(long seed) {
    random = new Random(seed);
    ports = new int[] {20000 + random.nextInt(20000), 40001 + random.nextInt(9000)};
    begin();
  }

  private void begin() {
    for (End end : ends) {
      end.initial = random.nextInt(4) == 0 ? -random.nextInt(3000) : random.nextInt();
      end.next = end.initial;
      end.highest = end.initial;
      end.finished = false;
      end.window = random.nextInt(3) == 0 ? 1 + random.nextInt(4000) : 64240;
      end.scale = random.nextInt(3) == 0 ? -1 : random.nextInt(10);
    }
    boolean stamps = random.nextBoolean();
    ends[0].timestamps = stamps;
    ends[1].timestamps = stamps;
    // Some captures begin in the middle.
    step = random.nextInt(4) == 0 ? 3 : 0;
    if (step == 3) {
      for (int i = 0; i < 2; i++) {
        ends[i].next++;
        ends[i].highest++;
        ends[1 - i].acknowledged = ends[i].next;
      }
    }
  }

  Segment next() {
    if (step < 3) {
      return handshake();
    }
    if (random.nextInt(60) == 0) {
      Segment last = end(random.nextInt(2));
      if (random.nextInt(3) == 0) {
        begin();
      }
      return last;
    }
    return exchange(random.nextInt(2));
  }

  private Segment handshake() {
    End client = ends[0];
    End server = ends[1];
    if (step > 0 && random.nextInt(8) == 0) {
      step--; // sent again
    }
    return switch (step++) {
      case 0 -> {
        client.next = client.initial + 1;
        client.highest = client.next;
        yield segment(0, client.initial, 0, SYN, 0, true);
      }
      case 1 -> {
        server.next = server.initial + 1;
        server.highest = server.next;
        server.acknowledged = client.next;
        yield segment(1, server.initial, server.acknowledged, SYN | ACK, 0, true);
      }
      default -> {
        client.acknowledged = server.next;
        yield segment(0, client.next, client.acknowledged, ACK, 0, false);
      }
    };
  }

  private Segment end(int which) {
    End from = ends[which];
    if (random.nextInt(3) == 0) {
      return segment(
          which, from.next, from.acknowledged, random.nextBoolean() ? RST : RST | ACK, 0, false);
    }
    int seq = from.next;
    if (!from.finished) {
      from.next++;
      from.highest = from.next;
      from.finished = true;
    } else {
      seq = from.next - 1;
    }
    return segment(which, seq, from.acknowledged, FIN | ACK, 0, false);
  }

  private Segment exchange(int which) {
    End from = ends[which];
    End to = ends[1 - which];
    int length = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(random.nextInt(4) == 0 ? 4 : 1400);
    window(from);
    switch (random.nextInt(24)) {
      case 0, 1 -> {
        // Sent again, from somewhere before.
        int back = Math.min(1 + random.nextInt(3000), from.next - from.initial);
        return segment(
            which, from.next - back, from.acknowledged, ACK, Math.min(length, back), false);
      }
      case 2 -> {
        // A segment that the capture lacks.
        from.next += 1 + random.nextInt(1400);
        from.highest = from.next;
      }
      case 3 -> {
        return segment(which, from.next - 1, from.acknowledged, ACK, random.nextInt(2), false);
      }
      case 4 -> {
        // Exactly what the other's window allows.
        int edge = to.acknowledged + (to.window << Math.max(0, to.scale)) - from.next;
        if (edge > 0 && edge < 1460) {
          length = edge;
        }
      }
      case 5 -> from.acknowledged = to.highest + random.nextInt(3000);
      case 6, 7, 8 -> {
        return segment(which, from.next, from.acknowledged, ACK, 0, false);
      }
      case 9 -> from.acknowledged += random.nextInt(Math.max(1, to.next - from.acknowledged + 1));
      case 10 -> {
        if (to.window == 0) {
          return segment(which, from.next, from.acknowledged, ACK, 1, false);
        }
      }
      default -> from.acknowledged = to.next;
    }
    int seq = from.next;
    from.next += length;
    if (from.next - from.highest > 0) {
      from.highest = from.next;
    }
    return segment(which, seq, from.acknowledged, length > 0 ? ACK | PSH : ACK, length, false);
  }

  private void window(End end) {
    switch (random.nextInt(16)) {
      case 0 -> end.window = 0;
      case 1, 2 -> end.window = 1 + random.nextInt(65535);
      default -> {
        // As before.
      }
    }
  }

  private Segment segment(int which, int seq, int ack, int flags, int length, boolean opening) {
    End end = ends[which];
    Bytes options = new Bytes();
    if (opening) {
      options.u8(2).u8(4).u16(1460);
      if (end.scale >= 0) {
        options.u8(3).u8(3).u8(end.scale).u8(1);
      }
      options.u8(4).u8(2).u16(0x0101);
    } else if (length == 0 && random.nextInt(6) == 0) {
      options.u16(0x0101).u8(5).u8(10).u32(ack + 1460).u32(ack + 2920);
    }
    if (end.timestamps) {
      options.u16(0x0101).u8(8).u8(10).u32(step * 1000).u32(0);
    }
    byte[] extra = options.array();
    int bits = flags | (random.nextInt(40) == 0 ? 0x40 : 0) | (random.nextInt(60) == 0 ? 0x100 : 0);
    Bytes out = new Bytes();
    out.u16(ports[which]).u16(ports[1 - which]).u32(seq).u32((flags & ACK) != 0 ? ack : 0);
    out.u16((20 + extra.length) / 4 << 12 | bits).u16(end.window).u16(0).u16(0).put(extra);
    byte[] data = new byte[length];
    java.util.Arrays.fill(data, (byte) 'x');
    byte[] bytes = out.put(data).array();
    if (random.nextInt(60) == 0) {
      damage(bytes);
    }
    return new Segment(which == 0, bytes);
  }

  /** A header length, flags, numbers or options that no end would send. */
  private void damage(byte[] segment) {
    int at =
        switch (random.nextInt(6)) {
          case 0, 1 -> 12;
          case 2 -> 13;
          case 3 -> 4 + random.nextInt(8);
          case 4 -> 14 + random.nextInt(6);
          default -> Math.min(segment.length - 1, 20 + random.nextInt(20));
        };
    segment[at] = (byte) random.nextInt(256);
  }
}
