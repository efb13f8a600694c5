package wireflight.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.SegmentFacts;
import wireflight.connection.Sightings;
import wireflight.connection.TcpState;
import wireflight.connection.Vantage;
import wireflight.language.Language;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;
import wireflight.trace.LessonStep;
import wireflight.trace.Trace;

/** A timeline over an analysis; moments are made when they are asked for. */
final class RecordedTimeline implements Timeline {
  private final Language language;
  private final Trace trace;
  private final Sightings sightings;
  private final RowScan scan;
  private final Lifelines lines;
  private final List<Lifeline> lifelines;
  private final List<Connection> connections;
  private final List<SocketLife> shownLives;
  private final Flights flights;
  private final Calls calls;
  private final Sentences sentences;
  private final int[] rows;
  private final int[] narrations;

  /** Steps before whose end something was on its way. */
  private final BitSet busy;

  /**
   * A timeline.
   *
   * @param connections those to show
   * @param shownLives the sockets to show
   */
  RecordedTimeline(
      Analysis analysis,
      Sightings sightings,
      Lifelines lines,
      SocketLives lives,
      RowScan scan,
      List<Connection> connections,
      List<SocketLife> shownLives) {
    this.sightings = sightings;
    this.connections = connections;
    this.shownLives = shownLives;
    this.language = analysis.language();
    this.trace = analysis.trace();
    this.scan = scan;
    this.lines = lines;
    Words words = new Words(language);
    this.lifelines = lines.finished(words);
    this.flights = new Flights(analysis, lines, scan, words);
    this.calls = new Calls(trace, lines, lives, scan, words);
    this.sentences = new Sentences(analysis, lifelines, flights, calls, lives, scan, words);
    int[] found = new int[16];
    int count = 0;
    for (int row = 0; row < scan.marks.rows(); row++) {
      if (scan.marks.isStep(row)) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = row;
      }
    }
    this.rows = Arrays.copyOf(found, count);
    this.narrations =
        Arrays.stream(rows).filter(row -> scan.marks.kind(row) == StepKind.NARRATION).toArray();
    this.busy = busy(analysis);
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public List<Lifeline> lifelines() {
    return lifelines;
  }

  @Override
  public List<Connection> connections() {
    return connections;
  }

  @Override
  public int lifelineOf(int connection, boolean client) {
    return client ? lines.client(connection) : lines.server(connection);
  }

  @Override
  public List<Socket> sockets() {
    return SocketList.of(connections, shownLives, lines, lifelines);
  }

  @Override
  public int peerOf(int lifeline) {
    return lines.peer(lifeline);
  }

  @Override
  public int steps() {
    return rows.length;
  }

  @Override
  public int rowOf(int step) {
    return rows[step - 1];
  }

  @Override
  public int stepOf(int row) {
    int at = Arrays.binarySearch(rows, row);
    return Math.min(rows.length, (at < 0 ? -at - 1 : at) + 1);
  }

  @Override
  public StepKind kindOf(int step) {
    StepKind kind = scan.marks.kind(rows[step - 1]);
    if (kind == null) {
      throw new IllegalStateException("row " + rows[step - 1] + " ends no step");
    }
    return kind;
  }

  @Override
  public long timeOf(int step) {
    for (int at = Math.max(1, step); at <= rows.length && at > 0; at--) {
      long time = trace.time(rows[at - 1]);
      if (time != Trace.NO_TIME) {
        return time;
      }
    }
    return 0;
  }

  @Override
  public List<Moment> momentsAt(int row) {
    if (trace.isFrame(row)) {
      return scan.marks.isStep(row) ? flights.at(row) : List.of();
    }
    Event event = trace.event(row);
    if (event instanceof LessonStep step) {
      String told = LessonTexts.in(language, step.narration());
      String title = LessonTexts.in(language, step.lesson());
      return List.of(new Moment.Narration(row, step.time(), told, title));
    }
    int entered = scan.calls.enteredIn(row);
    if (entered >= 0) {
      return List.of(calls.moment(entered));
    }
    boolean listens = scan.marks.kind(row) == StepKind.LISTENING;
    int returned = calls.returnedIn(row);
    if (listens && returned >= 0 && event instanceof CallReturned call) {
      int line = scan.calls.lifeline(returned);
      return List.of(new Moment.StateChange(row, line, call.time(), TcpState.LISTEN));
    }
    return List.of();
  }

  @Override
  public List<Moment> momentsBetween(int firstStep, int lastStep) {
    int first = firstStep <= 1 ? 0 : rowOf(firstStep - 1) + 1;
    int last = rowOf(lastStep);
    List<Moment> moments = new ArrayList<>();
    scan.calls.inProgress(first, call -> moments.add(calls.moment(call)));
    // Flights that begin before, and end or are made up for in these steps or after.
    for (int row = Math.max(0, first - scan.flights.longest()); row < first; row++) {
      if (scan.marks.kind(row) == StepKind.DEPARTURE && scan.flights.end(row) >= first) {
        moments.addAll(flights.under(row));
      }
    }
    for (int row = first; row <= last; row++) {
      moments.addAll(momentsAt(row));
    }
    return moments;
  }

  @Override
  public boolean measured() {
    return sightings.any();
  }

  private BitSet busy(Analysis analysis) {
    BitSet steps = new BitSet();
    BitSet answered = new BitSet();
    for (int row : sightings.any() ? rows : new int[0]) {
      if (scan.marks.kind(row) == StepKind.DEPARTURE) {
        int begun = stepOf(row);
        int end = scan.flights.end(row);
        int over = end < 0 ? begun + 1 : stepOf(end);
        busy(steps, begun, over);
        // While a receiver keeps an acknowledgment back, time passes that is to be seen.
        int acknowledged = analysis.segment(row).map(SegmentFacts::acknowledgedRow).orElse(-1);
        if (acknowledged >= 0 && !answered.get(acknowledged)) {
          answered.set(acknowledged);
          busy(steps, stepOf(acknowledged), begun);
        }
      }
    }
    return steps;
  }

  // Where two clocks disagree, an arrival may stand before its departure.
  private static void busy(BitSet steps, int one, int other) {
    steps.set(Math.min(one, other) + 1, Math.max(one, other) + 1);
  }

  @Override
  public boolean isQuiet(int step) {
    return sightings.any() && !busy.get(step);
  }

  @Override
  public long usualFlight() {
    return scan.flights.usual();
  }

  @Override
  public Vantage vantage(int connection, boolean client) {
    return sightings.vantage(connection, client);
  }

  @Override
  public long clockOffset() {
    return sightings.clockOffset();
  }

  @Override
  public boolean losses() {
    return !scan.lost.isEmpty();
  }

  @Override
  public int firstPiece(int row) {
    return scan.pieces.first(row);
  }

  @Override
  public long heldPacket(int row) {
    return scan.flights.heldPacket(row);
  }

  @Override
  public Fate fateOf(int row) {
    return scan.fateOf(row);
  }

  @Override
  public String sentence(int step) {
    return step <= 0 || step > rows.length ? "" : sentences.of(rows[step - 1], kindOf(step));
  }

  @Override
  public String narration(int step) {
    if (step <= 0 || narrations.length == 0) {
      return "";
    }
    int at = Arrays.binarySearch(narrations, rows[Math.min(step, rows.length) - 1]);
    int spoken = at < 0 ? -at - 2 : at;
    return spoken >= 0 && trace.event(narrations[spoken]) instanceof LessonStep lesson
        ? LessonTexts.in(language, lesson.narration())
        : "";
  }
}
