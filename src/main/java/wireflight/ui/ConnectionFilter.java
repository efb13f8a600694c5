package wireflight.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wireflight.connection.Connection;
import wireflight.connection.Services;

/**
 * Which connections a person wants to see, by words that must all fit: a name ({@code tcp}), an
 * address or the beginning of one, a port ({@code :443}), a service ({@code https}), a state at the
 * playhead ({@code time-wait}). Immutable.
 *
 * @param typed what was typed; blank for every connection
 */
record ConnectionFilter(String typed) {
  /** Every connection. */
  static final ConnectionFilter ALL = new ConnectionFilter("");

  boolean isEmpty() {
    return typed.isBlank();
  }

  /** The connections that fit as they are after a row, in their order. */
  List<Connection> of(Showing showing, int row, Texts texts) {
    List<Connection> all = showing.connections();
    if (isEmpty()) {
      return all;
    }
    List<String> words =
        Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
    return all.stream().filter(connection -> fits(words, connection, showing, row, texts)).toList();
  }

  private static boolean fits(
      List<String> words, Connection connection, Showing showing, int row, Texts texts) {
    String name = connection.name().toLowerCase(Locale.ROOT);
    String client = connection.client().toString();
    String server = connection.server().toString();
    String service = Services.name(connection.server().port(), connection.transport());
    for (String word : words) {
      if (!named(word, name, service)
          && !addressed(word, client)
          && !addressed(word, server)
          && !ConnectionSummary.at(showing, connection, row, texts)
              .state()
              .toLowerCase(Locale.ROOT)
              .contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean named(String word, String name, String service) {
    return name.contains(word) || service.startsWith(word);
  }

  /** An address from its beginning on, or its port: 443 is no part of 40443. */
  private static boolean addressed(String word, String endpoint) {
    return endpoint.startsWith(word)
        || endpoint.startsWith("[" + word)
        || endpoint.endsWith(word.startsWith(":") ? word : ":" + word);
  }
}
