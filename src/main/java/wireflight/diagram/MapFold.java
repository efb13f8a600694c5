package wireflight.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;

/**
 * Folds connections into few groups: by the server's socket address; where those are too many, by
 * its port alone; and what is still too much, into a rest for each transport.
 */
final class MapFold {
  private static final int MOST_GROUPS = 8;

  private MapFold() {}

  private record Key(Transport transport, Object at) {}

  /** The largest groups in the order in which they began, the rest last. */
  static List<MapGroup> of(List<Connection> connections, Subject subject) {
    Map<Key, List<Connection>> groups = by(connections, Connection::server);
    if (groups.size() > MOST_GROUPS) {
      groups = by(connections, it -> it.server().port());
    }
    List<Map.Entry<Key, List<Connection>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(
        Comparator.comparingInt(
            (Map.Entry<Key, List<Connection>> entry) -> -entry.getValue().size()));
    List<MapGroup> result = new ArrayList<>();
    List<Connection> rest = new ArrayList<>();
    for (Map.Entry<Key, List<Connection>> entry : sorted) {
      if (result.size() < MOST_GROUPS - 2 || groups.size() <= MOST_GROUPS) {
        int port =
            switch (entry.getKey().at()) {
              case Endpoint end -> end.port();
              case Integer number -> number;
              default -> throw new IllegalStateException("no key: " + entry.getKey());
            };
        result.add(new MapGroup(entry.getKey().transport(), port, entry.getValue(), subject));
      } else {
        rest.addAll(entry.getValue());
      }
    }
    result.sort(Comparator.comparingInt(MapGroup::firstRow));
    rest.sort(Comparator.comparingInt(Connection::firstRow));
    by(rest, it -> 0)
        .forEach((key, its) -> result.add(new MapGroup(key.transport(), -1, its, subject)));
    return result;
  }

  private static Map<Key, List<Connection>> by(
      List<Connection> connections, Function<Connection, Object> at) {
    Map<Key, List<Connection>> groups = new LinkedHashMap<>();
    for (Connection it : connections) {
      groups.computeIfAbsent(new Key(it.transport(), at.apply(it)), _ -> new ArrayList<>()).add(it);
    }
    return groups;
  }
}
