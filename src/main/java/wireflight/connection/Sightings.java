package wireflight.connection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;

/**
 * Which sightings at two capture points are of one packet: where it departed, where and when it
 * arrived, and which packets never did.
 *
 * <p>A packet is known again by its digest; repetitions of the same bytes by their order. That it
 * arrived, only its sighting there tells; where the lab's wire says what it did, that says why it
 * did not. Immutable; any thread may read it.
 */
public final class Sightings {
  private static final int NONE = -1;

  private final int[] twins;
  private final BitSet primary;
  private final BitSet atClient;
  private final BitSet turned;
  private final int[] departures;
  private final int[] arrivals;
  private final Map<Integer, int[]> copies;
  private final BitSet departing;
  private final BitSet lost;
  private final Map<Integer, WireVerdict> verdicts;
  private final long offset;

  Sightings(
      int[] twins,
      BitSet primary,
      BitSet atClient,
      BitSet turned,
      int[] departures,
      int[] arrivals,
      Map<Integer, int[]> copies,
      BitSet departing,
      BitSet lost,
      Map<Integer, WireVerdict> verdicts,
      long offset) {
    this.twins = twins;
    this.primary = primary;
    this.atClient = atClient;
    this.turned = turned;
    this.departures = departures;
    this.arrivals = arrivals;
    this.copies = copies;
    this.departing = departing;
    this.lost = lost;
    this.verdicts = verdicts;
    this.offset = offset;
  }

  /** What an analysis tells of sightings; nothing where it has one capture point. */
  public static Sightings of(Analysis analysis) {
    Trace trace = analysis.trace();
    int connections = analysis.connections().size();
    if (trace.capturePoints().size() < 2 || connections == 0) {
      BitSet all = new BitSet();
      all.set(0, connections);
      int[] twins = new int[connections];
      Arrays.fill(twins, NONE);
      return new Sightings(
          twins,
          all,
          new BitSet(),
          new BitSet(),
          new int[0],
          new int[0],
          new HashMap<>(),
          new BitSet(),
          new BitSet(),
          new HashMap<>(),
          0);
    }
    return new SightingMatcher(analysis).match();
  }

  /** Whether any packet was seen where it departed as such, so that flights are measured. */
  public boolean any() {
    return !departing.isEmpty();
  }

  /** The same connection as seen at the other capture point; -1 where it was not. */
  public int twin(int connection) {
    return twins[connection];
  }

  /**
   * Whether a connection is the one to show of itself and its twin: that at the client's end, or
   * that which alone saw it open if they differ who the client is.
   */
  public boolean isPrimary(int connection) {
    return primary.get(connection);
  }

  /**
   * Where an end of a connection is best seen from; the connection itself where it was seen at one
   * capture point alone.
   */
  public Vantage vantage(int connection, boolean client) {
    int twin = twins[connection];
    if (twin < 0 || atClient.get(connection) == client) {
      return new Vantage(connection, client);
    }
    return new Vantage(twin, client != turned.get(connection));
  }

  /** Whether a row sights a packet at its sender's end, so that its flight can be measured. */
  public boolean isDeparture(int row) {
    return departing.get(row);
  }

  /**
   * Whether a row sights a packet at its receiver's end that was sighted before at its sender's.
   */
  public boolean isArrival(int row) {
    return row < departures.length && departures[row] >= 0;
  }

  /** The row of the departure of the packet that arrives in a row; -1 where it arrives in none. */
  public int departureOf(int row) {
    return row < departures.length ? departures[row] : NONE;
  }

  /** The row in which the packet of a departure arrives first; -1 where it has not arrived. */
  public int arrivalOf(int row) {
    return row < arrivals.length ? arrivals[row] : NONE;
  }

  /** The rows in which further copies of the packet of a departure arrive. */
  public int[] copiesOf(int row) {
    int[] found = copies.get(row);
    return found == null ? new int[0] : found.clone();
  }

  /** Whether the packet of a departure never arrived and will not. */
  public boolean isLost(int row) {
    return lost.get(row);
  }

  /** What the lab's wire said last of the packet of a departure. */
  public Optional<WireVerdict> verdict(int row) {
    return Optional.ofNullable(verdicts.get(row));
  }

  /**
   * How far the clock of the second capture point is ahead of the first one's, in nanoseconds,
   * estimated from the fastest packets of both ways as if both took alike; 0 where both are one
   * clock, or nothing tells.
   */
  public long clockOffset() {
    return offset;
  }

  /** Rows as they are found, in a growing array. */
  static final class Rows {
    private int[] rows = new int[8];
    private int count;

    void add(int row) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
      }
      rows[count++] = row;
    }

    int count() {
      return count;
    }

    int get(int index) {
      return rows[index];
    }
  }

  /** The connections of a pair, the client's end first. */
  record Pair(int first, int second, boolean turned) {
    static @Nullable Pair of(List<Connection> all, int one, int other) {
      Connection a = all.get(one);
      Connection b = all.get(other);
      boolean same = a.client().equals(b.client()) && a.server().equals(b.server());
      boolean turned = a.client().equals(b.server()) && a.server().equals(b.client());
      return same || turned ? new Pair(one, other, turned) : null;
    }
  }
}
