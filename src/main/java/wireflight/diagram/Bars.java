package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.timeline.Moment;

/** Which bars stand beside each other at the height of a row, and what they leave for text. */
final class Bars {
  private final Columns columns;
  private final List<Moment.Call> calls = new ArrayList<>();

  /** Bars of the calls among the moments of a picture. */
  Bars(Columns columns, List<Moment> moments) {
    this.columns = columns;
    for (Moment moment : moments) {
      if (moment instanceof Moment.Call call) {
        calls.add(call);
      }
    }
  }

  /** Where text beside a lifeline begins, or ends on the left. */
  double text(int lifeline, int side, int row) {
    return columns.text(lifeline, side, at(lifeline, row));
  }

  /** How wide text beside a lifeline may be. */
  double room(int lifeline, int side, int row) {
    int next = columns.next(lifeline, side);
    int nextBars = next < 0 ? 0 : at(next, row);
    return columns.room(lifeline, side, at(lifeline, row), nextBars);
  }

  private int at(int lifeline, int row) {
    int most = 0;
    for (Moment.Call call : calls) {
      boolean there = call.row() <= row && (call.returnRow() < 0 || call.returnRow() >= row);
      if (there && call.lifeline() == lifeline) {
        most = Math.max(most, call.lane() + 1);
      }
    }
    return most;
  }
}
