package wireflight.trace;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a recording as pcapng: packets with nanoseconds as Enhanced Packet Blocks, events as
 * systemd Journal Export Blocks, in the order of the calls.
 *
 * <p>Blocks reach the stream whole, at the latest with {@link #flush}, so that a file cut off by a
 * crash can be read up to its last whole block. Not thread-safe; {@link OrderedWriter} is, and
 * sorts by time.
 */
public final class RecordingWriter implements Closeable, Flushable {
  private static final int DRAIN = 1 << 16;

  /** Wireshark takes a smaller journal block for damage. */
  private static final int SMALLEST_ENTRY = 24;

  private final OutputStream out;
  private final BlockBuffer blocks = new BlockBuffer();
  private final List<Integer> snapLengths = new ArrayList<>();

  /** Begins a recording; nothing reaches the stream before {@link #flush} or some 64 KiB. */
  public RecordingWriter(OutputStream out) {
    this.out = out;
    blocks
        .begin(PcapngParser.SECTION_HEADER)
        .int32(PcapngParser.BYTE_ORDER_MAGIC)
        .int16(1)
        .int16(0)
        .int64(-1)
        .option(2, System.getProperty("os.arch", ""))
        .option(3, System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""))
        .option(4, "Wireflight")
        .endOfOptions()
        .end();
  }

  /**
   * Adds a place where packets are captured.
   *
   * @param snapLength the most bytes kept of a frame; 0 means no limit
   * @return the index that its frames carry, from 0
   */
  public int addCapturePoint(String name, String description, LinkType linkType, int snapLength)
      throws IOException {
    blocks
        .begin(1)
        .int16(linkType.code())
        .int16(0)
        .int32(snapLength)
        .option(2, name)
        .option(3, description)
        .int16(9) // if_tsresol: 10^-9
        .int16(1)
        .int32(9)
        .endOfOptions()
        .end();
    snapLengths.add(snapLength);
    drain(DRAIN);
    return snapLengths.size() - 1;
  }

  /** Writes a packet with the time and capture point it names; its number is not kept. */
  public void write(Frame frame) throws IOException {
    write(
        frame.time(),
        frame.capturePoint(),
        frame.originalLength(),
        frame.data(),
        frame.offset(),
        frame.length());
  }

  /**
   * Writes a packet. One without a time becomes a Simple Packet Block where pcapng can say it so,
   * else it is put at the epoch, as is one from before 1970.
   *
   * @param time nanoseconds since the epoch, or {@link Trace#NO_TIME}
   * @param capturePoint as {@link #addCapturePoint} gave it
   * @param originalLength bytes on the wire
   * @param data holds the captured bytes, from {@code offset} on; its position is left alone
   */
  public void write(
      long time, int capturePoint, int originalLength, ByteBuffer data, int offset, int length)
      throws IOException {
    int snapLength = snapLengths.get(capturePoint);
    int kept = snapLength == 0 ? originalLength : Math.min(snapLength, originalLength);
    if (time == Trace.NO_TIME && capturePoint == 0 && kept == length) {
      blocks.begin(3).int32(originalLength);
    } else {
      blocks
          .begin(6)
          .int32(capturePoint)
          .time(Math.max(time, 0))
          .int32(length)
          .int32(originalLength);
    }
    blocks.bytes(data, offset, length).end();
    drain(DRAIN);
  }

  /** Writes an event. */
  public void write(Event event) throws IOException {
    byte[] entry = JournalFormat.encode(EventFields.fields(event));
    blocks.begin(9).bytes(entry);
    for (int length = entry.length; length < SMALLEST_ENTRY; length++) {
      blocks.bytes(new byte[] {'\n'});
    }
    blocks.end();
    drain(DRAIN);
  }

  /** Writes what a capture point counted. */
  public void write(CaptureStatistics counted) throws IOException {
    blocks
        .begin(5)
        .int32(counted.capturePoint())
        .time(Math.max(counted.time(), 0))
        .option(4, counted.received())
        .option(5, counted.dropped())
        .endOfOptions()
        .end();
    drain(DRAIN);
  }

  @Override
  public void flush() throws IOException {
    drain(1);
    out.flush();
  }

  /** Flushes, and closes the stream. */
  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void drain(int size) throws IOException {
    if (blocks.size() >= size) {
      out.write(blocks.array(), 0, blocks.size());
      blocks.clear();
    }
  }
}
