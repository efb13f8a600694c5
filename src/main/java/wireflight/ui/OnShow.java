package wireflight.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.View;
import wireflight.language.Language;

/**
 * The recording on show, and what of it a person looks at: which view, which connection, which
 * packet.
 *
 * <p>For the JavaFX thread only.
 */
final class OnShow {
  private final Playhead playhead;
  private final Runnable changed;
  private @Nullable Source source;
  private @Nullable Showing showing;
  private View view = View.LADDER;
  private int selected = -1;
  private ConnectionFilter filter = ConnectionFilter.ALL;
  private Language language = Language.ENGLISH;

  /** Nothing on show. */
  OnShow(Playhead playhead, Runnable changed) {
    this.playhead = playhead;
    this.changed = changed;
  }

  /** Takes another recording in place of what was on show, or none. */
  void replace(@Nullable Source by) {
    if (by != null) {
      by.speak(language);
    }
    source = by;
    showing = null;
    selected = -1;
    filter = ConnectionFilter.ALL;
    playhead.restart();
  }

  /**
   * Takes the whole of a recording in place of its beginning, which is on show: what a person looks
   * at stays.
   */
  void complete(Source whole) {
    Source beginning = source;
    whole.speak(language);
    if (beginning != null) {
      whole.lookAs(beginning);
    }
    source = whole;
  }

  /** Tells of every recording in this language from now on. */
  void speak(Language other) {
    language = other;
    if (source != null) {
      source.speak(other);
    }
  }

  @Nullable Source source() {
    return source;
  }

  /** What the recording means, as far as it is known; null while nothing is. */
  @Nullable Showing showing() {
    return showing;
  }

  /** Whether something may still come of the recording. */
  boolean pending() {
    return source != null && source.pending();
  }

  /** Whether any row of the recording has arrived. */
  boolean arrived() {
    return source != null && source.recording().snapshot().size() > 0;
  }

  /** Takes what has become known of the recording; says whether there was something. */
  boolean takeNews() {
    Source current = source;
    Optional<Showing> news = current == null ? Optional.empty() : current.poll();
    news.ifPresent(
        now -> {
          playhead.take(showing, now);
          showing = now;
        });
    return news.isPresent();
  }

  // ---- what is looked at

  View view() {
    return view;
  }

  /** Looks at the recording in another way. */
  void view(View chosen) {
    view = chosen;
    changed.run();
  }

  /** Index of the connection that the views are narrowed to; -1 for all. */
  int focus() {
    return source == null ? -1 : source.focus();
  }

  /** Narrows the views to a connection; -1, or the same one again, widens them. */
  void focus(int connection) {
    Source narrowed = source;
    if (narrowed != null) {
      narrowed.focus(narrowed.focus() == connection ? -1 : connection);
      changed.run();
    }
  }

  /** Which connections the panels and the list are of. */
  ConnectionFilter filter() {
    return filter;
  }

  /** Shows panels of these connections only. */
  void filter(ConnectionFilter chosen) {
    if (!chosen.equals(filter)) {
      filter = chosen;
      changed.run();
    }
  }

  /** Opens a datagram that was cut up into its pieces, or closes it, by its first piece's row. */
  void openOrClose(int row) {
    Source cut = source;
    if (cut != null) {
      cut.openOrClose(row);
      changed.run();
    }
  }

  /** The packet whose header is shown; -1 for that of the step. */
  int selected() {
    return selected;
  }

  /** Shows the header of a packet; -1 goes back to that of the current step. */
  void select(int row) {
    selected = row;
    changed.run();
  }
}
