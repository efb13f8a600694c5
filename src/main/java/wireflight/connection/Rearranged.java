package wireflight.connection;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.trace.CapturePoint;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.Event;
import wireflight.trace.Frame;
import wireflight.trace.ReadProblem;
import wireflight.trace.Trace;

/**
 * A trace whose frames belong to other capture points than its file says, or whose second point's
 * clock is set right, with the rows in the order of the times that follow. Immutable.
 */
final class Rearranged implements Trace {
  private final Trace trace;
  private final List<CapturePoint> points;
  private final BitSet second;
  private final int @Nullable [] order;
  private final long shift;

  /**
   * A trace.
   *
   * @param points the capture points: two, of which a frame belongs to the second if its row says
   * @param second the rows of the trace that were sighted at the second
   * @param order the trace's row for each row of this one; null where they are the same
   * @param shift what is added to the times of the second's frames, in nanoseconds
   */
  Rearranged(
      Trace trace, List<CapturePoint> points, BitSet second, int @Nullable [] order, long shift) {
    this.trace = trace;
    this.points = List.copyOf(points);
    this.second = second;
    this.order = order;
    this.shift = shift;
  }

  private int in(int row) {
    return order == null ? row : order[row];
  }

  @Override
  public int size() {
    return trace.size();
  }

  @Override
  public boolean isFrame(int row) {
    return trace.isFrame(in(row));
  }

  @Override
  public Frame frame(int row) {
    Frame frame = trace.frame(in(row));
    return new Frame(
        row + 1,
        time(row),
        second.get(in(row)) ? 1 : 0,
        frame.linkType(),
        frame.originalLength(),
        frame.data(),
        frame.offset(),
        frame.length());
  }

  @Override
  public Event event(int row) {
    return trace.event(in(row));
  }

  @Override
  public <E extends Event> @Nullable E event(int row, Class<E> kind) {
    return trace.event(in(row), kind);
  }

  @Override
  public long time(int row) {
    long time = trace.time(in(row));
    return time == NO_TIME || !second.get(in(row)) ? time : time + shift;
  }

  @Override
  public List<CapturePoint> capturePoints() {
    return points;
  }

  @Override
  public List<CaptureStatistics> statistics() {
    return trace.statistics();
  }

  @Override
  public List<ReadProblem> problems() {
    return trace.problems();
  }

  @Override
  public boolean growing() {
    return trace.growing();
  }
}
