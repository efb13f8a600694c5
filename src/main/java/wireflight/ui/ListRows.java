package wireflight.ui;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableList;

/**
 * Brings the rows of a list to those wanted with as few changes as can be.
 *
 * <p>What stays keeps its cell, which then has nothing to lay out; a recording that grows adds a
 * row now and then, and replacing all of them takes longer than a frame may.
 */
final class ListRows {
  /** Beyond so many changes it is cheaper to replace all rows at once. */
  private static final int MOST_CHANGES = 64;

  private ListRows() {}

  /**
   * Brings rows to those wanted.
   *
   * @param key tells rows apart, each from all others: a row with the key of another is the same
   *     row, and stays where it is, however different
   */
  static <T> void bring(ObservableList<T> rows, List<T> wanted, Function<T, Object> key) {
    List<Object> are = keys(rows, key);
    List<Object> willBe = keys(wanted, key);
    int start = 0;
    int shorter = Math.min(are.size(), willBe.size());
    while (start < shorter && are.get(start).equals(willBe.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && are.get(are.size() - 1 - tail).equals(willBe.get(willBe.size() - 1 - tail))) {
      tail++;
    }
    Middle middle =
        new Middle(
            are.subList(start, are.size() - tail), willBe.subList(start, willBe.size() - tail));
    if (middle.changes() > MOST_CHANGES) {
      rows.setAll(wanted);
      return;
    }
    remove(rows, start, middle);
    insert(rows, wanted, start, middle);
    for (int i = 0; i < wanted.size(); i++) {
      if (!rows.get(i).equals(wanted.get(i))) {
        rows.set(i, wanted.get(i));
      }
    }
  }

  private static <T> List<Object> keys(List<T> rows, Function<T, Object> key) {
    List<Object> keys = new ArrayList<>(rows.size());
    rows.forEach(row -> keys.add(key.apply(row)));
    return keys;
  }

  private static <T> void remove(ObservableList<T> rows, int start, Middle middle) {
    int to = middle.before;
    while (to > 0) {
      int end = middle.stays.previousClearBit(to - 1) + 1;
      int from = middle.stays.previousSetBit(end - 1) + 1;
      if (from < end) {
        rows.remove(start + from, start + end);
      }
      to = from;
    }
  }

  private static <T> void insert(ObservableList<T> rows, List<T> wanted, int start, Middle middle) {
    int from = middle.stayed.nextClearBit(0);
    while (from < middle.after) {
      int next = middle.stayed.nextSetBit(from);
      int end = next < 0 ? middle.after : next;
      rows.addAll(start + from, wanted.subList(start + from, start + end));
      from = middle.stayed.nextClearBit(end);
    }
  }

  /** The rows between the first and the last that differ: which of them stay, before and after. */
  private static final class Middle {
    final int before;
    final int after;
    final BitSet stays = new BitSet();
    final BitSet stayed = new BitSet();

    /** Most stay where those do that come in the same order before and after. */
    Middle(List<Object> are, List<Object> willBe) {
      before = are.size();
      after = willBe.size();
      Map<Object, Integer> places = new HashMap<>();
      for (int i = 0; i < before; i++) {
        places.put(are.get(i), i);
      }
      // The longest ascending sequence of the places before, found by its last members.
      int[] last = new int[after];
      int[] previous = new int[after];
      int[] place = new int[after];
      int length = 0;
      for (int i = 0; i < after; i++) {
        place[i] = places.getOrDefault(willBe.get(i), -1);
        if (place[i] < 0) {
          continue;
        }
        int at = longest(last, length, place, place[i]);
        previous[i] = at == 0 ? -1 : last[at - 1];
        last[at] = i;
        length = Math.max(length, at + 1);
      }
      for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = previous[i]) {
        stayed.set(i);
        stays.set(place[i]);
      }
    }

    /** How many of the sequences' last members are at places before one. */
    private static int longest(int[] last, int length, int[] place, int before) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (place[last[middle]] < before) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** How many runs of rows go or come. */
    int changes() {
      return runs(stays, before) + runs(stayed, after);
    }

    private static int runs(BitSet stay, int size) {
      int runs = 0;
      for (int i = stay.nextClearBit(0); i < size; runs++) {
        int next = stay.nextSetBit(i);
        i = next < 0 ? size : stay.nextClearBit(next);
      }
      return runs;
    }
  }
}
