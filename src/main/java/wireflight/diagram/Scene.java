package wireflight.diagram;

import java.util.List;
import wireflight.connection.Connection;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * What the shapes of one picture ask: where steps stand in it, which of them are in view, and what
 * the playhead has passed. Heights are those of the picture.
 */
final class Scene {
  private static final double ROUNDING = 1e-6;

  private final Timeline timeline;
  private final Slots slots;
  private final double shift;
  private final double viewTop;
  private final double viewBottom;
  private final double playhead;
  private final int firstStep;
  private final int lastStep;

  /**
   * A scene.
   *
   * @param shift what to add to a slot's height to have the picture's
   * @param viewTop where what scrolls begins in the picture
   * @param viewBottom where it ends
   * @param reach how far outside there may stand what has a label within
   * @param position of the playhead
   */
  Scene(
      Timeline timeline,
      Slots slots,
      double shift,
      double viewTop,
      double viewBottom,
      double reach,
      double position) {
    this.timeline = timeline;
    this.slots = slots;
    this.shift = shift;
    this.viewTop = viewTop;
    this.viewBottom = viewBottom;
    this.playhead = slots.at(position) + shift;
    this.firstStep = slots.stepAt(viewTop - reach - shift);
    int reached = (int) Math.clamp(Math.ceil(position), 0, timeline.steps());
    this.lastStep = Math.min(slots.stepAt(viewBottom + reach - shift), reached);
  }

  int firstStep() {
    return firstStep;
  }

  int lastStep() {
    return lastStep;
  }

  /** Whether steps may stand so close that each label must look for a place of its own. */
  boolean isDense() {
    return slots.isTrue();
  }

  /** Whether packets were seen at both ends of their ways. */
  boolean isMeasured() {
    return timeline.measured();
  }

  /** How far down the arrow of a step goes whose flight was not measured. */
  double fall(int step) {
    return slots.fall(step);
  }

  /** Where the arrow of a step begins whose flight was not measured. */
  double unmeasured(int step) {
    return slots.unmeasured(step) + shift;
  }

  /** Where a flight departs. */
  double departure(Moment.Flight flight) {
    return slots.departure(stepOf(flight.row())) + shift;
  }

  /** Where a flight arrives, or would have. */
  double arrival(Moment.Flight flight) {
    return flight.arrivalRow() >= 0
        ? slots.arrival(stepOf(flight.arrivalRow())) + shift
        : slots.atTime(flight.arrival(), stepOf(flight.row())) + shift;
  }

  /** Where the flight departs that carries again what another one lost. */
  double again(Moment.Flight flight) {
    return slots.departure(stepOf(flight.againRow())) + shift;
  }

  /** How long after a flight's departure what it carried was sent again. */
  long untilAgain(Moment.Flight flight) {
    return timeline.timeOf(stepOf(flight.againRow())) - flight.time();
  }

  /** Whether a row is where a measured flight arrives. */
  boolean isArrival(int row) {
    int step = stepOf(row);
    return step > 0 && timeline.rowOf(step) == row && timeline.kindOf(step) == StepKind.ARRIVAL;
  }

  /** Where a measured flight arrives in a row. */
  double arrivalAt(int row) {
    return slots.arrival(stepOf(row)) + shift;
  }

  /** Where the moment of a row stands, which need not be a step of its own. */
  double moment(long time, int row) {
    return slots.atTime(time, Math.max(0, stepOf(row) - 1)) + shift;
  }

  /** A height of the picture as one of everything there is, whatever of it is in view. */
  double inContent(double y) {
    return y - shift;
  }

  int stepOf(int row) {
    return timeline.stepOf(row);
  }

  double top(int step) {
    return slots.top(step) + shift;
  }

  /** Where the last step ends. */
  double end() {
    return slots.end() + shift;
  }

  boolean inView(int step) {
    return step >= firstStep && step <= lastStep;
  }

  /** Whether the playhead has come down to a height. */
  boolean passed(double y) {
    return y <= playhead + ROUNDING;
  }

  double playhead() {
    return playhead;
  }

  double viewTop() {
    return viewTop;
  }

  double viewBottom() {
    return viewBottom;
  }

  /** As in {@code TCP 1}; empty for what belongs to no connection. */
  String connection(int index) {
    return connection(timeline, index);
  }

  /** The same in any scene of a timeline. */
  static String connection(Timeline timeline, int index) {
    // In the order of their indices, of which those seen a second time are left out.
    List<Connection> all = timeline.connections();
    int from = 0;
    int to = Math.min(all.size(), index + 1);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (all.get(middle).index() < index) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return index >= 0 && from < all.size() && all.get(from).index() == index
        ? all.get(from).name()
        : "";
  }

  /** The port of a lifeline, as in {@code :40312}; its name while it has none. */
  String port(int lifeline) {
    return port(timeline.lifelines().get(lifeline));
  }

  /** The same in any scene. */
  static String port(Lifeline lifeline) {
    String address = lifeline.address();
    return address.isEmpty() ? lifeline.name() : address.substring(address.lastIndexOf(':'));
  }

  String name(int lifeline) {
    return timeline.lifelines().get(lifeline).name();
  }
}
