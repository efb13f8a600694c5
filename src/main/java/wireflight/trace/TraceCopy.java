package wireflight.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Writes chosen rows of a trace, read from whatever format, as a pcapng file of their own. */
public final class TraceCopy {
  private TraceCopy() {}

  /**
   * Writes the wanted rows in the trace's order, with the capture points they use and what these
   * counted, and flushes the stream.
   *
   * @param wanted tells whether a row, from 0, is written
   */
  public static void write(Trace trace, IntPredicate wanted, OutputStream out) throws IOException {
    BitSet rows = new BitSet(trace.size());
    BitSet points = new BitSet();
    for (int row = 0; row < trace.size(); row++) {
      if (wanted.test(row)) {
        rows.set(row);
        if (trace.isFrame(row)) {
          points.set(trace.frame(row).capturePoint());
        }
      }
    }
    RecordingWriter writer = new RecordingWriter(out);
    int[] index = addCapturePoints(trace, points, writer);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        writer.write(
            frame.time(),
            index[frame.capturePoint()],
            frame.originalLength(),
            frame.data(),
            frame.offset(),
            frame.length());
      } else {
        writer.write(trace.event(row));
      }
    }
    for (CaptureStatistics counted : trace.statistics()) {
      if (points.get(counted.capturePoint())) {
        writer.write(
            new CaptureStatistics(
                index[counted.capturePoint()],
                counted.time(),
                counted.received(),
                counted.dropped()));
      }
    }
    writer.flush();
  }

  private static int[] addCapturePoints(Trace trace, BitSet used, RecordingWriter writer)
      throws IOException {
    int[] index = new int[trace.capturePoints().size()];
    for (CapturePoint point : trace.capturePoints()) {
      if (used.get(point.index())) {
        index[point.index()] =
            writer.addCapturePoint(
                point.name(), point.description(), point.linkType(), point.snapLength());
      }
    }
    return index;
  }
}
