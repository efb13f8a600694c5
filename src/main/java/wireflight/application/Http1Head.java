package wireflight.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The start line and header fields of an HTTP/1.x message (RFC 9112).
 *
 * @param start the start line
 * @param fields the header fields in their order
 * @param problem what is wrong with the field lines; empty for sound ones
 */
record Http1Head(Start start, List<Field> fields, String problem) {
  /** A start line. */
  sealed interface Start {}

  /** The first line of a request. */
  record Request(String method, String target, String version) implements Start {}

  /** The first line of a response. */
  record Status(int code, String reason, String version) implements Start {}

  /** What stands where a start line should. */
  record NoStart(String line) implements Start {}

  /** Reads a whole head: lines ended by LF or CRLF, without the empty one (section 2.2). */
  static Http1Head parse(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
    List<Field> fields = new ArrayList<>();
    String problem = "";
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        continue;
      }
      if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !fields.isEmpty()) {
        // An obsolete line folding continues the value before it (section 5.2).
        Field last = fields.removeLast();
        fields.add(new Field(last.name(), last.value() + " " + line.strip()));
      } else if (colon <= 0) {
        problem = "A header line has no name and colon: " + Text.clean(line, 60);
      } else {
        fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return new Http1Head(start(lines[0]), List.copyOf(fields), problem);
  }

  /** Reads a start line without its line end. */
  static Start start(String line) {
    if (isVersion(line, 0, 8) && line.length() >= 12 && line.charAt(8) == ' ') {
      String code = line.substring(9, 12);
      boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
      if (digits && code.charAt(0) != '0' && (line.length() == 12 || line.charAt(12) == ' ')) {
        String reason = line.length() > 13 ? line.substring(13) : "";
        return new Status(Integer.parseInt(code), reason.strip(), line.substring(0, 8));
      }
    }
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first > 0 && first < last && isVersion(line, last + 1, line.length())) {
      String method = line.substring(0, first);
      if (method.length() <= 40 && method.chars().allMatch(Http1Head::isTokenCharacter)) {
        String target = line.substring(first + 1, last);
        return new Request(method, target, line.substring(last + 1));
      }
    }
    return new NoStart(line);
  }

  /** Every value of a field, joined by commas as one list (RFC 9110, section 5.3). */
  String value(String name) {
    StringBuilder value = new StringBuilder();
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        value.append(value.isEmpty() ? "" : ", ").append(field.value());
      }
    }
    return value.toString();
  }

  /** Whether a field's comma-separated list has this member. */
  boolean lists(String name, String token) {
    for (String member : value(name).split(",", -1)) {
      if (member.strip().equalsIgnoreCase(token)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body says that it is JSON. */
  boolean isJson() {
    String type = value("Content-Type").toLowerCase(Locale.ROOT);
    return type.contains("json") || type.contains("application/graphql");
  }

  private static boolean isVersion(String line, int from, int to) {
    return to - from == 8
        && line.startsWith("HTTP/", from)
        && Character.isDigit(line.charAt(from + 5))
        && line.charAt(from + 6) == '.'
        && Character.isDigit(line.charAt(from + 7));
  }

  static boolean isTokenCharacter(int c) {
    return c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
