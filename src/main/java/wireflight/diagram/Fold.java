package wireflight.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wireflight.connection.Connection;
import wireflight.connection.Services;
import wireflight.connection.Transport;
import wireflight.language.Texts;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Timeline;

/**
 * In which column each lifeline stands: in one of its own or, where there are more than anybody can
 * look at, all clients in one and the servers of each port in another. Immutable.
 */
final class Fold {
  /**
   * The ports with most connections have a column each, the others one together: so many at most.
   */
  private static final int MOST_PORTS = 6;

  private final List<Lifeline> columns = new ArrayList<>();
  private final int[] places;
  private int[] members = {};

  private record Port(int number, Transport transport) {}

  private Fold(int lifelines) {
    places = new int[lifelines];
    Arrays.fill(places, -1);
  }

  /** Each of some lifelines of a timeline by itself; the others have no column. */
  static Fold none(Timeline timeline, List<Lifeline> shown) {
    Fold fold = new Fold(timeline.lifelines().size());
    for (Lifeline lifeline : shown) {
      fold.places[lifeline.index()] = fold.columns.size();
      fold.columns.add(lifeline);
    }
    return fold;
  }

  /**
   * All lifelines of a timeline: by themselves up to some number, folded where there are more.
   *
   * @param columns so many at most where they are folded, but three at least
   */
  static Fold of(Timeline timeline, int most, int columns, Texts texts) {
    if (timeline.lifelines().size() <= most) {
      return none(timeline, timeline.lifelines());
    }
    Fold fold = new Fold(timeline.lifelines().size());
    fold.fold(timeline, Math.clamp(columns - 2, 1, MOST_PORTS), texts);
    return fold;
  }

  private void fold(Timeline timeline, int most, Texts texts) {
    Port[] ports = new Port[places.length];
    Map<Port, Integer> sizes =
        new TreeMap<>(Comparator.comparingInt(Port::number).thenComparing(Port::transport));
    for (Connection connection : timeline.connections()) {
      Port port = new Port(connection.server().port(), connection.transport());
      ports[timeline.lifelineOf(connection.index(), false)] = port;
      sizes.merge(port, 1, Integer::sum);
    }
    List<Port> largest = new ArrayList<>(sizes.keySet());
    largest.sort(Comparator.comparingInt((Port port) -> -sizes.getOrDefault(port, 0)));
    int alone = largest.size() <= most + 1 ? largest.size() : most;
    List<List<Lifeline>> groups = new ArrayList<>();
    for (int place = 0; place <= Math.min(alone + 1, largest.size()); place++) {
      groups.add(new ArrayList<>());
    }
    for (Lifeline lifeline : timeline.lifelines()) {
      Port port = ports[lifeline.index()];
      int place = port == null ? 0 : 1 + Math.min(alone, largest.indexOf(port));
      places[lifeline.index()] = place;
      groups.get(place).add(lifeline);
    }
    members = new int[groups.size()];
    int column = 0;
    for (int group = 0; group < groups.size(); group++) {
      List<Lifeline> its = groups.get(group);
      if (its.isEmpty()) {
        continue;
      }
      for (Lifeline lifeline : its) {
        places[lifeline.index()] = column;
      }
      members[column++] = its.size();
      String name =
          group == 0
              ? texts.get("fold.clients", its.size())
              : group <= alone ? name(largest.get(group - 1)) : texts.get("fold.others");
      columns.add(its.size() == 1 ? its.getFirst() : head(its, name, texts));
    }
  }

  private static String name(Port port) {
    String service = Services.name(port.number, port.transport);
    return (":" + port.number + " " + service).strip();
  }

  /** What stands for many: where they live, as far as that is one. */
  private static Lifeline head(List<Lifeline> its, String name, Texts texts) {
    Set<String> hosts = new HashSet<>();
    Set<String> devices = new HashSet<>();
    Set<Integer> processes = new HashSet<>();
    for (Lifeline lifeline : its) {
      String address = lifeline.address();
      if (!address.isEmpty()) {
        hosts.add(address.substring(0, Math.max(0, address.lastIndexOf(':'))));
      }
      devices.add(lifeline.device());
      processes.add(lifeline.process());
    }
    String host = hosts.size() == 1 ? hosts.iterator().next() : "";
    return new Lifeline(
        its.getFirst().index(),
        name,
        host.isEmpty() ? texts.get("fold.addresses", hosts.size()) : host,
        "",
        devices.size() == 1 ? its.getFirst().device() : "",
        processes.size() == 1 ? its.getFirst().process() : 0,
        its.getFirst().transport());
  }

  /** What stands at the top of each column, from left to right; its index is one of its own. */
  List<Lifeline> columns() {
    return columns;
  }

  /** Which column a lifeline stands in; -1 for none. */
  int place(int lifeline) {
    return places[lifeline];
  }

  /** Whether a lifeline shares its column with others. */
  boolean isShared(int lifeline) {
    int place = places[lifeline];
    return place >= 0 && place < members.length && members[place] > 1;
  }

  /** How many lifelines stand in columns with others; 0 where each has its own. */
  int folded() {
    return Arrays.stream(members).filter(count -> count > 1).sum();
  }
}
