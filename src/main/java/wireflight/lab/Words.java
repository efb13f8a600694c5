package wireflight.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wireflight.language.Saying;

/**
 * A line of a lesson cut into words. A word in quotation marks may contain spaces and the escapes
 * of C; {@code =} is a word of its own; a word that starts with {@code #} starts a remark.
 */
final class Words {
  /**
   * One word.
   *
   * @param text without quotation marks, escapes resolved
   * @param quoted whether it stood in quotation marks
   */
  record Word(String text, boolean quoted) {
    boolean is(String other) {
      return !quoted && text.equalsIgnoreCase(other);
    }
  }

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Words(String line) {
    this.line = line;
  }

  /**
   * Cuts a line.
   *
   * @throws IllegalArgumentException with a sentence, where quotation marks or an escape are wrong
   */
  static List<Word> of(String line) {
    Words cutter = new Words(line);
    cutter.cut();
    return List.copyOf(cutter.words);
  }

  private void cut() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#') {
        return;
      } else if (c == '=') {
        words.add(new Word("=", false));
        at++;
      } else if (isQuote(c)) {
        at++;
        words.add(new Word(quoted(), true));
      } else {
        words.add(new Word(plain(), false));
      }
    }
  }

  // Word processors turn straight quotation marks into curly ones.
  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }

  private String plain() {
    int start = at;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c) || c == '=' || isQuote(c)) {
        break;
      }
      at++;
    }
    return line.substring(start, at);
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (isQuote(c)) {
        return text.toString();
      }
      text.append(c == '\\' ? escape() : c);
    }
    throw new IllegalArgumentException(Saying.english(Words.class, "unclosed"));
  }

  private char escape() {
    if (at == line.length()) {
      throw new IllegalArgumentException(Saying.english(Words.class, "unclosed"));
    }
    char c = line.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> '\0';
      case '"', '\\' -> c;
      default -> throw new IllegalArgumentException(Saying.english(Words.class, "escape", c));
    };
  }

  /** Bytes as they would stand in a C string, the first {@code most} of them. */
  static String quote(byte[] bytes, int most) {
    StringBuilder text = new StringBuilder();
    String latin = new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      text.append(
          switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < ' ' || c > '~' ? String.format("\\%03o", (int) c) : String.valueOf(c);
          });
    }
    return text + (bytes.length > most ? "..." : "");
  }
}
