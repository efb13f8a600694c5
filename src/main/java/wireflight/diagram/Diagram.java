package wireflight.diagram;

import java.util.Optional;

/**
 * One way to look at a recording: a pure function of viewport and playhead.
 *
 * <p>Everything that the picture depends on besides (the recording, the fonts, the colours, the
 * size) is given when the diagram is made, so the same diagram serves the screen, every exporter
 * and the tests. Only what is in view is laid out. Immutable; any thread may use it.
 */
public interface Diagram {
  /**
   * The picture.
   *
   * @param view which part of the content, and how large
   * @param position of the playhead, 0 to the timeline's number of steps; what lies after it is not
   *     shown as happened
   */
  Picture picture(Viewport view, double position);

  /** How wide the content is in a picture of some width: that width, or more if it needs more. */
  double contentWidth(double width);

  /** How high a picture of some width must be to show everything. */
  double contentHeight(double width);

  /** How high what stays at the top is, however far the content is scrolled. */
  default double heading() {
    return 0;
  }

  /** How high what stays at the bottom is. */
  default double footing() {
    return 0;
  }

  /**
   * Where in the content the playhead is, in a picture of some width; empty where every part of the
   * content matters alike at every position.
   */
  default Optional<Attention> attention(double width, double position) {
    return Optional.empty();
  }
}
