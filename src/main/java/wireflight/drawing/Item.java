package wireflight.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a {@link Drawing}, complete in itself: colours, widths and dashes stand on the item.
 */
public sealed interface Item {
  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Item {}

  /** A rectangle, its corners rounded by {@code radius}. */
  record Rectangle(
      double x,
      double y,
      double width,
      double height,
      double radius,
      @Nullable Color fill,
      @Nullable Stroke stroke)
      implements Item {}

  /** An ellipse about a centre. */
  record Ellipse(
      double centreX,
      double centreY,
      double radiusX,
      double radiusY,
      @Nullable Color fill,
      @Nullable Stroke stroke)
      implements Item {}

  /** A closed polygon; arrowheads are polygons. */
  record Polygon(List<Point> points, @Nullable Color fill, @Nullable Stroke stroke)
      implements Item {
    public Polygon {
      points = List.copyOf(points);
    }
  }

  /**
   * An open or closed path of lines and cubic curves, filled by the non-zero rule.
   *
   * @param steps the first of them, if there is one, a {@link Step.Move}
   */
  record Path(List<Step> steps, @Nullable Color fill, @Nullable Stroke stroke) implements Item {
    public Path {
      steps = List.copyOf(steps);
      if (!steps.isEmpty() && !(steps.getFirst() instanceof Step.Move)) {
        throw new IllegalArgumentException("a path begins with a move, not " + steps.getFirst());
      }
    }
  }

  /**
   * One line of text in one face, made {@link Visible}; a {@link Typesetter} measures it.
   *
   * @param x where {@code anchor} lies
   * @param y the baseline
   * @param advance the measured width, so that no viewer need measure it again
   */
  record Text(
      double x,
      double y,
      String text,
      Face face,
      double size,
      Color color,
      Anchor anchor,
      double advance)
      implements Item {
    public Text {
      text = Visible.of(text);
    }

    /** The left edge of the text. */
    public double left() {
      return switch (anchor) {
        case START -> x;
        case MIDDLE -> x - advance / 2;
        case END -> x - advance;
      };
    }
  }

  /**
   * Items that belong together, as an arrow and its label do.
   *
   * @param name identifies the group within the drawing, as in {@code frame-4}
   * @param description what it shows, for people who cannot see it
   */
  record Group(String name, String description, List<Item> items) implements Item {
    public Group {
      items = List.copyOf(items);
    }
  }

  /** A point. */
  record Point(double x, double y) {}

  /**
   * How a line is drawn: with butt ends and mitred corners, a mitre at most four widths long.
   *
   * @param dash alternating lengths of line and gap; empty means solid, and so is a dash of lengths
   *     that are negative or all nothing
   */
  record Stroke(Color color, double width, List<Double> dash) {
    public Stroke {
      boolean drawable =
          dash.stream().allMatch(length -> length >= 0) && dash.stream().anyMatch(l -> l > 0);
      dash = drawable ? List.copyOf(dash) : List.of();
    }

    public Stroke(Color color, double width) {
      this(color, width, List.of());
    }
  }

  /** Which point of a text its x means. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** One step of a path. */
  sealed interface Step {
    /** Starts a new piece there. */
    record Move(double x, double y) implements Step {}

    /** A straight line to there. */
    record To(double x, double y) implements Step {}

    /** A cubic curve to (x, y) with two control points. */
    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {}

    /** Back to where the piece started. */
    record Close() implements Step {}
  }
}
