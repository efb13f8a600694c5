package wireflight.diagram;

import wireflight.connection.Analysis;
import wireflight.timeline.Timeline;

/**
 * What a diagram is of.
 *
 * @param analysis the whole recording
 * @param timeline its steps, of the focused connection where there is one
 * @param focus index of that connection; -1 for all
 * @param row the packet that a person has chosen; -1 for that of the playhead
 */
public record Subject(Analysis analysis, Timeline timeline, int focus, int row) {}
