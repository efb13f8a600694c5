package wireflight.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.packet.IpAddress;
import wireflight.packet.PacketDigest;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;
import wireflight.trace.CapturePoint;
import wireflight.trace.Trace;

/**
 * Takes a capture apart that was merged from those of the two ends of a way.
 *
 * <p>{@code mergecap} makes one interface of two that are called alike, and plain pcap has but one.
 * Then nearly every packet stands there twice, and which end saw it first depends on the clocks:
 * the sender, where they differ by less than the way takes; else always the end whose clock is
 * behind. Which of these it was, the acknowledgments tell: at neither end can one come before what
 * it acknowledges.
 */
public final class MergedCapture {
  /** Longer captures are shown as they are. */
  private static final int MOST_ROWS = 200_000;

  private static final int LEAST_PACKETS = 4;
  private static final double LEAST_TWICE = 0.7;

  /** A switch that mirrors a packet where it comes in and where it goes out does it faster. */
  private static final long LEAST_APART = 150_000;

  private final Trace trace;
  private final Scan scan = new Scan();

  /** The other sighting of a row's packet; -1 where there is none, or nothing tells. */
  private final int[] other;

  /** Rows of packets between the two ends. */
  private final BitSet between = new BitSet();

  /** Those that the second end sent. */
  private final BitSet fromSecond = new BitSet();

  private long firstHigh;
  private long firstLow;
  private long secondHigh;
  private long secondLow;
  private String firstName = "";
  private String secondName = "";

  private MergedCapture(Trace trace) {
    this.trace = trace;
    this.other = new int[trace.size()];
    Arrays.fill(other, -1);
  }

  /**
   * The trace with a capture point for each of the two ends; the same trace where it was not merged
   * so.
   */
  public static Trace apart(Trace trace) {
    if (trace.growing() || trace.capturePoints().size() != 1 || trace.size() > MOST_ROWS) {
      return trace;
    }
    return new MergedCapture(trace).takeApart();
  }

  private Trace takeApart() {
    int packets = pair();
    if (packets < LEAST_PACKETS || paired() < LEAST_TWICE * packets) {
      return trace;
    }
    long bySecond = median(true);
    long byFirst = median(false);
    if (Math.max(bySecond, byFirst) < LEAST_APART) {
      return trace;
    }
    BitSet atSecond = atSecond(Order.SENDER_FIRST, false);
    if (violations(atSecond) > 0) {
      // What the end whose clock is behind sends seems to take longer, by twice the way.
      BitSet byClock = atSecond(Order.ONE_END_FIRST, byFirst < bySecond);
      if (violations(byClock) < violations(atSecond)) {
        atSecond = byClock;
      }
    }
    CapturePoint point = trace.capturePoints().getFirst();
    return new Rearranged(
        trace, List.of(named(point, 0, firstName), named(point, 1, secondName)), atSecond, null, 0);
  }

  private static CapturePoint named(CapturePoint point, int index, String end) {
    return new CapturePoint(
        index, "at " + end, point.description(), point.linkType(), point.snapLength());
  }

  /** Finds what stands there twice, between the two ends of the first packet; how many packets. */
  private int pair() {
    Map<Long, Integer> open = new HashMap<>();
    int packets = 0;
    for (int row = 0; row < trace.size(); row++) {
      long digest = trace.isFrame(row) ? digest(row) : 0;
      if (digest == 0 || !isBetween(row)) {
        continue;
      }
      packets++;
      Integer first = open.remove(digest);
      if (first == null) {
        open.put(digest, row);
      } else {
        other[first] = row;
        other[row] = first;
      }
    }
    return packets;
  }

  private long digest(int row) {
    FrameScan.scan(scan, trace.frame(row));
    return PacketDigest.ofBeginning(scan);
  }

  private boolean isBetween(int row) {
    if (firstName.isEmpty()) {
      IpAddress source = scan.source();
      firstHigh = scan.sourceHigh();
      firstLow = scan.sourceLow();
      secondHigh = scan.destinationHigh();
      secondLow = scan.destinationLow();
      firstName = source.toString();
      secondName = scan.destination().toString();
    }
    boolean there = isFirst(scan.sourceHigh(), scan.sourceLow());
    boolean back = isFirst(scan.destinationHigh(), scan.destinationLow());
    boolean both =
        there && isSecond(scan.destinationHigh(), scan.destinationLow())
            || back && isSecond(scan.sourceHigh(), scan.sourceLow());
    between.set(row, both);
    fromSecond.set(row, both && back);
    return both && there != back;
  }

  private boolean isFirst(long high, long low) {
    return high == firstHigh && low == firstLow;
  }

  private boolean isSecond(long high, long low) {
    return high == secondHigh && low == secondLow;
  }

  private int paired() {
    int count = 0;
    for (int row : other) {
      count += row >= 0 ? 1 : 0;
    }
    return count;
  }

  /** How long after its first sighting a packet of one end usually has its second; 0 for none. */
  private long median(boolean second) {
    List<Long> apart = new ArrayList<>();
    for (int row = 0; row < other.length; row++) {
      if (other[row] > row && fromSecond.get(row) == second) {
        apart.add(trace.time(other[row]) - trace.time(row));
      }
    }
    apart.sort(null);
    return apart.isEmpty() ? 0 : apart.get(apart.size() / 2);
  }

  private enum Order {
    SENDER_FIRST,
    ONE_END_FIRST
  }

  /** The rows that the second end sighted, if sightings came in such an order. */
  private BitSet atSecond(Order order, boolean secondFirst) {
    BitSet rows = new BitSet();
    for (int row = between.nextSetBit(0); row >= 0; row = between.nextSetBit(row + 1)) {
      boolean sentBySecond = fromSecond.get(row);
      boolean first = other[row] < 0 || other[row] > row;
      if (other[row] < 0) {
        rows.set(row, sentBySecond); // lost on its way: only its sender saw it
      } else if (order == Order.SENDER_FIRST) {
        rows.set(row, first == sentBySecond);
      } else {
        rows.set(row, first == secondFirst);
      }
    }
    return rows;
  }

  /** How many acknowledgments came to an end before what they acknowledge. */
  private int violations(BitSet atSecond) {
    int count = 0;
    for (boolean second : new boolean[] {false, true}) {
      Map<Long, Integer> reached = new HashMap<>();
      for (int row = between.nextSetBit(0); row >= 0; row = between.nextSetBit(row + 1)) {
        if (atSecond.get(row) == second && digest(row) != 0 && scan.tcpKnown()) {
          count += isEarly(reached) ? 1 : 0;
        }
      }
    }
    return count;
  }

  // What each direction of a connection has reached, by its ports.
  private boolean isEarly(Map<Long, Integer> reached) {
    long ports = (long) scan.sourcePort() << 16 | scan.destinationPort();
    long reverse = (long) scan.destinationPort() << 16 | scan.sourcePort();
    int flags = scan.flags();
    int end =
        scan.sequenceNumber()
            + scan.length()
            + ((flags & (TcpFlags.SYN | TcpFlags.FIN)) != 0 ? 1 : 0);
    reached.merge(ports, end, (known, now) -> now - known > 0 ? now : known);
    Integer sent = reached.get(reverse);
    boolean acknowledges = (flags & TcpFlags.ACK) != 0;
    if (!acknowledges) {
      return false;
    }
    // An answer to what was not sighted at all is early, too, but for a start in the middle.
    return sent == null ? (flags & TcpFlags.SYN) != 0 : scan.acknowledgmentNumber() - sent > 0;
  }
}
