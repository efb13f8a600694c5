package wireflight.language;

/** Something gone wrong that can be told in every language that the program speaks. */
public interface Spoken {
  /** What went wrong, and what to do about it, as a sentence for the window. */
  String in(Language language);
}
