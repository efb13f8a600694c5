package wireflight.diagram;

import wireflight.connection.Analysis;
import wireflight.connection.ConnectionRows;
import wireflight.timeline.Timeline;

/**
 * What a diagram is of.
 *
 * @param analysis the whole recording
 * @param timeline its steps, of the focused connection where there is one
 * @param focus index of that connection; -1 for all
 * @param row the packet that a person has chosen; -1 for that of the playhead
 * @param rows which rows are packets of which connection
 */
public record Subject(
    Analysis analysis, Timeline timeline, int focus, int row, ConnectionRows rows) {
  /** A subject whose rows are yet to be sorted by connection. */
  public Subject(Analysis analysis, Timeline timeline, int focus, int row) {
    this(analysis, timeline, focus, row, new ConnectionRows(analysis));
  }
}
