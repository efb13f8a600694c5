package wireflight.connection;

import org.jspecify.annotations.Nullable;
import wireflight.packet.Scan;

/** The latest flow between any two sockets: an open-addressing hash table, both ways alike. */
final class FlowTable {
  private @Nullable Flow[] slots = new Flow[64];
  private int[] hashes = new int[64];
  private int count;
  private @Nullable Flow latest;

  @Nullable Flow find(Scan s, Transport transport, int group) {
    Flow last = latest;
    if (last != null && last.isBetween(s, transport, group)) {
      return last;
    }
    int hash = Flow.hash(s, group);
    int mask = slots.length - 1;
    for (int at = hash & mask; ; at = at + 1 & mask) {
      Flow flow = slots[at];
      if (flow == null) {
        return null;
      }
      if (hashes[at] == hash && flow.isBetween(s, transport, group)) {
        latest = flow;
        return flow;
      }
    }
  }

  /** Adds a flow, in the place of the one between the same sockets if there is one. */
  void put(Flow flow, Scan s) {
    latest = flow;
    if (2 * (count + 1) > slots.length) {
      grow();
    }
    int hash = Flow.hash(s, flow.group);
    int mask = slots.length - 1;
    int at = hash & mask;
    while (true) {
      Flow there = slots[at];
      if (there == null) {
        count++;
        break;
      }
      if (hashes[at] == hash && there.isBetween(s, flow.transport, flow.group)) {
        break;
      }
      at = at + 1 & mask;
    }
    slots[at] = flow;
    hashes[at] = hash;
  }

  private void grow() {
    @Nullable Flow[] oldSlots = slots;
    int[] oldHashes = hashes;
    slots = new Flow[2 * oldSlots.length];
    hashes = new int[slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != null) {
        int at = oldHashes[i] & mask;
        while (slots[at] != null) {
          at = at + 1 & mask;
        }
        slots[at] = oldSlots[i];
        hashes[at] = oldHashes[i];
      }
    }
  }
}
