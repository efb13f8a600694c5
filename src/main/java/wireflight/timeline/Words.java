package wireflight.timeline;

import java.util.Locale;
import java.util.Set;

/** Small pieces of sentences. */
public final class Words {
  private static final Set<String> ROLES =
      Set.of("client", "server", "peer", "sender", "receiver", "listener", "proxy");

  private Words() {}

  /** {@code 1 byte}, {@code 5 bytes}. */
  static String bytes(long count) {
    return count == 1 ? "1 byte" : grouped(count) + " bytes";
  }

  /** The same of a number in text; the text itself where it is no number. */
  static String bytes(String count) {
    return count.matches("\\d{1,18}") ? bytes(Long.parseLong(count)) : count;
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

  /** A lifeline's name within a sentence: {@code the client}, but {@code alice}. */
  static String the(String name) {
    String role = name.replaceFirst("[ \\d]+$", "");
    boolean numbered = role.length() < name.length();
    return ROLES.contains(role) && !numbered ? "the " + name : name;
  }

  /**
   * The sentence with its first letter raised, unless it begins with the name of a call or program.
   */
  static String sentence(String text) {
    return text.isEmpty() || text.matches("(?s)([a-z]+\\(|\\S+ fd \\d).*")
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What became of a packet that the lab lost on purpose, on its way to this end. */
  static String discarded(String to) {
    return "It is lost on purpose: after it was captured, the filter on the socket of "
        + to
        + " discards it.";
  }

  /** In double quotes, once. */
  static String quoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text
        : "\"" + text + "\"";
  }
}
