package wireflight.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From when a packet was sent until what it carried was sent again: which row that was, and beside
 * how many others of the same sender, that began before, it is to be drawn.
 */
final class Waits {
  private final Map<Integer, Wait> waits = new HashMap<>();
  private final Map<Integer, Integer> originals = new HashMap<>();
  private final Map<Integer, Integer> lanes = new HashMap<>();

  private record Wait(int original, int again, int sender, boolean late) {}

  /**
   * Takes one in; the first of a packet counts.
   *
   * @param sender index of the lifeline that sends
   * @param late whether the original had not arrived by then
   * @return whether it counts
   */
  boolean add(int original, int again, int sender, boolean late) {
    boolean first = waits.putIfAbsent(original, new Wait(original, again, sender, late)) == null;
    if (first) {
      originals.put(again, original);
    }
    return first;
  }

  /** To be called once when all are there. */
  void seal() {
    Map<Integer, List<Integer>> ends = new HashMap<>();
    waits.values().stream()
        .filter(Wait::late)
        .sorted(Comparator.comparingInt(Wait::original))
        .forEach(wait -> lanes.put(wait.original, lane(wait, ends)));
  }

  /** The first lane in which the wait before is over. */
  private static int lane(Wait wait, Map<Integer, List<Integer>> ends) {
    List<Integer> taken = ends.computeIfAbsent(wait.sender, _ -> new ArrayList<>());
    int lane = 0;
    while (lane < taken.size() && taken.get(lane) > wait.original) {
      lane++;
    }
    if (lane == taken.size()) {
      taken.add(wait.again);
    } else {
      taken.set(lane, wait.again);
    }
    return lane;
  }

  /** The row in which it was sent again; -1 where it was not. */
  int again(int original) {
    Wait wait = waits.get(original);
    return wait == null ? -1 : wait.again;
  }

  /** The row whose packet was sent again in a row; -1 where none was. */
  int original(int again) {
    return originals.getOrDefault(again, -1);
  }

  /** The lane of one that waited in vain, 0 nearest to the lifeline; -1 for any other. */
  int lane(int original) {
    return lanes.getOrDefault(original, -1);
  }
}
