package wireflight.lab;

import wireflight.language.Language;
import wireflight.language.Saying;

/** A call that the lab does not make; the message is one sentence on why, without its place. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Saying saying;

  /** Why, by the key of this package's text. */
  Refused(String key, Object... places) {
    this(Saying.of(Refused.class, key, places));
  }

  /** Why. */
  Refused(Saying saying) {
    super(saying.in(Language.ENGLISH));
    this.saying = saying;
  }

  /** Why, in every language. */
  Saying saying() {
    return saying;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
