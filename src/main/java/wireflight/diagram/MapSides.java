package wireflight.diagram;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * On which side of the map every card stands: devices that talk to each other on opposite sides as
 * far as that can be, and within one device clients left of servers.
 */
final class MapSides {
  private final List<String> devices;
  private final int[] deviceOf;
  private final List<MapModel.Link> links;
  private final List<Boolean> clients;
  private final int[] side;

  private MapSides(
      List<String> devices, int[] deviceOf, List<MapModel.Link> links, List<Boolean> clients) {
    this.devices = devices;
    this.deviceOf = deviceOf;
    this.links = links;
    this.clients = clients;
    this.side = new int[devices.size()];
    Arrays.fill(side, -1);
  }

  /**
   * Whether each card stands right.
   *
   * @param devices their names
   * @param names the device of each card
   * @param clients whether each card is one of clients only
   */
  static boolean[] of(
      List<String> devices, List<String> names, List<MapModel.Link> links, List<Boolean> clients) {
    int[] deviceOf = names.stream().mapToInt(devices::indexOf).toArray();
    return new MapSides(devices, deviceOf, links, clients).cards();
  }

  private boolean[] cards() {
    for (int device = 0; device < devices.size(); device++) {
      if (side[device] < 0) {
        spread(device);
      }
    }
    boolean[] inside = new boolean[devices.size()];
    Arrays.fill(inside, devices.size() == 1);
    for (MapModel.Link link : links) {
      if (deviceOf[link.from()] == deviceOf[link.to()]) {
        inside[deviceOf[link.from()]] = true;
      }
    }
    boolean[] right = new boolean[deviceOf.length];
    for (int card = 0; card < right.length; card++) {
      right[card] = inside[deviceOf[card]] ? !clients.get(card) : side[deviceOf[card]] == 1;
    }
    return right;
  }

  /** Gives everything that a device is linked to, over however many others, alternating sides. */
  private void spread(int first) {
    side[first] = isServer(first) ? 1 : 0;
    Deque<Integer> next = new ArrayDeque<>(List.of(first));
    while (!next.isEmpty()) {
      int device = next.remove();
      for (MapModel.Link link : links) {
        int from = deviceOf[link.from()];
        int to = deviceOf[link.to()];
        int other = from == device ? to : to == device ? from : device;
        if (side[other] < 0) {
          side[other] = 1 - side[device];
          next.add(other);
        }
      }
    }
  }

  private boolean isServer(int device) {
    int balance = 0;
    for (int card = 0; card < deviceOf.length; card++) {
      if (deviceOf[card] == device) {
        balance += clients.get(card) ? -1 : 1;
      }
    }
    return balance > 0;
  }
}
