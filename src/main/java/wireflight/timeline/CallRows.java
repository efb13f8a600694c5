package wireflight.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Transport;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;

/**
 * Takes the rows in which calls begin and end, in their order: which call ran from where to where,
 * in which lane beside others of its lifeline, and which of its two rows are steps.
 */
final class CallRows {
  final CallSpans spans = new CallSpans();

  private final Lifelines lifelines;
  private final SocketLives lives;
  private final RowMarks marks;
  private final DatagramFates fates;

  /** Calls that have not returned, by their numbers in the recording. */
  private final Map<Long, Integer> running = new HashMap<>();

  /** The lanes that are taken on each lifeline. */
  private final Map<Integer, BitSet> lanes = new HashMap<>();

  /** The latest row of each lifeline in which something came that a call can return. */
  private int[] fed = {};

  private int[] stepsAtEntry = new int[16];

  /** Rows of returns, ascending, and the calls they belong to. */
  private int[] returnRows = new int[16];

  private int[] returnCalls = new int[16];
  private int returnCount;

  CallRows(Lifelines lifelines, SocketLives lives, RowMarks marks, DatagramFates fates) {
    this.lifelines = lifelines;
    this.lives = lives;
    this.marks = marks;
    this.fates = fates;
  }

  /**
   * A call begins.
   *
   * @param steps how many steps there are before it
   */
  void entered(int row, CallEntered call, int steps) {
    int line = lifelines.of(lives.of(row));
    if (line < 0) {
      return;
    }
    BitSet taken = lanes.computeIfAbsent(line, absent -> new BitSet());
    int lane = Math.min(taken.nextClearBit(0), Byte.MAX_VALUE);
    taken.set(lane);
    int index = spans.enter(row, line, lane);
    running.put(call.call(), index);
    marks.step(row, StepKind.CALL_ENTERED);
    if (index == stepsAtEntry.length) {
      stepsAtEntry = Arrays.copyOf(stepsAtEntry, 2 * index);
    }
    stepsAtEntry[index] = steps;
  }

  /**
   * A call ends.
   *
   * @param steps how many steps there are before that
   * @return the kind of step that the row is; null where it is none
   */
  @Nullable StepKind returned(int row, CallReturned call, int steps) {
    SocketLife life = lives.of(row);
    int line = lifelines.of(life);
    if (line < 0) {
      return null;
    }
    Integer index = running.remove(call.call());
    if (index == null) {
      return null;
    }
    boolean between = steps > stepsAtEntry[index];
    boolean waited = !call.name().startsWith("recv") || arrivedSince(index, line);
    spans.leave(index, row, between, waited);
    lanes.getOrDefault(line, new BitSet()).clear(spans.lane(index));
    if (!between) {
      marks.noStep(spans.enteredAt(index));
    }
    remember(row, index);
    if (life != null && life.transport == Transport.UDP && call.succeeded()) {
      fates.taken(call, line);
    }
    boolean listens = call.name().equals("listen") && call.succeeded();
    return listens ? StepKind.LISTENING : between ? StepKind.CALL_RETURNED : StepKind.CALL;
  }

  /** Something came to a lifeline that a receiving call could return. */
  void fed(int line, int row) {
    if (line >= fed.length) {
      fed = Arrays.copyOf(fed, line + 16);
    }
    fed[line] = row;
  }

  private boolean arrivedSince(int index, int line) {
    return line < fed.length && fed[line] > spans.enteredAt(index);
  }

  private void remember(int row, int call) {
    if (returnCount == returnRows.length) {
      returnRows = Arrays.copyOf(returnRows, 2 * returnCount);
      returnCalls = Arrays.copyOf(returnCalls, 2 * returnCount);
    }
    returnRows[returnCount] = row;
    returnCalls[returnCount++] = call;
  }

  /** The call that returned in a row, or -1. */
  int returnedIn(int row) {
    int at = Arrays.binarySearch(returnRows, 0, returnCount, row);
    return at < 0 ? -1 : returnCalls[at];
  }
}
