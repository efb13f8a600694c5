package wireflight.ui;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Spoken;

/**
 * The work under way, at most one, and what a person should know of how it ended.
 *
 * <p>For the JavaFX thread only.
 */
final class Tasks {
  private final Runnable changed;
  private @Nullable Work work;
  private @Nullable Notice notice;

  /** What to say if the work is cancelled: of it, only what was shown early remains. */
  private @Nullable Notice left;

  /** No work, nothing to say. */
  Tasks(Runnable changed) {
    this.changed = changed;
  }

  /**
   * Starts something, under a title for people; only while nothing else is under way.
   *
   * @param failed is told on the window's thread what went wrong
   */
  Work begin(String title, Work.Body body, Consumer<Throwable> failed) {
    Work begun = Work.start(title, body, failed);
    work = begun;
    left = null;
    changed.run();
    return begun;
  }

  /** What is being done; null for nothing. */
  @Nullable Work work() {
    return work;
  }

  /** Stops the work under way and shows it. */
  void cancel() {
    if (work != null) {
      Notice remains = left;
      abandon();
      if (remains != null) {
        tell(remains);
      }
      changed.run();
    }
  }

  /** Stops the work under way. */
  void abandon() {
    if (work != null) {
      work.cancel();
      work = null;
      left = null;
    }
  }

  /**
   * Hands over the result of work that has ended, or shows what there is of it before; says whether
   * there was something.
   */
  boolean finish() {
    Work current = work;
    if (current == null) {
      return false;
    }
    Work.Offer early = current.offered();
    if (current.isDone()) {
      work = null;
      left = null;
      current.finish();
      return true;
    }
    if (early != null) {
      left = early.left();
      early.show().run();
    }
    return early != null;
  }

  /** What a person should know; null for nothing. */
  @Nullable Notice notice() {
    return notice;
  }

  /** Says something with the next picture; null takes back what was said. */
  void tell(@Nullable Notice said) {
    notice = said;
  }

  /** Says something at once. */
  void show(Notice said) {
    tell(said);
    changed.run();
  }

  /** Takes the message away and shows it. */
  void dismiss() {
    notice = null;
    changed.run();
  }

  /** What went wrong, for a person who reads a language. */
  static String sentence(Throwable failure, Language language) {
    if (failure instanceof Spoken spoken) {
      return spoken.in(language);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : Texts.put(message, language);
  }
}
