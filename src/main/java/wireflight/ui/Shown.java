package wireflight.ui;

import org.jspecify.annotations.Nullable;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.lab.Lesson;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * Everything the views show at one moment: the one value that flows from the session to them.
 *
 * @param showing the recording; null while there is none
 * @param view how it is looked at
 * @param timeline the steps, of the focused connection where there is one
 * @param position of the playhead: step n has happened at n, n + 0.5 is half way into the next
 * @param row the last trace row of the steps shown whole; -1 before the first
 * @param playing whether the playhead moves by itself
 * @param live whether the recording still grows
 * @param speed the factor that a person chose
 * @param focus index of the connection that the views are narrowed to; -1 for all
 * @param filter which connections the panels and their list are of
 * @param selectedRow the packet whose header is shown; -1 for none
 * @param lesson the chosen lesson; null for none
 * @param starting whether a run has been asked for and nothing has come yet
 * @param hand what a person who makes the calls can do; null while nobody does
 * @param prediction what is asked about what comes
 * @param look how a person wants the window to look
 * @param found how far a search is; null while nobody searches
 * @param stride how far the steps of a person go
 * @param loop what is played again and again; null for nothing
 * @param notice what a person should know; null for nothing
 * @param work what is being done meanwhile; null for nothing
 * @param palette the colours
 */
record Shown(
    @Nullable Showing showing,
    View view,
    Timeline timeline,
    double position,
    int row,
    boolean playing,
    boolean live,
    double speed,
    int focus,
    ConnectionFilter filter,
    int selectedRow,
    @Nullable Lesson lesson,
    boolean starting,
    @Nullable HandView hand,
    Prediction prediction,
    Look look,
    Search.@Nullable Found found,
    Stride stride,
    Playhead.@Nullable Loop loop,
    @Nullable Notice notice,
    @Nullable Work work,
    Palette palette) {

  /** The step in which the playhead is: the last one begun. */
  int step() {
    return (int) Math.ceil(position - 1e-9);
  }

  /**
   * Whether the playhead has moved within its step and nothing else is different, so that only what
   * moves with it need be shown anew.
   */
  boolean isFurtherInStep(Shown before) {
    return position != before.position()
        && step() == before.step()
        && work == null
        && at(before.position()).equals(before);
  }

  private Shown at(double other) {
    return new Shown(
        showing,
        view,
        timeline,
        other,
        row,
        playing,
        live,
        speed,
        focus,
        filter,
        selectedRow,
        lesson,
        starting,
        hand,
        prediction,
        look,
        found,
        stride,
        loop,
        notice,
        work,
        palette);
  }

  /** The row of the packet whose header is shown: the selected one, else that of the step. */
  int headerRow() {
    if (selectedRow >= 0) {
      return selectedRow;
    }
    for (int step = step(); step > 0; step--) {
      StepKind kind = timeline.kindOf(step);
      if (kind.showsPacket() || kind == StepKind.ARRIVAL) {
        return timeline.rowOf(step);
      }
    }
    return -1;
  }

  /** What happens in the current step; empty before the first. */
  String sentence() {
    return step() == 0 ? "" : timeline.sentence(step());
  }

  /** What the lesson tells at the current step, as Markdown; empty where it tells nothing. */
  String narration() {
    return step() == 0 ? "" : timeline.narration(step());
  }
}
