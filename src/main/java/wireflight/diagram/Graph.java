package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Palette;

/**
 * One graph of several on a shared axis of time.
 *
 * @param title what it shows
 * @param unit of its values
 * @param height in design units
 * @param layers drawn first to last
 */
record Graph(String title, Unit unit, double height, List<Layer> layers) {
  Graph {
    layers = List.copyOf(layers);
  }

  /** A limit so many times as great as everything else is left out. */
  private static final double FAR = 3;

  /** What values are. */
  enum Unit {
    BYTES,
    NANOSECONDS,
    SEGMENTS,
    BYTES_A_SECOND
  }

  /** How a layer is drawn: colour is never the only sign. */
  enum Mark {
    /** A bar from least to greatest at each time. */
    SEGMENT,
    /** The same, thicker and with a cross. */
    AGAIN,
    /** The same, thin and broad, for what is held beyond a gap. */
    SELECTIVE,
    /** A line in steps. */
    STEPS,
    /** A dashed line in steps. */
    LIMIT,
    /** A dot at each time. */
    DOTS,
    /** Bars from nothing up to the value, as wide as what they stand for. */
    COLUMNS
  }

  /**
   * One series of a graph.
   *
   * @param width of COLUMNS in nanoseconds; else 0
   */
  record Layer(String name, Mark mark, Ink ink, Series series, long width) {
    Layer(String name, Mark mark, Ink ink, Series series) {
      this(name, mark, ink, series, 0);
    }
  }

  /** Which colour of the palette. */
  enum Ink {
    DATA,
    ERROR,
    ACKNOWLEDGMENT,
    WINDOW,
    SELECTIVE,
    KERNEL;

    Color of(Palette palette) {
      return switch (this) {
        case DATA -> palette.data();
        case ERROR -> palette.error();
        case ACKNOWLEDGMENT -> palette.acknowledgment();
        case WINDOW -> palette.opening();
        case SELECTIVE -> palette.closing();
        case KERNEL -> palette.call();
      };
    }
  }

  /** Whether there is anything in it. */
  boolean isEmpty() {
    return layers.stream().allMatch(layer -> layer.series().isEmpty());
  }

  /** The greatest value on its axis; at least 1. */
  double greatest() {
    double greatest = Math.max(1, greatest(false));
    return Math.max(greatest, greatest(true) <= FAR * greatest ? greatest(true) : 0);
  }

  /** Whether a layer is a limit so far above everything else that it would flatten it. */
  boolean isFarAbove(Layer layer) {
    return layer.mark() == Mark.LIMIT && layer.series().greatest() > greatest() * 1.001;
  }

  private double greatest(boolean limits) {
    return layers.stream()
        .filter(it -> it.mark() == Mark.LIMIT == limits)
        .mapToDouble(it -> it.series().greatest())
        .max()
        .orElse(0);
  }
}
