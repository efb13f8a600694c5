package wireflight.export;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/** What pages of every view ask of the steps of a timeline. */
final class Steps {
  /** More slides than this nobody shows, and slide programs take minutes to open. */
  private static final int MOST_SLIDES = 1000;

  private Steps() {}

  /** The steps of a range that bring something to see; all of it if there is none. */
  static int[] shown(Timeline timeline, Range range) {
    int[] steps =
        IntStream.rangeClosed(range.from(), range.to())
            .filter(step -> timeline.kindOf(step) != StepKind.NARRATION)
            .toArray();
    return steps.length == 0 ? new int[] {range.to()} : steps;
  }

  /** What to say at a step: the narration in force, if the range has it, and the sentence. */
  static String notes(Timeline timeline, int step, Range range) {
    int spoken = step;
    while (spoken > range.from() && timeline.kindOf(spoken) != StepKind.NARRATION) {
      spoken--;
    }
    boolean narrated = spoken > 0 && spoken < step && timeline.kindOf(spoken) == StepKind.NARRATION;
    return narrated
        ? timeline.sentence(spoken) + "\n" + timeline.sentence(step)
        : timeline.sentence(step);
  }

  /** What to say at all the steps of a range. */
  static String notes(Timeline timeline, Range range) {
    StringBuilder notes = new StringBuilder();
    for (int step = range.from(); step <= range.to(); step++) {
      notes.append(notes.isEmpty() ? "" : "\n").append(timeline.sentence(step));
    }
    return notes.toString();
  }

  /**
   * Fails if a deck would have too many slides.
   *
   * @throws PictureTooLargeException says what to do
   */
  static void check(int slides) throws PictureTooLargeException {
    if (slides > MOST_SLIDES) {
      throw new PictureTooLargeException(
          "The deck would have "
              + slides
              + " slides; choose steps that need at most "
              + MOST_SLIDES
              + " with --from and --to, or one connection with --connection.",
          "tooLarge.deck",
          slides,
          MOST_SLIDES);
    }
  }

  /** A list whose elements are made each time they are asked for, and not kept. */
  static <T> List<T> lazily(int size, IntFunction<T> elements) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return elements.apply(Objects.checkIndex(index, size));
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
