package wireflight.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.trace.Trace;

/**
 * The lines of the flow of calls, computed once a recording: a call's entry, its return, and the
 * packets between, each at a height of its own.
 */
final class CallLines {
  private static final double ONE = 34;
  private static final double TWO = 54;
  private static final double RETURN = 28;
  private static final double EDGE = 4;
  private static final double PACKET = 34;
  private static final double PACKETS = 58;
  private static final double GAP = 10;

  /** So many packets between two events of calls are drawn one by one. */
  private static final int SINGLE = 6;

  private final Subject subject;
  private final List<CallLine> lines = new ArrayList<>();
  private final List<Moment.Call> calls = new ArrayList<>();
  private final Map<Integer, Integer> madeIn = new HashMap<>();
  private final Map<Integer, Integer> returnedIn = new HashMap<>();
  private final List<Integer> packets = new ArrayList<>();
  private double end;

  /** Where the boxes of the calls begin, ascending, and where they end when all has happened. */
  private double[] tops = {};

  private double[] bottoms = {};

  CallLines(Subject subject) {
    this.subject = subject;
    Trace trace = subject.analysis().trace();
    Timeline timeline = subject.timeline();
    if (timeline.steps() == 0 || !anyCall(trace, timeline)) {
      return;
    }
    Map<Integer, Moment.Call> returning = new HashMap<>();
    int last = timeline.rowOf(timeline.steps());
    for (int row = 0; row <= last; row++) {
      if (trace.isFrame(row)) {
        packet(row);
        continue;
      }
      for (Moment moment : timeline.momentsAt(row)) {
        if (moment instanceof Moment.Call call) {
          flush();
          made(call);
          returning.put(call.returnRow(), call);
        }
      }
      Moment.Call back = returning.remove(row);
      if (back != null && back.spans()) {
        flush();
        returnedIn.put(back.row(), lines.size());
        boolean silent = back.outcome().isEmpty() && !back.blocked();
        double height = silent ? EDGE : RETURN;
        lines.add(new CallLine.Returned(row, end, end + height, back));
        end += height + GAP;
      }
    }
    flush();
    tops = calls.stream().mapToDouble(call -> madeIn(call).top()).toArray();
    bottoms = calls.stream().mapToDouble(this::bottom).toArray();
  }

  private static boolean anyCall(Trace trace, Timeline timeline) {
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row)
          && timeline.momentsAt(row).stream().anyMatch(Moment.Call.class::isInstance)) {
        return true;
      }
    }
    return false;
  }

  private void packet(int row) {
    Timeline timeline = subject.timeline();
    int step = timeline.stepOf(row);
    if (timeline.rowOf(step) == row && timeline.kindOf(step).showsPacket()) {
      packets.add(row);
    }
  }

  private void made(Moment.Call call) {
    boolean two = !call.spans() && !call.outcome().isEmpty();
    double height = two ? TWO : ONE;
    int row = call.spans() ? call.row() : call.returnRow();
    madeIn.put(call.row(), lines.size());
    calls.add(call);
    lines.add(new CallLine.Made(row, end, end + height, call));
    end += height + GAP;
  }

  private void flush() {
    if (packets.size() <= SINGLE) {
      for (int row : packets) {
        lines.add(new CallLine.Packet(row, end, end + PACKET));
        end += PACKET;
      }
    } else {
      Map<Integer, IntStream.Builder> connections = new LinkedHashMap<>();
      for (int row : packets) {
        int connection = Math.max(-1, subject.analysis().connectionOf(row));
        connections.computeIfAbsent(connection, _ -> IntStream.builder()).add(row);
      }
      for (IntStream.Builder rows : connections.values()) {
        Bundle bundle = new Bundle(subject.analysis(), rows.build().toArray());
        lines.add(new CallLine.Packets(bundle.firstRow(), end, end + PACKETS, bundle));
        end += PACKETS;
      }
    }
    end += packets.isEmpty() ? 0 : GAP;
    packets.clear();
  }

  /** Whether there is anything to show. */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<CallLine> lines() {
    return lines;
  }

  List<Moment.Call> calls() {
    return calls;
  }

  /** The line in which a call is made. */
  CallLine madeIn(Moment.Call call) {
    return lines.get(madeIn.getOrDefault(call.row(), 0));
  }

  /** The line in which a call returns; null if it has none of its own. */
  @Nullable CallLine returnedIn(Moment.Call call) {
    Integer line = returnedIn.get(call.row());
    return line == null ? null : lines.get(line);
  }

  /** Where the box of a call ends when all has happened. */
  double bottom(Moment.Call call) {
    Integer returned = returnedIn.get(call.row());
    if (returned != null) {
      return lines.get(returned).bottom();
    }
    return call.spans() ? end : madeIn(call).bottom();
  }

  /** The calls of which something may stand between two heights. */
  List<Moment.Call> between(double first, double last) {
    List<Moment.Call> found = new ArrayList<>();
    for (int i = 0; i < calls.size() && tops[i] < last; i++) {
      if (bottoms[i] > first) {
        found.add(calls.get(i));
      }
    }
    return found;
  }

  /** The height of everything. */
  double end() {
    return end;
  }

  /** The first line that ends below a height; the number of lines if there is none. */
  int firstBelow(double y) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).bottom() <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How far down everything up to a row reaches. */
  double reached(int row) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).row() <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : lines.get(low - 1).bottom();
  }
}
