package wireflight.ui;

import wireflight.timeline.Fate;
import wireflight.timeline.Timeline;

/** What became of every datagram of a flow. Immutable; any thread may read it. */
final class DatagramHistory {
  private final int[] rows;
  private final Fate[] fates;

  /** Looks up the datagrams of the given rows, ascending. */
  DatagramHistory(Timeline timeline, int[] rows) {
    this.rows = rows;
    fates = new Fate[rows.length];
    for (int i = 0; i < rows.length; i++) {
      fates[i] = timeline.fateOf(rows[i]);
    }
  }

  /** How many were sent up to a row. */
  int sent(int row) {
    return RowIndex.countUpTo(rows, row);
  }

  /** How many of those were lost. */
  int lost(int row) {
    int lost = 0;
    for (int i = 0; i < sent(row); i++) {
      if (fates[i] == Fate.LOST || fates[i] == Fate.REFUSED) {
        lost++;
      }
    }
    return lost;
  }

  /** The fate of one, counted from 0. */
  Fate fate(int index) {
    return fates[index];
  }

  /** The row of one, counted from 0. */
  int row(int index) {
    return rows[index];
  }
}
