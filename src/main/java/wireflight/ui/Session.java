package wireflight.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analyzer;
import wireflight.drawing.Palette;
import wireflight.lab.Lesson;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/**
 * What a person does with the window: the recording on show, the playhead, and the work under way.
 *
 * <p>Views call its methods and are handed a {@link Shown} after every change; they never talk to
 * each other. Everything from other threads is fetched in {@link #beat}. For the JavaFX thread
 * only.
 */
final class Session {
  /** The factors that a person can choose from. */
  static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  private static final Timeline NO_STEPS =
      TimelineBuilder.build(Analyzer.analyze(Recording.follow("").snapshot()));

  private final Texts texts;
  private final Runner runner;
  private final Dialogs dialogs;
  private final RecordingFiles files;
  private final LongSupplier clock;
  private final Supplier<Palette> palette;
  private final Consumer<Shown> views;
  private final Pulse pulse = new Pulse(this::beat);
  private final Player player = new Player();
  private @Nullable Source source;
  private @Nullable Showing showing;
  private @Nullable Work work;
  private @Nullable Work ending;
  private Runner.@Nullable Run run;
  private @Nullable Lesson lesson;
  private @Nullable Lesson ran;
  private @Nullable Notice notice;
  private int selected = -1;
  private boolean starting;
  private long lastBeat;

  /**
   * A session in which nothing is open.
   *
   * @param clock nanoseconds from any start
   * @param views take what is to be shown
   */
  Session(
      Texts texts,
      Runner runner,
      Dialogs dialogs,
      RecordingFiles files,
      LongSupplier clock,
      Supplier<Palette> palette,
      Consumer<Shown> views) {
    this.texts = texts;
    this.runner = runner;
    this.dialogs = dialogs;
    this.files = files;
    this.clock = clock;
    this.palette = palette;
    this.views = views;
  }

  // ---- the lessons

  /** Chooses what {@link #run} runs. */
  void choose(Lesson chosen) {
    lesson = chosen;
    show();
  }

  /** Runs the chosen lesson from its start; ends the one that runs, if there is one. */
  void run() {
    Lesson chosen = lesson;
    if (run != null) {
      run.stop();
    } else if (chosen != null && work == null) {
      notice = null;
      ending = null;
      starting = true;
      replace(null);
      begin(
          texts.get("work.starting", chosen.title()),
          self -> {
            Runner.Run begun = runner.start(chosen);
            if (self.isCancelled()) {
              begun.stop();
            }
            return () -> began(chosen, begun);
          },
          failure -> {
            starting = false;
            couldNotRun(chosen, "problem.start", sentence(failure));
          });
    }
  }

  private void began(Lesson chosen, Runner.Run begun) {
    run = begun;
    ran = chosen;
    starting = false;
    Recording recording = Recording.follow(chosen.title());
    replace(new Source(chosen.title(), recording));
    player.restart(0, true);
    player.play();
    Thread.ofPlatform()
        .daemon()
        .name("recording")
        .start(() -> recording.readFrom(begun.recording()));
  }

  /** The recording of the run has ended: asks why, without keeping the next run waiting. */
  private void ended(Runner.Run over) {
    run = null;
    Lesson tried = ran;
    ending =
        Work.start(
            "",
            _ -> {
              String why = over.ending();
              return () -> {
                if (!why.isEmpty() && tried != null) {
                  couldNotRun(tried, "problem.run", why);
                }
              };
            },
            failure ->
                notice =
                    new Notice(
                        Notice.Kind.ERROR, texts.get("problem.unexpected", sentence(failure))));
  }

  /** Says why a lesson could not be run; where nothing came of it, its shipped recording plays. */
  private void couldNotRun(Lesson tried, String problem, String why) {
    boolean arrived = source != null && source.recording().snapshot().size() > 0;
    Optional<Recording> shipped = arrived ? Optional.empty() : ShippedRecordings.of(tried);
    notice =
        new Notice(
            Notice.Kind.ERROR,
            texts.get(shipped.isPresent() ? "problem.recordedInstead" : problem, why));
    shipped.ifPresent(
        recording -> {
          replace(new Source(texts.get("lesson.recorded", tried.title()), recording));
          player.restart(0, false);
        });
  }

  // ---- files

  /** Asks for a file and opens it. */
  void open() {
    dialogs.open().ifPresent(this::open);
  }

  /** Opens a recording or capture; what was on show stays if it cannot be read at all. */
  void open(Path file) {
    abandonWork();
    notice = null;
    begin(
        texts.get("work.opening", name(file)),
        self -> {
          Recording recording = files.read(file, self);
          return () -> opened(file, recording);
        },
        failure ->
            notice = new Notice(Notice.Kind.ERROR, texts.get("problem.open", sentence(failure))));
  }

  private void opened(Path file, Recording recording) {
    Optional<Notice> trouble = files.trouble(file, recording.snapshot());
    notice = trouble.orElse(null);
    if (recording.snapshot().size() > 0) {
      stopRun();
      lesson = null;
      replace(new Source(name(file), recording));
      player.restart(0, false);
    }
  }

  /** Asks for a place and saves the recording there. */
  void save() {
    Source saved = source;
    if (saved != null) {
      dialogs.save(files.suggestion(saved.title(), "pcapng")).ifPresent(to -> save(saved, to));
    }
  }

  private void save(Source saved, Path to) {
    write(
        texts.get("work.saving", name(to)),
        to,
        texts.get("done.saved", to),
        () -> saved.recording().saveTo(to));
  }

  /** Asks for a place and writes the whole diagram there. */
  void export(ExportFormat format) {
    Showing exported = showing;
    if (exported != null) {
      dialogs
          .save(files.suggestion(exported.title(), format.ending()))
          .ifPresent(
              to -> {
                Palette colors = palette.get();
                write(
                    texts.get("work.exporting", name(to)),
                    to,
                    texts.get("done.exported", to),
                    () -> files.export(exported, colors, format, to));
              });
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void write(String title, Path to, String done, Writing writing) {
    begin(
        title,
        _ -> {
          writing.write();
          return () -> notice = new Notice(Notice.Kind.DONE, done);
        },
        failure ->
            notice =
                new Notice(Notice.Kind.ERROR, texts.get("problem.save", to, sentence(failure))));
  }

  // ---- the playhead

  /** Plays, or stops playing. */
  void playOrPause() {
    if (player.playing()) {
      player.pause();
    } else {
      player.play();
    }
    show();
  }

  /** Flies through the next step. */
  void forward() {
    player.forward();
    show();
  }

  /** Takes back a step. */
  void back() {
    player.back();
    show();
  }

  void toStart() {
    seek(0);
  }

  void toEnd() {
    seek(timeline().steps());
  }

  /** Shows so many steps. */
  void seek(int step) {
    player.seek(step);
    show();
  }

  /** Plays this many times as fast. */
  void speed(double factor) {
    if (factor != player.speed()) {
      player.speed(factor);
      show();
    }
  }

  // ---- what is looked at

  /** Narrows the views to a connection; -1 widens them again. */
  void focus(int connection) {
    Source narrowed = source;
    if (narrowed != null) {
      narrowed.focus(narrowed.focus() == connection ? -1 : connection);
      show();
    }
  }

  /** Shows the header of a packet; -1 goes back to that of the current step. */
  void select(int row) {
    selected = row;
    show();
  }

  /** Lets go of what was selected and narrowed, one after the other, and of the message. */
  void release() {
    if (notice != null) {
      dismiss();
    } else if (selected >= 0) {
      select(-1);
    } else {
      focus(-1);
    }
  }

  /** Takes the message away. */
  void dismiss() {
    notice = null;
    show();
  }

  /** Stops the work under way. */
  void cancelWork() {
    if (work != null) {
      abandonWork();
      show();
    }
  }

  private void abandonWork() {
    if (work != null) {
      work.cancel();
      work = null;
      starting = false;
    }
  }

  /** Ends everything; the session is not used again. */
  void close() {
    cancelWork();
    stopRun();
    pulse.stop();
    runner.close();
  }

  // ---- the pulse

  /** Whether the window waits for something; otherwise nothing is done until a person acts. */
  boolean busy() {
    return pulse.beating();
  }

  /**
   * Looks what has arrived, moves the playhead, and shows what has changed.
   *
   * @return whether another beat is needed
   */
  boolean beat() {
    long now = clock.getAsLong();
    long passed = now - lastBeat;
    lastBeat = now;
    boolean changed = finishWork();
    changed |= takeNews();
    if (player.moving()) {
      player.advance(passed, timeline());
      changed = true;
    }
    if (changed || work != null) {
      views.accept(shown());
    }
    return waiting();
  }

  private boolean waiting() {
    Source current = source;
    return work != null
        || ending != null
        || player.moving()
        || (current != null && current.pending());
  }

  private boolean finishWork() {
    boolean finished = false;
    Work asked = ending;
    if (asked != null && asked.isDone()) {
      ending = null;
      asked.finish();
      finished = true;
    }
    Work done = work;
    if (done != null && done.isDone()) {
      work = null;
      done.finish();
      finished = true;
    }
    return finished;
  }

  private boolean takeNews() {
    Source current = source;
    Optional<Showing> news = current == null ? Optional.empty() : current.poll();
    news.ifPresent(this::take);
    Runner.Run over = run;
    if (over != null && current != null && !current.pending()) {
      ended(over);
      return true;
    }
    return news.isPresent();
  }

  private void take(Showing news) {
    Showing before = showing;
    showing = news;
    boolean live = news.trace().growing();
    if (before != null && before.focus() != news.focus()) {
      int row = row(before.timeline(), player.position());
      player.grow(news.timeline().steps(), live);
      player.seek(Steps.shownBy(news.timeline(), row));
    } else {
      player.grow(news.timeline().steps(), live);
    }
  }

  private void begin(String title, Work.Body body, Consumer<Throwable> failed) {
    work = Work.start(title, body, failed);
    show();
  }

  private void replace(@Nullable Source by) {
    source = by;
    showing = null;
    selected = -1;
    player.restart(0, false);
  }

  private void stopRun() {
    if (run != null) {
      run.stop();
      run = null;
    }
  }

  /** Shows everything as it now is, and beats on if something is awaited. */
  void show() {
    views.accept(shown());
    if (waiting()) {
      if (!pulse.beating()) {
        lastBeat = clock.getAsLong();
      }
      pulse.wake();
    }
  }

  /** Everything as it now is. */
  Shown shown() {
    Timeline timeline = timeline();
    Source current = source;
    return new Shown(
        showing,
        timeline,
        player.position(),
        row(timeline, player.position()),
        player.playing(),
        run != null,
        player.speed(),
        current == null ? -1 : current.focus(),
        selected,
        lesson,
        starting,
        notice,
        work,
        palette.get());
  }

  private Timeline timeline() {
    Showing current = showing;
    return current == null ? NO_STEPS : current.timeline();
  }

  private static int row(Timeline timeline, double position) {
    int whole = Math.min((int) Math.floor(position), timeline.steps());
    return whole == 0 ? -1 : timeline.rowOf(whole);
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message;
  }
}
