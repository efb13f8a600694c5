package wireflight.connection;

import java.util.Arrays;
import java.util.BitSet;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/**
 * Finds the packets that were lost where no wire says so: the capture at the other end went on
 * without them.
 *
 * <p>What was not watched was not lost. A capture point watches from its first frame to its last
 * one, by its own clock, which need not be right. Only where it saw a connection open it missed
 * nothing of it before.
 */
final class Losses {
  /** A capture that goes on so many times the longest flight without a packet has lost it. */
  private static final int PATIENCE = 4;

  private final Trace trace;
  private final int[] arrivals;
  private final long[] first;
  private final long[] last;
  private final BitSet unwatched = new BitSet();
  private final Scan scan = new Scan();

  /**
   * Losses of a trace.
   *
   * @param arrivals the row in which the packet of each row arrives; negative where in none
   */
  Losses(Trace trace, int[] arrivals) {
    this.trace = trace;
    this.arrivals = arrivals;
    this.first = new long[trace.capturePoints().size()];
    this.last = new long[first.length];
    Arrays.fill(first, Long.MAX_VALUE);
    Arrays.fill(last, Long.MIN_VALUE);
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row) && trace.time(row) != Trace.NO_TIME) {
        int point = trace.frame(row).capturePoint();
        first[point] = Math.min(first[point], trace.time(row));
        last[point] = Math.max(last[point], trace.time(row));
      }
    }
  }

  /** The quickest and the slowest flight of one direction, from one clock to the other. */
  private record Flights(long shortest, long longest) {
    static final Flights NONE = new Flights(0, 0);
  }

  /**
   * Adds the lost packets of one direction.
   *
   * @param left where they departed
   * @param came what was seen at the other end
   * @param back where the packets of the other direction departed
   */
  void find(Sightings.Rows left, Sightings.Rows came, Sightings.Rows back, BitSet lost) {
    for (int i = 0; i < left.count(); i++) {
      unwatched.set(left.get(i), arrivals[left.get(i)] < 0);
    }
    int point = came.count() == 0 ? -1 : trace.frame(came.get(0)).capturePoint();
    if (point < 0 || last[point] < first[point]) {
      return;
    }
    Flights there = flights(left);
    long patience = (PATIENCE - 1) * longest(there, flights(back));
    long begin = opens(came.get(0)) ? Long.MIN_VALUE : first[point];
    long end = trace.time(came.get(came.count() - 1));
    boolean after = false;
    for (int i = 0; i < left.count(); i++) {
      int row = left.get(i);
      long time = trace.time(row);
      boolean watched = after || time + there.shortest >= begin;
      after |= arrivals[row] >= 0;
      if (arrivals[row] < 0 && watched && time != Trace.NO_TIME) {
        long due = time + there.longest;
        boolean overtaken = i + 1 < left.count() && due < end;
        if (overtaken || last[point] - due > patience) {
          lost.set(row);
          unwatched.clear(row);
        }
      }
    }
  }

  /**
   * Where packets departed so far of which nothing tells whether they arrived: live, they are on
   * their way.
   */
  BitSet unwatched() {
    return unwatched;
  }

  private Flights flights(Sightings.Rows left) {
    long shortest = Long.MAX_VALUE;
    long longest = Long.MIN_VALUE;
    for (int i = 0; i < left.count(); i++) {
      int arrival = arrivals[left.get(i)];
      if (arrival >= 0) {
        long flight = trace.time(arrival) - trace.time(left.get(i));
        shortest = Math.min(shortest, flight);
        longest = Math.max(longest, flight);
      }
    }
    return longest == Long.MIN_VALUE ? Flights.NONE : new Flights(shortest, longest);
  }

  /** The longest flight there, as it would be if the quickest took as long there as back. */
  private static long longest(Flights there, Flights back) {
    boolean both = !there.equals(Flights.NONE) && !back.equals(Flights.NONE);
    long ahead = both ? (there.shortest - back.shortest) / 2 : 0;
    return Math.max(0, there.longest - ahead);
  }

  private boolean opens(int row) {
    Frame frame = trace.frame(row);
    FrameScan.scan(scan, frame);
    return scan.tcpKnown() && (scan.flags() & TcpFlags.SYN) != 0;
  }
}
