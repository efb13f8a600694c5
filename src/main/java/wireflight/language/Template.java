package wireflight.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pattern of {@link java.text.MessageFormat} whose places only name an argument, cut up once:
 * what is said of every packet is filled in often. Immutable.
 */
final class Template {
  /** What stands before each place, and after the last. */
  private final List<String> words;

  private final List<Integer> places;

  private Template(List<String> words, List<Integer> places) {
    this.words = List.copyOf(words);
    this.places = List.copyOf(places);
  }

  /** Cuts up a pattern; empty where a place has a format, or an apostrophe quotes something. */
  static Optional<Template> of(String pattern) {
    List<String> words = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.startsWith("''", at)) {
        word.append('\'');
        at += 2;
      } else if (pattern.charAt(at) == '\'') {
        return Optional.empty();
      } else if (pattern.charAt(at) == '{') {
        boolean plain = pattern.indexOf('}', at) == at + 2;
        int place = plain ? Character.digit(pattern.charAt(at + 1), 10) : -1;
        if (place < 0) {
          return Optional.empty();
        }
        words.add(word.toString());
        word.setLength(0);
        places.add(place);
        at += 3;
      } else {
        word.append(pattern.charAt(at++));
      }
    }
    words.add(word.toString());
    return Optional.of(new Template(words, places));
  }

  /** The text with its places filled; a place without an argument stays as it is written. */
  String fill(Object[] arguments, Function<Object, String> written) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      text.append(words.get(i));
      text.append(place < arguments.length ? written.apply(arguments[place]) : "{" + place + "}");
    }
    return text.append(words.getLast()).toString();
  }
}
