package wireflight.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Verdict;

/**
 * Finds segments that never arrived: those that were captured, not acknowledged, and sent again.
 *
 * <p>This is what the sender itself concludes, and the most that a capture near the sender can
 * tell. Of each direction of a connection it remembers the latest segments that took sequence
 * numbers, and looks through them only when one is sent again.
 */
final class Resent {
  /** More segments than a window holds between one and its repetition. */
  private static final int REMEMBERED = 4096;

  private static final int AGAIN =
      Verdict.RETRANSMISSION.bit() | Verdict.FAST_RETRANSMISSION.bit() | Verdict.OUT_OF_ORDER.bit();

  private final @Nullable Sent[] directions;

  /** For so many connections. */
  Resent(int connections) {
    directions = new Sent[2 * connections];
  }

  /** Takes in a segment; the row of the earlier one that it shows to be lost, or -1. */
  int see(Analysis analysis, int row) {
    int verdicts = analysis.verdictBits(row);
    boolean again = (verdicts & AGAIN) != 0;
    // A segment without data, SYN or FIN takes no numbers and is never sent again.
    if (analysis.length(row) <= 0 && !again && analysis.relativeSequence(row) != 0) {
      return -1;
    }
    int place = 2 * analysis.connectionOf(row) + (analysis.fromClient(row) ? 0 : 1);
    Sent sent = directions[place];
    if (sent == null) {
      sent = new Sent();
      directions[place] = sent;
    }
    long start = start(analysis, row);
    boolean needless = (verdicts & Verdict.SPURIOUS_RETRANSMISSION.bit()) != 0;
    int earlier = again && !needless ? sent.latest(start) : -1;
    sent.add(start, row);
    return earlier;
  }

  // In a simultaneous open a SYN is followed by a SYN-ACK with the same number, which is no
  // repetition (RFC 9293, section 3.5): -1 stands for the number of a SYN alone.
  private static long start(Analysis analysis, int row) {
    long sequence = analysis.relativeSequence(row);
    return sequence == 0 && analysis.relativeAcknowledgment(row) == 0 ? -1 : sequence;
  }

  /** The latest segments of one direction, in a ring. */
  private static final class Sent {
    private long[] starts = new long[4];
    private int[] rows = new int[4];
    private int count;

    void add(long start, int row) {
      if (count == rows.length && count < REMEMBERED) {
        starts = Arrays.copyOf(starts, 2 * count);
        rows = Arrays.copyOf(rows, 2 * count);
      }
      starts[count % rows.length] = start;
      rows[count % rows.length] = row;
      count++;
    }

    int latest(long start) {
      for (int at = count - 1; at >= Math.max(0, count - rows.length); at--) {
        if (starts[at % rows.length] == start) {
          return rows[at % rows.length];
        }
      }
      return -1;
    }
  }
}
