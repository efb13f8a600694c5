package wireflight.ui;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.MergedCapture;
import wireflight.language.Language;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * A recording that is on show, and what it means as far as it has come.
 *
 * <p>The meaning is worked out on another thread, one version after the other; {@link #poll} never
 * waits. For the JavaFX thread only.
 */
final class Source {
  /**
   * What the analysis takes of the whole, where it did not follow the reading; the rest is the
   * timeline's.
   */
  private static final double ANALYSIS = 0.3;

  /**
   * While a recording grows its analysis rests so many times as long as it took, and never longer
   * than nobody sees: of a small one everything is shown at once, and of a large one, most of which
   * is known already, the processors and the views have time for the person.
   */
  private static final int REST = 8;

  private static final long LONGEST_REST = 150_000_000;

  private final String title;
  private final Recording recording;
  private final Analyzer analyzer;
  private final Set<Integer> opened = new HashSet<>();
  private int focus = -1;
  private Language language;
  private Wanted latest;
  private Wanted underWay;
  private @Nullable FutureTask<Made> making;
  private long rested = System.nanoTime();

  /** What {@link #begin} has worked out, until it is asked for. */
  private @Nullable Showing first;

  /** The latest analysis and what it is of; seen by one thread that makes a meaning at a time. */
  private @Nullable Meant meant;

  private record Meant(long revision, Analysis analysis) {}

  private record Made(Showing showing, long nanos) {}

  /** What a meaning is made of. */
  private record Wanted(long revision, int focus, Set<Integer> opened, Language language) {
    /** Whether another one is the same but for what has come since. */
    boolean isGrown(Wanted other) {
      return equals(new Wanted(revision, other.focus, other.opened, other.language));
    }
  }

  /** A recording of which nothing is known yet. */
  Source(String title, Recording recording) {
    this(title, recording, new Analyzer(Analyzer.Points.SEPARATE));
  }

  /** A recording that an analyzer may have taken already, each capture point by itself. */
  Source(String title, Recording recording, Analyzer analyzer) {
    this.title = title;
    this.recording = recording;
    this.analyzer = analyzer;
    language = Language.ENGLISH;
    latest = new Wanted(-1, -1, Set.of(), language);
    underWay = latest;
  }

  /**
   * Works out on the calling thread what the recording means, before it is on show: what is opened
   * from a file comes onto the screen complete.
   *
   * @param goOn is told which share of it is done; where it says no, this ends
   * @throws CancellationException if it said no
   */
  void begin(Language spoken, DoublePredicate goOn) {
    language = spoken;
    latest = wanted();
    underWay = latest;
    first = showing(latest, goOn);
  }

  /** Tells of the recording in this language from now on. */
  void speak(Language other) {
    language = other;
  }

  String title() {
    return title;
  }

  Recording recording() {
    return recording;
  }

  /** Shows a datagram piece by piece, or again as one; by the row of its first piece. */
  void openOrClose(int row) {
    if (!opened.remove(row)) {
      opened.add(row);
    }
  }

  /** Narrows the timeline to a connection, or widens it to all with -1. */
  void focus(int connection) {
    focus = connection;
  }

  int focus() {
    return focus;
  }

  /** Narrows it and opens its datagrams as those of another are. */
  void lookAs(Source other) {
    focus = other.focus;
    opened.clear();
    opened.addAll(other.opened);
  }

  /** Whether there is, or may come, something that {@link #poll} has not given yet. */
  boolean pending() {
    // Asked first: once it has stopped growing, its revision is the last one.
    return recording.snapshot().growing()
        || making != null
        || first != null
        || !latest.equals(wanted());
  }

  /**
   * The newest meaning, if there is one that was not given before; starts on the next if needed.
   */
  Optional<Showing> poll() {
    Optional<Showing> made = Optional.ofNullable(first);
    first = null;
    FutureTask<Made> task = making;
    if (task != null && task.isDone()) {
      making = null;
      latest = underWay;
      Made result = result(task);
      rested = System.nanoTime() + Math.min(LONGEST_REST, REST * result.nanos);
      made = Optional.of(result.showing);
    }
    if (making == null && isWanted()) {
      underWay = wanted();
      FutureTask<Made> next = new FutureTask<>(make(underWay));
      making = next;
      Thread.ofPlatform().daemon().name("analysis").start(next);
    }
    return made;
  }

  private boolean isWanted() {
    boolean growing = recording.snapshot().growing();
    Wanted now = wanted();
    boolean rests = growing && latest.isGrown(now) && System.nanoTime() - rested < 0;
    return !rests && !latest.equals(now);
  }

  private Wanted wanted() {
    return new Wanted(recording.revision(), focus, Set.copyOf(opened), language);
  }

  private Callable<Made> make(Wanted of) {
    return () -> {
      long begun = System.nanoTime();
      Showing showing = showing(of, _ -> true);
      return new Made(showing, System.nanoTime() - begun);
    };
  }

  private Showing showing(Wanted of, DoublePredicate goOn) {
    int only = of.focus();
    Analysis analysis =
        analysis(of.revision(), share -> goOn.test(share * ANALYSIS)).in(of.language());
    Timeline all =
        TimelineBuilder.build(
            analysis, of.opened()::contains, share -> goOn.test(ANALYSIS + share * (1 - ANALYSIS)));
    Timeline shown =
        only >= 0 && only < analysis.connections().size()
            ? TimelineBuilder.build(analysis, only, of.opened()::contains)
            : all;
    return new Showing(title, analysis, all, shown, only);
  }

  /** Made once a revision, however often it is then looked at in another way. */
  private Analysis analysis(long revision, DoublePredicate goOn) {
    Meant known = meant;
    if (known == null || known.revision != revision) {
      Trace trace = recording.snapshot();
      Trace apart = MergedCapture.apart(trace);
      Analyzer by = apart.equals(trace) ? analyzer : new Analyzer(Analyzer.Points.SEPARATE);
      int rows = Math.max(1, trace.size());
      known = new Meant(revision, by.advance(apart, row -> goOn.test((double) row / rows)));
      meant = known;
    }
    return known.analysis;
  }

  private static Made result(FutureTask<Made> task) {
    return switch (task.state()) {
      case SUCCESS -> task.resultNow();
      case FAILED -> throw new IllegalStateException("the analysis failed", task.exceptionNow());
      case RUNNING, CANCELLED -> throw new IllegalStateException("the analysis is " + task.state());
    };
  }
}
