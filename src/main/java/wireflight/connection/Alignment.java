package wireflight.connection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import wireflight.trace.Trace;

/** Sets the second of two capture points by the first's clock. */
public final class Alignment {
  private Alignment() {}

  /**
   * The trace of an analysis with the estimated difference of the two clocks taken out, its rows in
   * the order of the times that follow; the trace itself where there is no difference.
   */
  public static Trace of(Analysis analysis) {
    Trace trace = analysis.trace();
    long offset = Sightings.of(analysis).clockOffset();
    if (offset == 0 || trace.capturePoints().size() != 2) {
      return trace;
    }
    BitSet second = new BitSet();
    for (int row = 0; row < trace.size(); row++) {
      second.set(row, trace.isFrame(row) && trace.frame(row).capturePoint() == 1);
    }
    Integer[] rows = IntStream.range(0, trace.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        rows,
        Comparator.comparingLong(
            (Integer row) -> trace.time(row) - (second.get(row) ? offset : 0)));
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = rows[i];
    }
    return new Rearranged(trace, trace.capturePoints(), second, order, -offset);
  }
}
