package wireflight.lab;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/** The words of one line of a lesson, and the errors that point at them. */
final class LineWords {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(\\p{L}*)");

  private final String file;
  private final int line;
  private final List<Word> words;

  LineWords(String file, int line, String text) throws LessonError {
    this.file = file;
    this.line = line;
    try {
      words = Words.of(text);
    } catch (IllegalArgumentException e) {
      throw new LessonError(file, line, 0, String.valueOf(e.getMessage()));
    }
  }

  int count() {
    return words.size();
  }

  /** Whether there is such a word, unquoted, at an index from 0. */
  boolean is(int index, String word) {
    return index < words.size() && words.get(index).is(word);
  }

  /** The word at an index from 0, or an error that says what should stand there, by its key. */
  Word word(int index, String expected) throws LessonError {
    return word(index, Saying.of(LineWords.class, expected));
  }

  /** The same. */
  Word word(int index, Saying expected) throws LessonError {
    if (index >= words.size()) {
      throw error(index + 1, "missing", expected);
    }
    return words.get(index);
  }

  /** The text of the word at an index, which must exist. */
  String text(int index) {
    return words.get(index).text();
  }

  /** Refuses what follows the first so many words. */
  void last(int count) throws LessonError {
    if (words.size() > count) {
      throw error(count + 1, "tooMuch", words.get(count).text());
    }
  }

  /** An error that points at a word, counted from 1, or at the whole line with 0; by its key. */
  LessonError error(int word, String key, Object... places) {
    return error(word, Saying.of(LineWords.class, key, places));
  }

  /** The same of an error that has more to say. */
  LessonError error(int word, Saying wrong) {
    return new LessonError(file, line, word, wrong);
  }

  /** An error that is told in English only: it is about what Java read. */
  LessonError said(int word, String problem) {
    return new LessonError(file, line, word, problem);
  }

  /** The number at an index, perhaps with a unit of bytes; nothing may follow it. */
  int number(int index, int most) throws LessonError {
    Quantity quantity = quantity(index, "expected.number");
    int bytes = bytes(quantity, index, most);
    last(quantity.next);
    return bytes;
  }

  /** What a quantity at an index means in bytes, at most so many. */
  int bytes(Quantity quantity, int index, int most) throws LessonError {
    long factor =
        switch (quantity.unit) {
          case "", "b", "byte", "bytes" -> 1;
          case "kb" -> 1000;
          case "kib" -> 1024;
          case "mb" -> 1_000_000;
          case "mib" -> 1024 * 1024;
          default -> throw error(index + 1, "noUnit", quantity.unit, most);
        };
    if (quantity.number * factor > most) {
      throw error(index + 1, "atMost", most, quantity.number * factor);
    }
    return (int) (quantity.number * factor);
  }

  /** A number, its unit in lower case or empty, and the index after it. */
  record Quantity(long number, String unit, int next) {}

  /** The number at an index with the unit that is joined to it or follows it. */
  Quantity quantity(int index, String expected) throws LessonError {
    Word word = word(index, expected);
    Matcher matcher = NUMBER.matcher(word.text());
    if (word.quoted() || !matcher.matches()) {
      throw error(index + 1, "notQuantity", word.text(), Saying.of(LineWords.class, expected));
    }
    String unit = matcher.group(2);
    int next = index + 1;
    if (unit.isEmpty() && next < words.size() && !is(next, "then")) {
      unit = words.get(next++).text();
    }
    return new Quantity(Long.parseLong(matcher.group(1)), unit.toLowerCase(Locale.ROOT), next);
  }
}
