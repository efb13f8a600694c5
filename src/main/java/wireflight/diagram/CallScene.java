package wireflight.diagram;

import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/** What has happened at a position of the playhead, as the shapes of the flow of calls ask it. */
final class CallScene {
  /** A step under way counts as happened from here on, for what cannot be half done. */
  private static final double DONE = 0.35;

  private final int reached;
  private final int coming;
  private final double part;

  CallScene(Timeline timeline, double position) {
    int step = (int) Math.clamp(Math.floor(position), 0, timeline.steps());
    reached = step == 0 ? -1 : timeline.rowOf(step);
    coming = step < timeline.steps() ? timeline.rowOf(step + 1) : reached;
    part = position - step;
  }

  /** The last row of the steps that are done. */
  int reached() {
    return reached;
  }

  /** The row with which the step under way ends; the last reached one after the last step. */
  int coming() {
    return coming;
  }

  /** How far the step under way is, 0 to 1. */
  double part() {
    return part;
  }

  boolean happened(int row) {
    return row >= 0 && (row <= reached || row <= coming && part > DONE);
  }

  boolean made(Moment.Call call) {
    return happened(call.spans() ? call.row() : call.returnRow());
  }

  boolean returned(Moment.Call call) {
    return happened(call.returnRow());
  }

  /** Whether a row is that of the latest step, or of the one under way. */
  boolean isNow(int row) {
    return part > 0 ? row == coming : row == reached;
  }

  /** How far down what has happened reaches. */
  double y(CallLines lines) {
    double from = lines.reached(reached);
    return from + part * (lines.reached(coming) - from);
  }
}
