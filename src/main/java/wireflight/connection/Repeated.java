package wireflight.connection;

import java.util.ArrayList;
import java.util.List;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;

/**
 * Which frames sent before the bytes that a segment repeats: one segment may repeat several, or
 * parts of them, and bring new bytes too.
 *
 * @param parts in the order of their bytes, the first one of the frame that sent any first
 * @param fresh how many bytes at its end no frame had before, as far as is known
 */
record Repeated(List<Part> parts, long fresh) {
  /** Further than this from the first frame nothing is looked for. */
  private static final int FARTHEST = 4096;

  /** Bytes that one frame sent, the last included, relative numbers. */
  record Part(int row, long first, long last) {}

  /** Where the data of a segment starts: its SYN comes before it. */
  static long start(Snapshot analysis, int row) {
    int syn = (analysis.flags(row) & TcpFlags.SYN) != 0 ? 1 : 0;
    return analysis.relativeSequence(row) + syn & 0xffff_ffffL;
  }

  /** What a row with data repeats; no parts where that cannot be told byte by byte. */
  static Repeated of(Snapshot analysis, int row, int original) {
    long start = start(analysis, row);
    int length = analysis.length(row);
    List<Part> parts = new ArrayList<>();
    int done = 0;
    boolean other = false;
    for (int pass = 0; pass < 3 && done < length; pass++) {
      other = false;
      int end = (int) Math.min(row, (long) original + FARTHEST);
      for (int at = original; at < end && done < length; at++) {
        if (!isAlike(analysis, at, row)) {
          continue;
        }
        int from = SequenceNumber.distance((int) start, (int) start(analysis, at));
        int to = from + analysis.length(at);
        if (from <= done && to > done) {
          int last = Math.min(to, length);
          parts.add(new Part(at, start + done, start + last - 1));
          done = last;
        } else {
          other |= from < length && to > done;
        }
      }
      other |= row - original > FARTHEST;
    }
    return new Repeated(List.copyOf(parts), other ? 0 : length - done);
  }

  private static boolean isAlike(Snapshot analysis, int at, int row) {
    return analysis.isSegment(at)
        && analysis.length(at) > 0
        && analysis.connectionOf(at) == analysis.connectionOf(row)
        && analysis.fromClient(at) == analysis.fromClient(row);
  }

  /** Whether one frame sent all of it. */
  boolean whole() {
    return parts.size() <= 1 && fresh == 0;
  }
}
