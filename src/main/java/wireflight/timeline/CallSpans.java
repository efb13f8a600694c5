package wireflight.timeline;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Every call of a recording from entry to return, in columns sorted by the row of entry.
 *
 * <p>Calls that run for long stand in a list of their own, so that those in progress at a row are
 * found by looking at few others.
 */
final class CallSpans {
  private static final int LONG = 512;

  private int[] entered = new int[16];
  private int[] returned = new int[16];
  private int[] lifeline = new int[16];
  private byte[] lane = new byte[16];
  private boolean[] spans = new boolean[16];
  private boolean[] waited = new boolean[16];
  private int[] longOnes = new int[4];
  private int longCount;
  private int size;

  /** Appends a call that has not returned; rows must ascend. */
  int enter(int row, int onLifeline, int inLane) {
    if (size == entered.length) {
      entered = Arrays.copyOf(entered, 2 * size);
      returned = Arrays.copyOf(returned, 2 * size);
      lifeline = Arrays.copyOf(lifeline, 2 * size);
      lane = Arrays.copyOf(lane, 2 * size);
      spans = Arrays.copyOf(spans, 2 * size);
      waited = Arrays.copyOf(waited, 2 * size);
    }
    entered[size] = row;
    returned[size] = -1;
    lifeline[size] = onLifeline;
    lane[size] = (byte) inLane;
    spans[size] = true;
    waited[size] = true;
    return size++;
  }

  /**
   * Says when a call returned.
   *
   * @param between whether anything else happened in between
   * @param forSomething whether what it returned came only in between
   */
  void leave(int call, int row, boolean between, boolean forSomething) {
    returned[call] = row;
    spans[call] = between;
    waited[call] = forSomething;
  }

  /** Finds the calls that run for long; to be called once after the last one. */
  void seal() {
    for (int call = 0; call < size; call++) {
      if (last(call) - entered[call] > LONG) {
        if (longCount == longOnes.length) {
          longOnes = Arrays.copyOf(longOnes, 2 * longCount);
        }
        longOnes[longCount++] = call;
      }
    }
  }

  int enteredAt(int call) {
    return entered[call];
  }

  /** The row of its return, or -1. */
  int returnedAt(int call) {
    return returned[call];
  }

  int lifeline(int call) {
    return lifeline[call];
  }

  int lane(int call) {
    return lane[call];
  }

  boolean spans(int call) {
    return spans[call];
  }

  /** Whether what a call returned was not there when it was entered. */
  boolean waited(int call) {
    return waited[call];
  }

  /** The call entered at a row, or -1. */
  int enteredIn(int row) {
    int at = Arrays.binarySearch(entered, 0, size, row);
    return at < 0 ? -1 : at;
  }

  /** Every call entered before a row that had not returned before it, by row of entry. */
  void inProgress(int row, IntConsumer use) {
    int end = Arrays.binarySearch(entered, 0, size, row);
    end = end < 0 ? -end - 1 : end;
    int start = Arrays.binarySearch(entered, 0, size, row - LONG);
    start = start < 0 ? -start - 1 : start;
    for (int i = 0; i < longCount && longOnes[i] < start; i++) {
      if (last(longOnes[i]) >= row) {
        use.accept(longOnes[i]);
      }
    }
    for (int call = start; call < end; call++) {
      if (last(call) >= row) {
        use.accept(call);
      }
    }
  }

  private int last(int call) {
    return returned[call] < 0 ? Integer.MAX_VALUE : returned[call];
  }
}
