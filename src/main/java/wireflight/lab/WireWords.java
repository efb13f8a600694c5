package wireflight.lab;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;

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
  LessonError error(String what) {
    return words.error(at + 1, what);
  }

  /** What is wrong with the word before it. */
  LessonError errorBefore(String what) {
    return words.error(at, what);
  }

  long time() throws LessonError {
    int place = at + 1;
    LineWords.Quantity quantity = words.quantity(at, "a time such as 40ms");
    at = quantity.next();
    TimeUnit unit =
        switch (quantity.unit()) {
          case "us" -> TimeUnit.MICROSECONDS;
          case "ms" -> TimeUnit.MILLISECONDS;
          case "s", "second", "seconds" -> TimeUnit.SECONDS;
          default -> throw words.error(place, "a time ends in us, ms or s, such as 40ms");
        };
    long nanos = unit.toNanos(quantity.number());
    if (nanos > MOST_DELAY) {
      throw words.error(place, "the wire takes at most 10 s");
    }
    return nanos;
  }

  long rate() throws LessonError {
    int place = at + 1;
    LineWords.Quantity quantity = words.quantity(at, "a rate such as 1Mbit");
    at = quantity.next();
    long factor =
        switch (quantity.unit().replace("/s", "")) {
          case "bit" -> 1;
          case "kbit" -> 1000;
          case "mbit" -> 1_000_000;
          case "gbit" -> 1_000_000_000;
          default -> throw words.error(place, "a rate ends in kbit, Mbit or Gbit, such as 1Mbit");
        };
    long bits = quantity.number() * factor;
    if (bits < 1000 || bits > MOST_RATE) {
      throw words.error(place, "the rate is from 1kbit to 100Gbit");
    }
    return bits;
  }

  int number(String expected, int least, int most) throws LessonError {
    String text = words.word(at, expected).text();
    if (!isNumber() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw error("here belongs a number from " + least + " to " + most);
    }
    at++;
    return Integer.parseInt(text);
  }

  boolean isShare() {
    return more() && words.text(at).endsWith("%");
  }

  double share() throws LessonError {
    Matcher matcher = SHARE.matcher(words.word(at, "a share such as 10%").text());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
      throw error("here belongs a share from 0% to 100%");
    }
    at++;
    return Double.parseDouble(matcher.group(1)) / 100;
  }
}
