package wireflight.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wireflight.packet.Scan;
import wireflight.trace.WireVerdict.Fate;

/**
 * What becomes of the packets of one direction: by exact wishes, by a person who holds them, by
 * chance, and by the link. Not thread-safe.
 */
final class Passage {
  /** A packet that the next one shall overtake is not kept for ever if no other comes. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Teller teller;
  private final Schedule schedule = new Schedule();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Long, Transit> held = new LinkedHashMap<>();
  private Link link = Link.PLAIN;
  private SplittableRandom chance = new SplittableRandom(link.seed());
  private boolean holding;
  private @Nullable Delivery parked;
  private long parkedUntil;

  /** Is told at once what becomes of a packet that does not come out now. */
  interface Teller {
    void say(Transit transit, Fate fate, String why);
  }

  Passage(Teller teller) {
    this.teller = teller;
  }

  /** Takes a packet in, which was scanned just now. */
  void enter(Transit transit, Scan scan, long now) {
    Rule rule = ruleFor(scan);
    if (rule != null) {
      obey(rule, transit, scan, now);
    } else if (holding) {
      held.put(transit.packet(), transit);
      teller.say(transit, Fate.HELD, "");
    } else {
      carry(transit, scan, now);
    }
  }

  /** The first rule that applies; each one counts. */
  private @Nullable Rule ruleFor(Scan packet) {
    Rule found = null;
    for (Iterator<Rule> each = rules.iterator(); each.hasNext(); ) {
      Rule rule = each.next();
      if (rule.applies(packet)) {
        found = found == null ? rule : found;
      }
      if (rule.over()) {
        each.remove();
      }
    }
    return found;
  }

  private void obey(Rule rule, Transit transit, Scan scan, long now) {
    String why = rule.reason();
    switch (rule.action()) {
      case Action.Drop _ -> teller.say(transit, Fate.DROPPED, why);
      case Action.Damage _ -> schedule(transit, damaged(transit, scan), Fate.DAMAGED, why, 0, now);
      case Action.Late late ->
          schedule(transit, transit.bytes(), Fate.DELIVERED, why, late.nanos(), now);
      case Action.Swap _ -> park(transit, why, now);
      case Action.Duplicate copy -> {
        schedule(transit, transit.bytes(), Fate.DELIVERED, "", 0, now);
        schedule(transit, transit.bytes(), Fate.DUPLICATED, why, copy.afterNanos(), now);
      }
    }
  }

  /** Chance decides, the same way each time for one seed. */
  private void carry(Transit transit, Scan scan, long now) {
    boolean lost = link.loss() > 0 && chance.nextDouble() < link.loss();
    boolean twice = link.duplicate() > 0 && chance.nextDouble() < link.duplicate();
    boolean overtaken = link.reorder() > 0 && chance.nextDouble() < link.reorder();
    boolean harmed = link.damage() > 0 && chance.nextDouble() < link.damage();
    if (lost) {
      teller.say(transit, Fate.DROPPED, "by chance");
    } else if (overtaken) {
      park(transit, "by chance", now);
    } else if (harmed) {
      schedule(transit, damaged(transit, scan), Fate.DAMAGED, "by chance", 0, now);
    } else {
      schedule(transit, transit.bytes(), Fate.DELIVERED, "", 0, now);
      if (twice) {
        schedule(transit, transit.bytes(), Fate.DUPLICATED, "by chance", 0, now);
      }
    }
  }

  private void park(Transit transit, String why, long now) {
    releaseParked(now);
    parked =
        new Delivery(transit, transit.bytes(), false, Fate.DELIVERED, "overtaken, " + why, false);
    parkedUntil = now + PATIENCE;
  }

  private void releaseParked(long at) {
    Delivery overtaken = parked;
    parked = null;
    if (overtaken != null) {
      schedule.add(at, overtaken);
    }
  }

  private void schedule(
      Transit transit, byte[] bytes, Fate fate, String why, long later, long now) {
    if (bytes.length > link.mtu()) {
      refuse(transit, now);
      return;
    }
    if (link.bitsPerSecond() > 0 && schedule.full(now, link.queue())) {
      teller.say(transit, Fate.DROPPED, "the queue of " + link.queue() + " is full");
      return;
    }
    long jitter = link.jitterNanos() == 0 ? 0 : chance.nextLong(link.jitterNanos());
    long at = schedule.line(now, bytes.length, link, jitter) + later;
    schedule.add(at, new Delivery(transit, bytes, false, fate, why, later > 0));
    releaseParked(at);
  }

  private void refuse(Transit transit, long now) {
    teller.say(transit, Fate.DROPPED, "longer than the MTU of " + link.mtu());
    byte[] answer = TooBig.answer(transit.bytes(), link.mtu());
    if (answer != null) {
      long at = now + link.delayNanos();
      schedule.add(at, new Delivery(transit, answer, true, Fate.DROPPED, "", false));
    }
  }

  private byte[] damaged(Transit transit, Scan scan) {
    // Behind the ports and numbers of TCP, so that the receiver blames nobody else.
    int header = Math.min(transit.bytes().length - 1, scan.offset() + 12);
    int bit = 8 * header + chance.nextInt(8 * (transit.bytes().length - header));
    byte[] copy = transit.bytes().clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }

  /** Takes the next packet whose time has come; null where there is none. */
  @Nullable Delivery take() {
    long now = System.nanoTime();
    if (parked != null && now - parkedUntil >= 0) {
      releaseParked(now);
    }
    return schedule.take(now);
  }

  /** When {@link #take} will have something, by {@link System#nanoTime}. */
  long next() {
    return parked == null ? schedule.next() : Math.min(parkedUntil, schedule.next());
  }

  /** Changes how packets are carried from now on. */
  void set(Link to) {
    if (to.seed() != link.seed()) {
      chance = new SplittableRandom(to.seed());
    }
    link = to;
  }

  Link link() {
    return link;
  }

  void add(Rule rule) {
    rules.add(rule);
  }

  /** Forgets every rule. */
  void forget() {
    rules.clear();
  }

  /** From now on every packet waits for somebody's decision. */
  void hold() {
    holding = true;
  }

  /** Packets pass again; those that waited go on their way in order. */
  void flow() {
    holding = false;
    List.copyOf(held.keySet()).forEach(packet -> release(packet, false));
  }

  /** The packets that wait for a decision, oldest first. */
  List<Transit> held() {
    return List.copyOf(held.values());
  }

  /** Lets a held packet go on, or two of it; without effect on any other. */
  void release(long packet, boolean twice) {
    Transit transit = held.remove(packet);
    if (transit != null) {
      long now = System.nanoTime();
      schedule(transit, transit.bytes(), Fate.DELIVERED, "released", 0, now);
      if (twice) {
        schedule(transit, transit.bytes(), Fate.DUPLICATED, "by hand", 0, now);
      }
    }
  }

  /** Lets the next held packet go first, then this one; without effect where none follows it. */
  void swap(long packet) {
    boolean found = false;
    for (Long each : List.copyOf(held.keySet())) {
      if (found) {
        release(each, false);
        release(packet, false);
        return;
      }
      found = each == packet;
    }
  }

  /** Throws a held packet away; without effect on any other. */
  void discard(long packet) {
    Transit transit = held.remove(packet);
    if (transit != null) {
      teller.say(transit, Fate.DROPPED, "by hand");
    }
  }

  /** Whether no packet is on its way that will come soon, or held. */
  boolean isIdle() {
    return schedule.isQuiet() && held.isEmpty() && parked == null;
  }
}
