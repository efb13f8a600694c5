package wireflight.ui;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a person wants the window to look: sizes, scales, projector mode.
 *
 * <p>For the JavaFX thread only.
 */
final class Presentation {
  /** The sizes of letters that a person can choose from. */
  static final List<Double> LETTERS = List.of(1.0, 1.15, 1.3, 1.5);

  private static final double ZOOM_STEP = 1.15;

  private final Playhead playhead;
  private final Runnable changed;
  private Look look = Look.USUAL;

  Presentation(Playhead playhead, Runnable changed) {
    this.playhead = playhead;
    this.changed = changed;
  }

  Look look() {
    return look;
  }

  /** Changes how the window looks. */
  void change(UnaryOperator<Look> change) {
    Look next = change.apply(look);
    if (!next.equals(look)) {
      look = next;
      playhead.still(next.still());
      changed.run();
    }
  }

  void zoomIn() {
    zoomBy(ZOOM_STEP);
  }

  void zoomOut() {
    zoomBy(1 / ZOOM_STEP);
  }

  void zoomReset() {
    change(now -> now.withZoom(1));
  }

  /** Zooms by a factor, as two fingers or the wheel ask. */
  void zoomBy(double factor) {
    double wanted = look.zoom() * factor;
    // What is rounded must still move.
    double least = factor > 1 ? look.zoom() + 0.05 : look.zoom() - 0.05;
    change(now -> now.withZoom(factor > 1 ? Math.max(wanted, least) : Math.min(wanted, least)));
  }

  void projector() {
    change(now -> now.withProjector(!now.projector()));
  }

  void blank() {
    change(now -> now.withBlank(!now.blank()));
  }

  /** Shows the numbers of a connection beside its ladder, or hides them. */
  void gauges() {
    change(now -> now.withGauges(!now.gauges()));
  }

  void pointer() {
    change(now -> now.withPointer(!now.pointer()));
  }

  void keys() {
    change(now -> now.withKeys(!now.keys()));
  }

  /** Leaves the outermost thing that is open; says whether there was one. */
  boolean leave() {
    Look before = look;
    if (look.keys()) {
      keys();
    } else if (look.blank()) {
      blank();
    } else if (look.projector()) {
      projector();
    }
    return !look.equals(before);
  }
}
