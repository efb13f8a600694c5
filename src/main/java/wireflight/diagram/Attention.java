package wireflight.diagram;

/**
 * What a playhead is about, as a place in the content of a {@link Diagram}, so that a view can
 * scroll there.
 *
 * @param left its left edge
 * @param right its right edge; not above {@code left} where the whole width matters alike
 * @param y how far down it is
 */
public record Attention(double left, double right, double y) {}
