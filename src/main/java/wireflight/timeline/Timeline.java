package wireflight.timeline;

import java.util.List;

/**
 * The moments of a recording in time order, and the steps a presenter goes through.
 *
 * <p>A step ends with a row after which there is something new to see: a packet, a call entered
 * that waits, a call returned, a paragraph of narration. Immutable; any thread may read it.
 */
public interface Timeline {
  /** One a socket, left to right. */
  List<Lifeline> lifelines();

  /** How many steps there are; step 0 is the empty picture before the first. */
  int steps();

  /** The trace row that a step (1 to {@link #steps()}) ends with. */
  int rowOf(int step);

  /** The step during which a row happens. */
  int stepOf(int row);

  /** Every moment that begins at a row, in drawing order. */
  List<Moment> momentsAt(int row);

  /** What happens in a step and why, in one sentence from its real numbers. */
  String sentence(int step);

  /** The lesson's narration in force at a step, as Markdown; empty without a lesson. */
  String narration(int step);
}
