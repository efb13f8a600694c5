package wireflight.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that is not yet in any language: whose it is, its key, and what stands in its places. It
 * costs no text until somebody reads it. Immutable; any thread may read it.
 *
 * @param speaker any class of the package that has the text
 * @param key of the text
 * @param places texts, numbers, or sayings, which are said in the same language
 */
public record Saying(Class<?> speaker, String key, List<Object> places) {
  /** The places cannot be changed. */
  public Saying {
    places = List.copyOf(places);
  }

  /** A text with what stands in its places, of which numbers have no thousands set apart. */
  public static Saying of(Class<?> speaker, String key, Object... places) {
    return new Saying(speaker, key, List.of(places));
  }

  /** A text in English, for recordings, the command line and other processes. */
  public static String english(Class<?> speaker, String key, Object... places) {
    return of(speaker, key, places).in(Language.ENGLISH);
  }

  /** The text in a language. */
  public String in(Language language) {
    List<Object> said = new ArrayList<>();
    for (Object place : places) {
      said.add(place instanceof Saying saying ? saying.in(language) : place.toString());
    }
    return language.texts(speaker).get(key, said.toArray());
  }
}
