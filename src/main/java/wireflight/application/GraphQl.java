package wireflight.application;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises GraphQL requests over HTTP: a JSON body with a {@code query} member that holds a
 * GraphQL document, or the like in the target's query parameters.
 */
final class GraphQl {
  /** The start of a document: an operation with or without a name, a selection or a fragment. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?:(?<type>query|mutation|subscription)\\b[\\s,]*+(?<name>[A-Za-z_]\\w*+)?+[\\s,]*+[({@]"
              + "|\\{|fragment\\s++\\w++\\s++on\\b)");

  private static final Pattern FIRST_FIELD = Pattern.compile("\\{[\\s,]*+([A-Za-z_]\\w*+)");

  private static final int MOST_COMMENTS = 100;

  private GraphQl() {}

  /** The operation that a request asks for, as in {@code query Hero}; empty for other requests. */
  static Optional<String> operation(String method, String target, byte[] body) {
    if (method.equals("POST") && body.length > 0) {
      Map<String, String> members = JsonText.members(Text.of(body, 0, body.length));
      return operation(members.getOrDefault("query", ""), members.get("operationName"));
    }
    if (method.equals("GET") && target.contains("query=")) {
      return operation(parameter(target, "query"), parameter(target, "operationName"));
    }
    return Optional.empty();
  }

  /** A target without its query. */
  static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What a response's JSON body holds, as in {@code , data}; empty where it does not show. */
  static String outcome(byte[] body) {
    Map<String, String> members = JsonText.members(Text.of(body, 0, body.length));
    return (members.containsKey("data") ? ", data" : "")
        + (members.containsKey("errors") ? ", errors" : "");
  }

  private static Optional<String> operation(String query, @Nullable String chosen) {
    String document = withoutComments(query);
    Matcher start = DOCUMENT.matcher(document);
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    String type = start.group("type") == null ? "query" : start.group("type");
    String name = chosen == null || chosen.isEmpty() ? start.group("name") : chosen;
    if (name != null) {
      return Optional.of(type + " " + name);
    }
    Matcher field = FIRST_FIELD.matcher(document);
    return Optional.of(field.find() ? type + " { " + field.group(1) + " }" : type);
  }

  private static String withoutComments(String query) {
    String rest = query.strip();
    for (int line = 0; line < MOST_COMMENTS && rest.startsWith("#"); line++) {
      int end = rest.indexOf('\n');
      rest = end < 0 ? "" : rest.substring(end).strip();
    }
    return rest;
  }

  private static String parameter(String target, String name) {
    for (String pair : target.substring(target.indexOf('?') + 1).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
          return "";
        }
      }
    }
    return "";
  }
}
