package wireflight.ui;

import java.util.Arrays;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/** What became of every datagram of a flow. Immutable; any thread may read it. */
final class DatagramHistory {
  private final int[] rows;
  private final Fate[] fates;

  /** What is known of a datagram. */
  enum Fate {
    /** A call took it off the receiving socket. */
    RECEIVED,
    /** It never arrived, or an ICMP error came back. */
    LOST,
    /** It was sent, and that is all the recording tells. */
    SENT
  }

  /** Looks up the datagrams of the given rows, ascending. */
  DatagramHistory(Timeline timeline, int[] rows) {
    this.rows = rows;
    fates = new Fate[rows.length];
    Arrays.fill(fates, Fate.SENT);
    for (int i = 0; i < rows.length; i++) {
      for (Moment moment : timeline.momentsAt(rows[i])) {
        if (moment instanceof Moment.Flight flight) {
          fates[i] = flight.lost() ? Fate.LOST : flight.received() ? Fate.RECEIVED : Fate.SENT;
        }
      }
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
      if (fates[i] == Fate.LOST) {
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
