package wireflight.lab;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/** Reads the times, rates, shares and numbers of a line for the wire, word after word. */
final class WireWords {
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final long MOST_DELAY = TimeUnit.SECONDS.toNanos(10);
  private static final long MOST_RATE = 100_000_000_000L;

  private final LineWords words;
  private int at;

  /** Words of a line from one on. */
  WireWords(LineWords words, int at) {
    this.words = words;
    this.at = at;
  }

  /** The index of the word that comes. */
  int at() {
    return at;
  }

  boolean more() {
    return at < words.count();
  }

  boolean is(String word) {
    return words.is(at, word);
  }

  boolean isNumber() {
    return more() && NUMBER.matcher(words.text(at)).matches();
  }

  /** The word that comes, which stays. */
  Word word(String expected) throws LessonError {
    return words.word(at, expected);
  }

  /** The word that comes, which stays. */
  Word word(Saying expected) throws LessonError {
    return words.word(at, expected);
  }

  /** Goes past the word that comes. */
  void next() {
    at++;
  }

  /** Goes past a word where it comes; whether it came. */
  boolean skip(String word) {
    boolean found = is(word);
    at += found ? 1 : 0;
    return found;
  }

  /** Nothing may follow. */
  void last() throws LessonError {
    words.last(at);
  }

  /** What is wrong with the word that comes. */
  LessonError error(String key, Object... places) {
    return words.error(at + 1, key, places);
  }

  /** The same with the word that was probably meant. */
  LessonError hinted(String written, Collection<String> known, String key, Object... places) {
    return words.error(
        at + 1, Nearest.hinted(Saying.of(WireWords.class, key, places), written, known));
  }

  /** What is wrong with the word before it. */
  LessonError errorBefore(String key) {
    return words.error(at, key);
  }

  long time() throws LessonError {
    int place = at + 1;
    LineWords.Quantity quantity = words.quantity(at, "expected.time");
    at = quantity.next();
    TimeUnit unit =
        switch (quantity.unit()) {
          case "us" -> TimeUnit.MICROSECONDS;
          case "ms" -> TimeUnit.MILLISECONDS;
          case "s", "second", "seconds" -> TimeUnit.SECONDS;
          default -> throw words.error(place, "timeUnit");
        };
    long nanos = unit.toNanos(quantity.number());
    if (nanos > MOST_DELAY) {
      throw words.error(place, "mostDelay");
    }
    return nanos;
  }

  /** Bits a second; 0 for {@code unlimited}. */
  long rate() throws LessonError {
    int place = at + 1;
    if (skip("unlimited")) {
      return 0;
    }
    LineWords.Quantity quantity = words.quantity(at, "expected.rate");
    at = quantity.next();
    long factor =
        switch (quantity.unit().replace("/s", "")) {
          case "bit" -> 1;
          case "kbit" -> 1000;
          case "mbit" -> 1_000_000;
          case "gbit" -> 1_000_000_000;
          default -> throw words.error(place, "rateUnit");
        };
    long bits = quantity.number() * factor;
    if (bits < 1000 || bits > MOST_RATE) {
      throw words.error(place, "mostRate");
    }
    return bits;
  }

  int number(String expected, int least, int most) throws LessonError {
    String text = words.word(at, expected).text();
    if (!isNumber() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw error("numberFrom", least, most);
    }
    at++;
    return Integer.parseInt(text);
  }

  boolean isShare() {
    return more() && words.text(at).endsWith("%");
  }

  double share() throws LessonError {
    Matcher matcher = SHARE.matcher(words.word(at, "expected.share").text());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
      throw error("shareFrom");
    }
    at++;
    return Double.parseDouble(matcher.group(1)) / 100;
  }
}
