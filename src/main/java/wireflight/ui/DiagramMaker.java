package wireflight.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Diagram;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;

/**
 * Makes the diagram of what is shown, larger where there is more room, and keeps it while nothing
 * that it depends on changes. For the JavaFX thread only.
 */
final class DiagramMaker {
  private static final double USUAL_WIDTH = 800;
  private static final double USUAL_HEIGHT = 620;
  private static final double LARGEST = 1.6;

  /** What shows a moment is better a little smaller than cut off. */
  private static final double SMALLEST = 0.75;

  /** More than can be told apart on a screen, or scrolled to with patience. */
  private static final int MOST_LIFELINES = 24;

  /** Dragging the window's edge folds a crowd anew only so often. */
  private static final double COARSE = 50;

  private static final double LARGEST_PROJECTED = 2.4;

  /** With it the smallest letters of a diagram, 12 pixels high, have 14 and more. */
  private static final double LEAST_PROJECTED = 1.2;

  private final Typesetter type;
  private @Nullable Wanted wanted;
  private @Nullable Diagram made;
  private double size = 1;
  private double leastWidth;
  private LadderStyle.Crowd crowd = LadderStyle.Crowd.NONE;

  /** What a diagram depends on besides its size. */
  private record Wanted(View view, Subject subject, Palette palette, Look look) {}

  DiagramMaker(Fonts fonts) {
    type = new Typesetter(fonts);
  }

  /** Takes what is to be shown; says whether that needs another diagram. */
  boolean take(Shown now) {
    Showing showing = now.showing();
    Wanted next =
        showing == null || now.timeline().steps() == 0
            ? null
            : new Wanted(
                now.view(), showing.subject(now.selectedRow()), now.palette(), drawn(now.look()));
    Wanted before = wanted;
    if (next == null ? before == null : next.equals(before)) {
      return false;
    }
    // What has only grown keeps its size most of the time, and then is made once.
    boolean grown =
        next != null
            && before != null
            && next.equals(new Wanted(before.view, next.subject, before.palette, before.look));
    size = grown ? size : 1;
    wanted = next;
    made = null;
    return true;
  }

  /** What of the look a diagram depends on. */
  private static Look drawn(Look look) {
    return Look.USUAL
        .withProjector(look.projector())
        .withPointer(false)
        .withZoom(look.zoom())
        .withTime(look.time())
        .withGauges(look.gauges())
        .withLetters(look.letters());
  }

  /** The diagram for so much room; empty while there is nothing to show. */
  Optional<Diagram> diagram(double width, double height) {
    Wanted of = wanted;
    if (of == null) {
      return Optional.empty();
    }
    double least = of.look.projector() ? LEAST_PROJECTED : of.look.letters() * smallest(of);
    LadderStyle.Crowd folded = crowd(of, width / least);
    if (made == null || !folded.equals(crowd)) {
      crowd = folded;
      made = make(of);
      // The content is as many times as wide as at a size of 1, where it is wider than the room.
      leastWidth = made.contentWidth(1) / size;
    }
    double largest = of.look.projector() ? LARGEST_PROJECTED : LARGEST;
    double smallest = smallest(of);
    double most = Math.max(smallest, Math.min(largest, width / leastWidth));
    double roomy =
        Math.min(most, Math.max(1, Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT)));
    // In coarse steps, so that dragging the window's edge does not lay everything out anew.
    double fitting = Math.max(least, Math.floor(roomy * 10) / 10) * of.look.zoom();
    if (fitting != size) {
      size = fitting;
      made = make(of);
    }
    return Optional.of(made);
  }

  /** How a crowd is folded; what is none does not depend on the width. */
  private static LadderStyle.Crowd crowd(Wanted of, double width) {
    return of.subject.timeline().lifelines().size() <= MOST_LIFELINES
        ? LadderStyle.Crowd.NONE
        : new LadderStyle.Crowd(MOST_LIFELINES, COARSE * Math.floor(width / COARSE));
  }

  private static double smallest(Wanted of) {
    return of.view.shows() == View.Shows.A_MOMENT ? SMALLEST : 1;
  }

  private Diagram make(Wanted of) {
    LadderStyle style =
        new LadderStyle(
            of.palette,
            size,
            of.look.time().scale(),
            true,
            LadderStyle.STEEP,
            of.look.gauges(),
            crowd);
    return of.view.of(of.subject, type, style);
  }
}
