package wireflight.ui;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import wireflight.drawing.Palette;

/**
 * What a person does with the window, by idea: {@link Runs}, the calls made {@link ByHand}, {@link
 * FileActions}, the {@link Playhead}, what is {@link OnShow} and the {@link Tasks} under way; and
 * the beat that keeps them together.
 *
 * <p>Views call methods of these and are handed a {@link Shown} after every change; they never talk
 * to each other. Everything from other threads is fetched in {@link #beat}. For the JavaFX thread
 * only.
 */
final class Session {
  private final LongSupplier clock;
  private final Supplier<Palette> palette;
  private final Consumer<Shown> views;
  private final Pulse pulse = new Pulse(this::beat);
  private final Tasks tasks = new Tasks(this::show);
  private final Playhead playhead = new Playhead(this::show);
  private final OnShow onShow = new OnShow(playhead, this::show);
  private final Runs runs;
  private final FileActions files;
  private final ByHand hands;
  private final Predictor predictor;
  private final Presentation presentation = new Presentation(playhead, this::show);
  private final Search search = new Search(onShow, playhead, this::show);
  private final Copies copies;
  private final HeldPackets held;
  private final Wiring wiring;
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
      RecordingFiles recordings,
      LongSupplier clock,
      Supplier<Palette> palette,
      Settings settings,
      Consumer<Shown> views) {
    this.clock = clock;
    this.palette = palette;
    this.views = views;
    runs = new Runs(texts, runner, onShow, playhead, tasks, this::show);
    files =
        new FileActions(
            texts, dialogs, recordings, onShow, playhead, runs, tasks, this::shown, settings);
    copies = new Copies(texts, recordings, onShow, playhead, tasks, this::shown);
    predictor = new Predictor(onShow::showing, playhead, settings, this::show);
    held = new HeldPackets(runs);
    hands = new ByHand(texts, runs, onShow, this::show);
    wiring = new Wiring(runs, hands);
  }

  Runs runs() {
    return runs;
  }

  FileActions files() {
    return files;
  }

  Predictor predictor() {
    return predictor;
  }

  ByHand hands() {
    return hands;
  }

  Presentation presentation() {
    return presentation;
  }

  Search search() {
    return search;
  }

  Copies copies() {
    return copies;
  }

  HeldPackets held() {
    return held;
  }

  Wiring wiring() {
    return wiring;
  }

  Playhead playhead() {
    return playhead;
  }

  OnShow onShow() {
    return onShow;
  }

  Tasks tasks() {
    return tasks;
  }

  /**
   * Leaves what was opened last, then lets go of the message, of what was selected, played again
   * and narrowed, one after the other.
   */
  void release() {
    if (presentation.leave() || search.found() != null && search.close()) {
      return;
    }
    if (tasks.notice() != null) {
      tasks.dismiss();
    } else if (onShow.selected() >= 0) {
      onShow.select(-1);
    } else if (playhead.loop() != null) {
      playhead.loopNothing();
    } else {
      onShow.focus(-1);
    }
  }

  /** Ends everything; the session is not used again. */
  void close() {
    tasks.cancel();
    pulse.stop();
    runs.close();
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
    boolean changed = tasks.finish();
    changed |= onShow.takeNews();
    changed |= runs.beat();
    changed |= hands.beat();
    changed |= search.beat();
    if (playhead.moving()) {
      playhead.advance(passed);
      changed = true;
    }
    if (changed || tasks.work() != null) {
      views.accept(shown());
    }
    return waiting();
  }

  private boolean waiting() {
    return tasks.work() != null
        || search.waiting()
        || runs.waiting()
        || playhead.moving()
        || onShow.pending();
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
    return new Shown(
        onShow.showing(),
        onShow.view(),
        playhead.timeline(),
        playhead.position(),
        playhead.row(),
        playhead.playing(),
        runs.live(),
        playhead.speed(),
        onShow.focus(),
        onShow.filter(),
        onShow.selected(),
        runs.lesson(),
        runs.starting(),
        hands.view(),
        predictor.view(),
        presentation.look(),
        search.found(),
        playhead.stride(),
        playhead.loop(),
        tasks.notice(),
        tasks.work(),
        palette.get());
  }
}
