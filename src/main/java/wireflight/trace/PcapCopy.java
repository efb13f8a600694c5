package wireflight.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes chosen packets of a trace as a plain pcap file, for programs that read nothing else: with
 * nanoseconds, and without calls, samples and lesson steps, for which it has no place.
 */
public final class PcapCopy {
  /** Nanosecond times (pcap-savefile(5)). */
  private static final int MAGIC = 0xa1b23c4d;

  private static final int SNAP_LENGTH = 262_144;
  private static final long SECOND = 1_000_000_000;

  private PcapCopy() {}

  /**
   * Writes the wanted packets in the trace's order and flushes the stream.
   *
   * @param wanted tells whether a row, from 0, is written
   * @throws IOException if they do not all begin with the same kind of header, since a pcap file
   *     says that once for all of them
   */
  public static void write(Trace trace, IntPredicate wanted, OutputStream out) throws IOException {
    LinkType linkType = linkType(trace, wanted);
    ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    header.putInt(SNAP_LENGTH).putInt(linkType == null ? 1 : linkType.code());
    out.write(header.array());
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row) && wanted.test(row)) {
        Frame frame = trace.frame(row);
        long time = Math.max(0, frame.time());
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) (time / SECOND)).putInt((int) (time % SECOND));
        record.putInt(frame.length()).putInt(Math.max(frame.length(), frame.originalLength()));
        out.write(record.array());
        out.write(frame.bytes());
      }
    }
    out.flush();
  }

  private static @Nullable LinkType linkType(Trace trace, IntPredicate wanted) throws IOException {
    LinkType found = null;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row) && wanted.test(row)) {
        LinkType next = trace.frame(row).linkType();
        if (found != null && found.code() != next.code()) {
          throw new IOException(
              "a pcap file holds packets of one kind of network only, and these are of several;"
                  + " save them as .pcapng");
        }
        found = next;
      }
    }
    return found;
  }
}
