package wireflight.timeline;

import java.util.Locale;
import wireflight.language.Language;
import wireflight.language.Texts;

/** What a timeline says in its language, and the small pieces of it. Immutable. */
public final class Words {
  /** What stands in a recording between the bytes that a call received and their sender. */
  private static final String FROM = " from ";

  private final Texts texts;

  Words(Language language) {
    texts = language.texts(Words.class);
  }

  /** A text, its places filled as they are: what is a number is to be written out before. */
  String get(String key, Object... places) {
    return texts.get(key, places);
  }

  /** A text that is a sentence. */
  String say(String key, Object... places) {
    return sentence(texts.get(key, places));
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return texts.has(key);
  }

  /** {@code 1 byte}, {@code 5 bytes}. */
  String bytes(long count) {
    return count == 1 ? texts.get("bytes.one") : texts.get("bytes", grouped(count));
  }

  /** The same of what a call returned; an address after a number is that of the sender. */
  String bytes(String result) {
    if (result.matches("\\d{1,18}")) {
      return bytes(Long.parseLong(result));
    }
    int from = result.indexOf(FROM);
    return from < 0
        ? result
        : texts.get(
            "bytes.from", result.substring(0, from), result.substring(from + FROM.length()));
  }

  /** A span of time. */
  String time(long nanos) {
    return Durations.text(nanos, texts.locale());
  }

  /** A lifeline's name within a sentence: {@code the client}, but {@code alice}. */
  String the(String name) {
    String role = "role." + name;
    return texts.has(role) ? texts.get(role) : name;
  }

  /** A number whose thousands are set apart from five digits on, as the eye wants them. */
  public static String grouped(long number) {
    String digits = Long.toString(number);
    if (number < 10_000) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, '\u202f');
    }
    return text.toString();
  }

  /** A number that is a name rather than a size, as of a byte or a frame. */
  static String plain(long number) {
    return Long.toString(number);
  }

  /** A row as the number of its frame. */
  static String frame(int row) {
    return Integer.toString(row + 1);
  }

  /**
   * The sentence with its first letter raised, unless it begins with the name of a call or program.
   */
  static String sentence(String text) {
    return text.isEmpty() || text.matches("(?s)([a-z]+\\(|\\S+ fd \\d).*")
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** In double quotes, once. */
  static String quoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text
        : "\"" + text + "\"";
  }
}
