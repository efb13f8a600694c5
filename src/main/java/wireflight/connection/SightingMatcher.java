package wireflight.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.packet.PacketDigest;
import wireflight.packet.Scan;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/** Matches the sightings of one recording; used once. */
final class SightingMatcher {
  private static final int NONE = -1;

  private final Analysis analysis;
  private final Trace trace;
  private final List<Connection> connections;
  private final int[] twins;
  private final BitSet primary = new BitSet();

  /** Connections of a pair whose capture point is at the end that is their client. */
  private final BitSet atClient = new BitSet();

  /** Connections of a pair that takes the ends for each other. */
  private final BitSet turned = new BitSet();

  private final int[] departures;
  private final int[] arrivals;
  private final Map<Integer, int[]> copies = new HashMap<>();
  private final BitSet departing = new BitSet();
  private final BitSet lost = new BitSet();
  private final Map<Integer, WireVerdict> verdicts = new HashMap<>();
  private final long[] digests;
  private final Map<Long, Sightings.Rows> told = new HashMap<>();
  private final Map<Long, WireVerdict> fates = new HashMap<>();
  private final Scan scan = new Scan();
  private @Nullable Losses losses;
  private long fastestThere = Long.MAX_VALUE;
  private long fastestBack = Long.MAX_VALUE;

  SightingMatcher(Analysis analysis) {
    this.analysis = analysis;
    this.trace = analysis.trace();
    this.connections = analysis.connections();
    this.twins = new int[connections.size()];
    Arrays.fill(twins, NONE);
    this.departures = new int[trace.size()];
    Arrays.fill(departures, NONE);
    this.arrivals = new int[trace.size()];
    Arrays.fill(arrivals, NONE);
    this.digests = new long[trace.size()];
  }

  /** The rows of one direction of a pair at each of its two capture points, by digest. */
  private static final class Way {
    final Map<Long, Sightings.Rows[]> byDigest = new LinkedHashMap<>();
    final Sightings.Rows[] all = {new Sightings.Rows(), new Sightings.Rows()};

    void add(int place, long digest, int row) {
      Sightings.Rows[] rows =
          byDigest.computeIfAbsent(
              digest, absent -> new Sightings.Rows[] {new Sightings.Rows(), new Sightings.Rows()});
      rows[place].add(row);
      all[place].add(row);
    }
  }

  Sightings match() {
    List<Sightings.Pair> pairs = pairs();
    Map<Integer, Way[]> ways = new HashMap<>();
    for (Sightings.Pair pair : pairs) {
      Way[] both = {new Way(), new Way()};
      ways.put(pair.first(), both);
      ways.put(pair.second(), both);
    }
    gather(pairs, ways);
    for (int connection = 0; connection < twins.length; connection++) {
      if (twins[connection] < 0) {
        primary.set(connection);
      }
    }
    for (Sightings.Pair pair : pairs) {
      match(pair, ways.getOrDefault(pair.first(), new Way[] {new Way(), new Way()}));
    }
    return new Sightings(
        twins,
        primary,
        atClient,
        turned,
        departures,
        arrivals,
        copies,
        departing,
        lost,
        verdicts,
        offset());
  }

  // The second point's clock is ahead by half of what one way seems slower than the other.
  private long offset() {
    // The lab's wire is between two devices of one machine, unless a file was changed since.
    boolean oneClock = !fates.isEmpty() && Math.min(fastestThere, fastestBack) >= 0;
    return oneClock || fastestThere == Long.MAX_VALUE || fastestBack == Long.MAX_VALUE
        ? 0
        : (fastestThere - fastestBack) / 2;
  }

  /** Connections between the same ends at two points, in the order in which they began. */
  private List<Sightings.Pair> pairs() {
    List<Sightings.Pair> pairs = new ArrayList<>();
    Map<String, List<Integer>> waiting = new HashMap<>();
    for (Connection connection : connections) {
      List<Integer> others = waiting.computeIfAbsent(key(connection), _ -> new ArrayList<>());
      Integer found = null;
      for (Integer other : others) {
        if (connections.get(other).capturePoint() != connection.capturePoint()) {
          found = other;
          break;
        }
      }
      Sightings.Pair pair =
          found == null ? null : Sightings.Pair.of(connections, found, connection.index());
      if (found == null || pair == null) {
        others.add(connection.index());
      } else {
        int other = found;
        others.removeIf(each -> each == other);
        pairs.add(pair);
        twins[pair.first()] = pair.second();
        twins[pair.second()] = pair.first();
      }
    }
    return pairs;
  }

  private static String key(Connection connection) {
    String one = connection.client().toString();
    String other = connection.server().toString();
    return connection.transport()
        + (one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
  }

  private void gather(List<Sightings.Pair> pairs, Map<Integer, Way[]> ways) {
    Map<Integer, Sightings.Pair> pairOf = new HashMap<>();
    for (Sightings.Pair pair : pairs) {
      pairOf.put(pair.first(), pair);
      pairOf.put(pair.second(), pair);
    }
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row)) {
        WireVerdict verdict = trace.event(row, WireVerdict.class);
        if (verdict != null) {
          hear(row, verdict);
        }
        continue;
      }
      int connection = connection(row);
      if (connection < 0) {
        continue;
      }
      digests[row] = FrameScan.digest(scan, trace.frame(row));
      Sightings.Pair pair = pairOf.get(connection);
      Way[] both = ways.get(connection);
      if (pair != null && both != null && digests[row] != 0) {
        boolean second = connection == pair.second();
        boolean fromClient = fromClient(row) != (second && pair.turned());
        both[fromClient ? 0 : 1].add(second ? 1 : 0, digests[row], row);
      }
    }
    alone();
  }

  private void hear(int row, WireVerdict verdict) {
    if (fates.put(verdict.packet(), verdict) == null) {
      told.computeIfAbsent(verdict.digest(), _ -> new Sightings.Rows()).add(row);
    }
  }

  private int connection(int row) {
    int quoted = analysis.quotedConnection(row);
    return quoted >= 0 ? quoted : analysis.connectionOf(row);
  }

  /** Who sent it; an ICMP error comes from the end that did not send what it quotes. */
  private boolean fromClient(int row) {
    return analysis.quotedConnection(row) >= 0
        ? !analysis.fromClient(row)
        : analysis.fromClient(row);
  }

  // A connection of which nothing came to the other end: the wire knows what departed.
  private void alone() {
    if (fates.isEmpty()) {
      return;
    }
    for (int row = 0; row < trace.size(); row++) {
      int connection = trace.isFrame(row) ? connection(row) : NONE;
      if (connection >= 0 && twins[connection] < 0 && told.containsKey(digests[row])) {
        departing.set(row);
        settle(row);
      }
    }
  }

  private void match(Sightings.Pair pair, Way[] ways) {
    long there = median(ways[0]);
    long back = median(ways[1]);
    long sum = (there == Long.MIN_VALUE ? 0 : there) - (back == Long.MIN_VALUE ? 0 : back);
    if (there == Long.MIN_VALUE && back == Long.MIN_VALUE) {
      // Nothing in common: two networks that use the same addresses.
      twins[pair.first()] = NONE;
      twins[pair.second()] = NONE;
      primary.set(pair.first());
      primary.set(pair.second());
      return;
    }
    // What the client sends is first seen at its own end.
    int clientPlace = sum >= 0 ? 0 : 1;
    primary.set(leading(pair, clientPlace));
    atClient.set(pair.first(), clientPlace == 0);
    atClient.set(pair.second(), clientPlace == 1 != pair.turned());
    turned.set(pair.first(), pair.turned());
    turned.set(pair.second(), pair.turned());
    direction(ways[0], clientPlace);
    direction(ways[1], 1 - clientPlace);
    missing(ways[0].all, ways[1].all, clientPlace);
  }

  /** The one at the client's end; of two that differ who that is, the one that saw them open. */
  private int leading(Sightings.Pair pair, int clientPlace) {
    boolean first = connections.get(pair.first()).openingSeen();
    boolean second = connections.get(pair.second()).openingSeen();
    boolean known = pair.turned() && first != second;
    return (known ? first : clientPlace == 0) ? pair.first() : pair.second();
  }

  /** How much later the second place sees what the first does; MIN_VALUE where nothing tells. */
  private long median(Way way) {
    List<Long> differences = new ArrayList<>();
    for (Sightings.Rows[] rows : way.byDigest.values()) {
      if (rows[0].count() > 0 && rows[1].count() > 0) {
        differences.add(trace.time(rows[1].get(0)) - trace.time(rows[0].get(0)));
      }
    }
    if (differences.isEmpty()) {
      return Long.MIN_VALUE;
    }
    differences.sort(null);
    return differences.get(differences.size() / 2);
  }

  private void direction(Way way, int departurePlace) {
    int arrivalPlace = 1 - departurePlace;
    for (Sightings.Rows[] rows : way.byDigest.values()) {
      Sightings.Rows left = rows[departurePlace];
      Sightings.Rows came = rows[arrivalPlace];
      for (int i = 0; i < left.count(); i++) {
        departing.set(left.get(i));
        settle(left.get(i));
      }
      int next = 0;
      for (int i = 0; i < came.count(); i++) {
        while (next < left.count() && lost.get(left.get(next))) {
          next++;
        }
        if (next < left.count()) {
          join(left.get(next++), came.get(i));
        } else if (left.count() > 0) {
          copy(left.get(left.count() - 1), came.get(i));
        }
      }
    }
    damaged(way, departurePlace);
  }

  /** Where no wire says what was lost, the captures tell. */
  private void missing(Sightings.Rows[] there, Sightings.Rows[] back, int clientPlace) {
    if (fates.isEmpty()) {
      if (losses == null) {
        losses = new Losses(trace, arrivals);
      }
      int serverPlace = 1 - clientPlace;
      losses.find(there[clientPlace], there[serverPlace], back[serverPlace], lost);
      losses.find(back[serverPlace], back[clientPlace], there[clientPlace], lost);
      if (!trace.growing()) {
        departing.andNot(losses.unwatched());
      }
    }
  }

  private void join(int departure, int arrival) {
    arrivals[departure] = arrival;
    departures[arrival] = departure;
    long flight = trace.time(arrival) - trace.time(departure);
    if (trace.frame(departure).capturePoint() < trace.frame(arrival).capturePoint()) {
      fastestThere = Math.min(fastestThere, flight);
    } else {
      fastestBack = Math.min(fastestBack, flight);
    }
  }

  private void copy(int departure, int arrival) {
    departures[arrival] = departure;
    int[] known = copies.getOrDefault(departure, new int[0]);
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = arrival;
    copies.put(departure, more);
  }

  /** Takes what the wire said of the packet that departed in a row. */
  private void settle(int row) {
    Sightings.Rows rows = told.get(digests[row]);
    for (int i = 0; rows != null && i < rows.count(); i++) {
      if (trace.event(rows.get(i)) instanceof WireVerdict first
          && first.departed() >= trace.time(row)) {
        // Each is said of one packet: the next repetition finds the next.
        told.put(digests[row], after(rows, i));
        WireVerdict last = fates.getOrDefault(first.packet(), first);
        verdicts.put(row, last);
        if (last.fate() == Fate.DROPPED) {
          lost.set(row);
        }
        return;
      }
    }
  }

  private static Sightings.Rows after(Sightings.Rows rows, int index) {
    Sightings.Rows rest = new Sightings.Rows();
    for (int i = index + 1; i < rows.count(); i++) {
      rest.add(rows.get(i));
    }
    return rest;
  }

  // One bit over: only the header still tells which packet it was.
  private void damaged(Way way, int departurePlace) {
    Map<Long, Integer> open = new HashMap<>();
    Sightings.Rows left = way.all[departurePlace];
    Sightings.Rows came = way.all[1 - departurePlace];
    for (int i = 0; i < left.count(); i++) {
      int row = left.get(i);
      if (arrivals[row] < 0 && !lost.get(row)) {
        FrameScan.scan(scan, trace.frame(row));
        open.putIfAbsent(PacketDigest.ofHeader(scan), row);
      }
    }
    for (int i = 0; i < came.count() && !open.isEmpty(); i++) {
      int row = came.get(i);
      if (departures[row] < 0) {
        FrameScan.scan(scan, trace.frame(row));
        Integer departure = open.remove(PacketDigest.ofHeader(scan));
        if (departure != null) {
          arrivals[departure] = row;
          departures[row] = departure;
        }
      }
    }
  }
}
