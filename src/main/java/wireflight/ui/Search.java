package wireflight.ui;

import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finding steps: what was typed, and which steps fit, looked up on another thread.
 *
 * <p>For the JavaFX thread only.
 */
final class Search {
  private static final int[] NONE = {};

  private final OnShow onShow;
  private final Playhead playhead;
  private final Runnable changed;
  private @Nullable String typed;
  private @Nullable FutureTask<int[]> looking;
  private @Nullable Showing searched;
  private int[] hits = NONE;

  /**
   * How far the search is.
   *
   * @param typed what is looked for
   * @param searching whether more may be found
   * @param count how many steps fit
   * @param current which of them the playhead is at, from 1; 0 for none
   */
  record Found(String typed, boolean searching, int count, int current) {}

  Search(OnShow onShow, Playhead playhead, Runnable changed) {
    this.onShow = onShow;
    this.playhead = playhead;
    this.changed = changed;
  }

  /** Opens the search, with what was typed before. */
  void open() {
    if (typed == null) {
      typed = "";
      changed.run();
    }
  }

  /** Closes it; says whether it was open. */
  boolean close() {
    boolean open = typed != null;
    typed = null;
    forget();
    changed.run();
    return open;
  }

  /** Looks for something else. */
  void look(String wanted) {
    if (!wanted.equals(typed)) {
      typed = wanted;
      forget();
      begin();
      changed.run();
    }
  }

  private void forget() {
    if (looking != null) {
      looking.cancel(true);
    }
    looking = null;
    searched = null;
    hits = NONE;
  }

  private void begin() {
    Showing showing = onShow.showing();
    Query query = new Query(typed == null ? "" : typed);
    if (showing == null || query.isEmpty()) {
      return;
    }
    searched = showing;
    FutureTask<int[]> task = new FutureTask<>(() -> find(showing, query));
    looking = task;
    Thread.ofPlatform().daemon().name("search").start(task);
  }

  private static int[] find(Showing showing, Query query) {
    return IntStream.rangeClosed(1, showing.timeline().steps())
        .takeWhile(_ -> !Thread.currentThread().isInterrupted())
        .filter(step -> query.fits(showing.analysis(), showing.timeline(), step))
        .toArray();
  }

  /** Takes what was found, and looks again where the recording has grown; says what is new. */
  boolean beat() {
    FutureTask<int[]> task = looking;
    if (task != null && task.isDone()) {
      looking = null;
      hits = task.resultNow();
      return true;
    }
    boolean stale = searched != null && !searched.equals(onShow.showing());
    if (task == null && stale) {
      begin();
    }
    return false;
  }

  /** Whether an answer is awaited. */
  boolean waiting() {
    return looking != null;
  }

  /** Goes to the next step that fits, round from the last to the first. */
  void next() {
    if (hits.length > 0) {
      int at = Arrays.binarySearch(hits, (int) Math.floor(playhead.position()) + 1);
      int index = at < 0 ? -at - 1 : at;
      playhead.seek(hits[index == hits.length ? 0 : index]);
    }
  }

  /** Goes to the one before, round from the first to the last. */
  void previous() {
    if (hits.length > 0) {
      int at = Arrays.binarySearch(hits, (int) Math.ceil(playhead.position()) - 1);
      int index = at < 0 ? -at - 2 : at;
      playhead.seek(hits[index < 0 ? hits.length - 1 : index]);
    }
  }

  /** How far it is; null while nobody searches. */
  @Nullable Found found() {
    if (typed == null) {
      return null;
    }
    int at = Arrays.binarySearch(hits, (int) Math.ceil(playhead.position() - 1e-9));
    return new Found(typed, looking != null, hits.length, at < 0 ? 0 : at + 1);
  }
}
