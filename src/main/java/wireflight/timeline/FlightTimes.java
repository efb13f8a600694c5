package wireflight.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import wireflight.connection.Analysis;
import wireflight.connection.Sightings;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/** When packets that were seen at both ends of their way left and came, and what became of them. */
final class FlightTimes {
  private final Analysis analysis;
  private final Sightings sightings;
  private final Waits waits = new Waits();
  private final BitSet timed = new BitSet();
  private final Map<Integer, Long> expected = new HashMap<>();
  private final int rows;
  private final long usual;
  private int longest;

  FlightTimes(Analysis analysis, Sightings sightings) {
    this.analysis = analysis;
    this.sightings = sightings;
    this.rows = sightings.any() ? analysis.trace().size() : 0;
    this.usual = expect();
  }

  /** Gives lost packets the time that others of their direction took; the median of all. */
  private long expect() {
    long[] taken = new long[rows];
    int count = 0;
    Map<Integer, Long> latest = new HashMap<>();
    Map<Integer, Integer> waiting = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      if (!sightings.isDeparture(row)) {
        continue;
      }
      int connection = Math.max(analysis.connectionOf(row), analysis.quotedConnection(row));
      int arrival = sightings.arrivalOf(row);
      if (arrival >= 0) {
        long flight = analysis.trace().time(arrival) - analysis.trace().time(row);
        taken[count++] = flight;
        latest.put(connection, flight);
        longest = Math.max(longest, arrival - row);
        Integer first = waiting.remove(connection);
        if (first != null) {
          expected.put(first, flight);
        }
      } else if (latest.containsKey(connection)) {
        expected.put(row, latest.getOrDefault(connection, 0L));
      } else {
        waiting.putIfAbsent(connection, row);
      }
    }
    Arrays.sort(taken, 0, count);
    return count == 0 ? 0 : taken[count / 2];
  }

  /** The median flight; 0 where none was measured. */
  long usual() {
    return usual;
  }

  /**
   * Says that what a packet carried was sent again.
   *
   * @param sender index of the lifeline that sends
   * @param heard whether anything had come back meanwhile; else only a timer can have told
   */
  void again(int original, int row, int sender, boolean heard) {
    if (!heard) {
      timed.set(original);
    }
    int arrival = sightings.arrivalOf(original);
    boolean late =
        sightings.isDeparture(original) && (arrival < 0 || arrival > row || isDamaged(original));
    if (waits.add(original, row, sender, late)) {
      longest = Math.max(longest, row - original);
    }
  }

  boolean isMeasured(int row) {
    return sightings.isDeparture(row);
  }

  /** Whether it came with a bit turned over, so that its receiver threw it away. */
  boolean isDamaged(int row) {
    return sightings.verdict(row).filter(verdict -> verdict.fate() == Fate.DAMAGED).isPresent();
  }

  /** The wire's number of a packet that it holds; 0 for any other. */
  long heldPacket(int row) {
    return sightings
        .verdict(row)
        .filter(verdict -> verdict.fate() == Fate.HELD)
        .map(WireVerdict::packet)
        .orElse(0L);
  }

  int arrivalRow(int row) {
    return sightings.arrivalOf(row);
  }

  /** The row of the departure of what arrives in a row. */
  int departureRow(int row) {
    return sightings.departureOf(row);
  }

  int[] copies(int row) {
    return sightings.copiesOf(row);
  }

  int againRow(int row) {
    return waits.again(row);
  }

  /** Beside how many other such waits of its sender that for a packet stands; -1 for none. */
  int waitLane(int row) {
    return waits.lane(row);
  }

  /** To be called once when everything was told. */
  void seal() {
    waits.seal();
  }

  /**
   * How long nothing had come back to the sender of a row's packet, so that its timer ran out and
   * it sent again what is in there; 0 where that was not so, or is not known.
   */
  long timer(int row) {
    int original = waits.original(row);
    return original >= 0 && sightings.isDeparture(original) && isTimed(original)
        ? analysis.trace().time(row) - analysis.trace().time(original)
        : 0;
  }

  boolean isTimed(int row) {
    return timed.get(row);
  }

  /** When it arrived, or would have. */
  long arrival(int row) {
    int arrival = sightings.arrivalOf(row);
    return arrival >= 0
        ? analysis.trace().time(arrival)
        : analysis.trace().time(row) + expected.getOrDefault(row, usual);
  }

  /** How long it took; 0 where it did not arrive. */
  long duration(int row) {
    int arrival = sightings.arrivalOf(row);
    return arrival < 0 ? 0 : analysis.trace().time(arrival) - analysis.trace().time(row);
  }

  /** What the wire says of a packet to which something happened; else empty. */
  String reason(int row, Words words) {
    WireVerdict verdict = sightings.verdict(row).orElse(null);
    if (verdict == null) {
      return sightings.isLost(row) ? words.get("note.wire.missing") : "";
    }
    return switch (verdict.fate()) {
      case HELD -> words.get("note.wire.held", verdict.packet());
      case DROPPED -> words.get("note.wire.dropped", WireReasons.of(verdict.why(), words));
      case DAMAGED -> words.get("note.wire.damaged", WireReasons.of(verdict.why(), words));
      case DELIVERED -> WireReasons.ofDelivered(verdict.why(), words);
      case DUPLICATED -> "";
    };
  }

  /** Whether it is one of those that something bad happened to, rather than that they waited. */
  boolean isTrouble(int row) {
    return sightings
        .verdict(row)
        .map(
            verdict ->
                switch (verdict.fate()) {
                  case DROPPED, DAMAGED -> true;
                  case HELD, DUPLICATED -> false;
                  case DELIVERED ->
                      !verdict.why().isEmpty() && !verdict.why().equals(WireReasons.RELEASED);
                })
        .orElseGet(() -> sightings.isLost(row));
  }

  /** The last row that has to do with the packet of a departure. */
  int end(int row) {
    int end = Math.max(sightings.arrivalOf(row), againRow(row));
    for (int copy : sightings.copiesOf(row)) {
      end = Math.max(end, copy);
    }
    return end;
  }

  /** The most rows between a departure and its {@link #end}. */
  int longest() {
    return longest;
  }
}
