package wireflight.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders lifelines from left to right so that arrows do not cross needlessly: sockets that talk to
 * each other stand together, clients left of servers, and a server with several clients in their
 * middle.
 */
final class LifelineOrder {
  private final List<LifelineDraft> drafts;
  private final int[] group;

  private LifelineOrder(List<LifelineDraft> drafts) {
    this.drafts = drafts;
    this.group = new int[drafts.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
  }

  /**
   * The drafts in order.
   *
   * @param drafts every lifeline, its place being its {@code place}
   * @param pairs places of the two ends of every connection, one after the other
   */
  static List<LifelineDraft> of(List<LifelineDraft> drafts, int[] pairs) {
    LifelineOrder order = new LifelineOrder(drafts);
    for (int i = 0; i < pairs.length; i += 2) {
      order.group[order.root(pairs[i])] = order.root(pairs[i + 1]);
    }
    return order.sorted();
  }

  private int root(int place) {
    int at = place;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private List<LifelineDraft> sorted() {
    List<List<LifelineDraft>> groups = new ArrayList<>();
    for (int i = 0; i < group.length; i++) {
      groups.add(new ArrayList<>());
    }
    for (LifelineDraft draft : drafts) {
      groups.get(root(draft.place)).add(draft);
    }
    groups.removeIf(List::isEmpty);
    // A server that nobody has called yet waits at the right, where it will stay once somebody
    // does.
    groups.sort(
        Comparator.<List<LifelineDraft>>comparingInt(members -> waits(members) ? 1 : 0)
            .thenComparingInt(LifelineOrder::firstRow));
    List<LifelineDraft> result = new ArrayList<>();
    groups.forEach(members -> result.addAll(arranged(members)));
    return result;
  }

  private static boolean waits(List<LifelineDraft> members) {
    return members.size() == 1 && members.getFirst().listens();
  }

  private static int firstRow(List<LifelineDraft> members) {
    return members.stream().mapToInt(draft -> draft.firstRow).min().orElse(0);
  }

  private static List<LifelineDraft> arranged(List<LifelineDraft> members) {
    members.sort(Comparator.comparingInt(draft -> draft.firstRow));
    List<LifelineDraft> clients = members.stream().filter(draft -> !draft.server).toList();
    List<LifelineDraft> servers = members.stream().filter(draft -> draft.server).toList();
    int before = servers.size() == 1 ? (clients.size() + 1) / 2 : clients.size();
    List<LifelineDraft> result = new ArrayList<>(clients.subList(0, before));
    result.addAll(servers);
    result.addAll(clients.subList(before, clients.size()));
    return result;
  }
}
