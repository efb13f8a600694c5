package wireflight.connection;

import org.jspecify.annotations.Nullable;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;

/**
 * Bytes of the other direction that a segment acknowledges and no frame before it has.
 *
 * @param first as a relative number
 * @param last as a relative number; missing too
 */
record Hole(long first, long last) {
  /** Further back than this nothing is looked for. */
  private static final int FARTHEST = 4096;

  /** The first hole among bytes that a row acknowledges; null where all of them were captured. */
  static @Nullable Hole find(Snapshot analysis, int row, long first, long last) {
    int length = SequenceNumber.distance((int) first, (int) last) + 1;
    int done = 0;
    int begins = length;
    for (int before = -1; before < done; ) {
      before = done;
      begins = length;
      for (int at = Math.max(0, row - FARTHEST); at < row && done < length; at++) {
        if (isAnswered(analysis, at, row)) {
          int from = SequenceNumber.distance((int) first, (int) Repeated.start(analysis, at));
          int finish = (analysis.flags(at) & TcpFlags.FIN) != 0 ? 1 : 0;
          int to = from + Math.max(0, analysis.length(at)) + finish;
          done = from <= done ? Math.max(done, to) : done;
          begins = from > done && to > from ? Math.min(begins, from) : begins;
        }
      }
    }
    return done >= length ? null : new Hole(first + done, first + begins - 1);
  }

  private static boolean isAnswered(Snapshot analysis, int at, int row) {
    return analysis.isSegment(at)
        && analysis.connectionOf(at) == analysis.connectionOf(row)
        && analysis.fromClient(at) != analysis.fromClient(row);
  }
}
