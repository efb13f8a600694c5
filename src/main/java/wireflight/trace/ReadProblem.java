package wireflight.trace;

import wireflight.language.Language;
import wireflight.language.Saying;

/**
 * Something in a file that could not be read.
 *
 * @param source the file's name, or what else the bytes came from
 * @param offset the byte offset at which the trouble starts
 * @param what one sentence for people: what is wrong there and what was kept
 */
public record ReadProblem(String source, long offset, Saying what) {
  /** The sentence of a key of this package's texts, with what stands in its places. */
  static Saying saying(String key, Object... places) {
    return Saying.of(ReadProblem.class, key, places);
  }

  /** What is wrong, in English. */
  public String message() {
    return what.in(Language.ENGLISH);
  }
}
