package wireflight.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * What stands in the places of a text that this was filled to, by the places' numbers; empty
   * where it cannot have been, or where there is nothing but places to know it by.
   */
  Optional<Map<Integer, String>> places(String text) {
    if (words.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    StringBuilder pattern = new StringBuilder(Pattern.quote(words.getFirst()));
    for (String word : words.subList(1, words.size())) {
      pattern.append("(.*?)").append(Pattern.quote(word));
    }
    Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<Integer, String> found = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      found.put(places.get(i), matcher.group(i + 1));
    }
    return Optional.of(found);
  }

  /** How many letters it says itself. */
  int letters() {
    return words.stream().mapToInt(word -> word.replaceAll("\\P{L}", "").length()).sum();
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
