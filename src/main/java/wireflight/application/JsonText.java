package wireflight.application;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a JSON object, as far as its text goes (RFC 8259): only what is needed to
 * recognise a GraphQL request. Goes over the text once, holds no nesting, and stops at what it does
 * not understand.
 */
final class JsonText {
  private static final int MOST_MEMBERS = 64;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * The members of the outermost object, or of the first one in an outermost array: strings as
   * their values, everything else as an empty text.
   */
  static Map<String, String> members(String text) {
    return new JsonText(text).members();
  }

  private Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    if (next() == '[') {
      at++;
    }
    if (next() != '{') {
      return members;
    }
    at++;
    while (members.size() < MOST_MEMBERS && next() == '"') {
      String name = string();
      if (next() != ':') {
        return members;
      }
      at++;
      members.put(name, next() == '"' ? string() : skipped());
      if (next() != ',') {
        return members;
      }
      at++;
    }
    return members;
  }

  /** The next character that is no white space; 0 at the end. */
  private char next() {
    while (at < text.length() && " \t\r\n\ufeff".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Reads a string, up to where the text ends if it has no end. */
  private String string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        value.append(unescaped(text.charAt(at++)));
      } else {
        value.append(c);
      }
    }
    at++;
    return value.toString();
  }

  private String unescaped(char c) {
    return switch (c) {
      case 'n', 'r' -> "\n";
      case 't', 'b', 'f' -> " ";
      case 'u' -> {
        at = Math.min(text.length(), at + 4);
        yield "?";
      }
      default -> Character.toString(c);
    };
  }

  /** Passes over a value that is no string. */
  private String skipped() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        string();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        return "";
      }
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      at++;
    }
    return "";
  }
}
