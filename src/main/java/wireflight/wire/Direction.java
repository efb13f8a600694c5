package wireflight.wire;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wireflight.capture.Errno;
import wireflight.packet.PacketDigest;
import wireflight.packet.Scan;
import wireflight.trace.LinkType;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/**
 * One direction of the wire: a thread that takes each packet from the one device and, when its time
 * has come, hands it to the other.
 *
 * <p>The thread sleeps in the kernel until a packet, a deadline or a change comes. Any thread may
 * change how packets are carried while they are.
 */
final class Direction implements AutoCloseable {
  /** A packet that the next one shall overtake is not kept for ever if no other comes. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

  /** So many packets are taken before it is looked whether others are due. */
  private static final int AT_ONCE = 16;

  private static final int LONGEST = 65_536;

  private final Device from;
  private final Device to;
  private final AtomicLong numbers;
  private final Consumer<WireVerdict> verdicts;
  private final Wait wait;
  private final Thread thread;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment inbox = arena.allocate(LONGEST, 8);
  private final MemorySegment outbox = arena.allocate(LONGEST, 8);
  private final ByteBuffer incoming = inbox.asByteBuffer();
  private final Scan scan = new Scan();
  private volatile boolean closing;

  /** Guards what follows. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Schedule schedule = new Schedule();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Long, Transit> held = new LinkedHashMap<>();
  private Link link = Link.PLAIN;
  private SplittableRandom chance = new SplittableRandom(link.seed());
  private boolean holding;
  private @Nullable Delivery parked;
  private long parkedUntil;

  Direction(Device from, Device to, AtomicLong numbers, Consumer<WireVerdict> verdicts) {
    this.from = from;
    this.to = to;
    this.numbers = numbers;
    this.verdicts = verdicts;
    this.wait = new Wait(from.tun().descriptor());
    this.thread =
        Thread.ofPlatform().daemon().name("wire from " + from.name()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    Wait.exactly();
    while (!closing) {
      long next = deliverDue();
      long sleep = next == Long.MAX_VALUE ? -1 : Math.max(0, next - System.nanoTime());
      if (wait.await(sleep) && !closing) {
        takeWaiting();
      }
    }
  }

  private void takeWaiting() {
    for (int i = 0; i < AT_ONCE; i++) {
      int length = from.tun().read(inbox);
      if (length <= 0) {
        return;
      }
      lock.lock();
      try {
        take(length);
      } finally {
        lock.unlock();
      }
    }
  }

  private void take(int length) {
    long now = System.nanoTime();
    long departed = Clock.now();
    scan.scan(LinkType.RAW.code(), incoming, 0, length, length);
    byte[] bytes = inbox.asSlice(0, length).toArray(JAVA_BYTE);
    Transit transit =
        new Transit(
            numbers.incrementAndGet(),
            bytes,
            departed,
            PacketDigest.of(scan),
            Descriptions.of(scan));
    Rule rule = ruleFor(scan);
    if (rule != null) {
      obey(rule, transit, now);
    } else if (holding) {
      held.put(transit.packet(), transit);
      say(transit, Fate.HELD, "");
    } else {
      carry(transit, now);
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

  private void obey(Rule rule, Transit transit, long now) {
    String why = rule.reason();
    switch (rule.action()) {
      case Action.Drop _ -> say(transit, Fate.DROPPED, why);
      case Action.Damage _ -> schedule(transit, damaged(transit), Fate.DAMAGED, why, 0, now);
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
  private void carry(Transit transit, long now) {
    boolean lost = link.loss() > 0 && chance.nextDouble() < link.loss();
    boolean twice = link.duplicate() > 0 && chance.nextDouble() < link.duplicate();
    boolean overtaken = link.reorder() > 0 && chance.nextDouble() < link.reorder();
    boolean harmed = link.damage() > 0 && chance.nextDouble() < link.damage();
    if (lost) {
      say(transit, Fate.DROPPED, "by chance");
    } else if (overtaken) {
      park(transit, "by chance", now);
    } else if (harmed) {
      schedule(transit, damaged(transit), Fate.DAMAGED, "by chance", 0, now);
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
      say(transit, Fate.DROPPED, "the queue of " + link.queue() + " is full");
      return;
    }
    long jitter = link.jitterNanos() == 0 ? 0 : chance.nextLong(link.jitterNanos());
    long at = schedule.line(now, bytes.length, link, jitter) + later;
    schedule.add(at, new Delivery(transit, bytes, false, fate, why, later > 0));
    releaseParked(at);
  }

  private void refuse(Transit transit, long now) {
    say(transit, Fate.DROPPED, "longer than the MTU of " + link.mtu());
    byte[] answer = TooBig.answer(transit.bytes(), link.mtu());
    if (answer != null) {
      long at = now + link.delayNanos();
      schedule.add(at, new Delivery(transit, answer, true, Fate.DROPPED, "", false));
    }
  }

  private byte[] damaged(Transit transit) {
    // Behind the ports and numbers of TCP, so that the receiver blames nobody else.
    int header = Math.min(transit.bytes().length - 1, scan.offset() + 12);
    int bit = 8 * header + chance.nextInt(8 * (transit.bytes().length - header));
    byte[] copy = transit.bytes().clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }

  /** Hands over what is due; when the next one is. */
  private long deliverDue() {
    lock.lock();
    try {
      long now = System.nanoTime();
      if (parked != null && now - parkedUntil >= 0) {
        releaseParked(now);
      }
      Delivery delivery = schedule.take(now);
      while (delivery != null) {
        deliver(delivery);
        delivery = schedule.take(System.nanoTime());
      }
      return parked == null ? schedule.next() : Math.min(parkedUntil, schedule.next());
    } finally {
      lock.unlock();
    }
  }

  private void deliver(Delivery delivery) {
    byte[] bytes = delivery.bytes();
    MemorySegment.copy(bytes, 0, outbox, JAVA_BYTE, 0, bytes.length);
    if (delivery.back()) {
      from.tun().write(outbox, bytes.length);
      return;
    }
    long time = Clock.now();
    int result = to.tun().write(outbox, bytes.length);
    Transit transit = delivery.transit();
    boolean taken = result >= 0;
    verdicts.accept(
        verdict(
            transit,
            time,
            taken ? delivery.fate() : Fate.DROPPED,
            taken ? delivery.why() : to.name() + " refused it: " + Errno.describe(result)));
  }

  private void say(Transit transit, Fate fate, String why) {
    verdicts.accept(verdict(transit, Clock.now(), fate, why));
  }

  private WireVerdict verdict(Transit transit, long time, Fate fate, String why) {
    return new WireVerdict(
        time,
        transit.packet(),
        from.name(),
        to.name(),
        fate,
        why,
        transit.departed(),
        transit.digest(),
        transit.text());
  }

  /** Changes how it carries packets from now on. */
  void set(Link to) {
    change(
        () -> {
          if (to.seed() != link.seed()) {
            chance = new SplittableRandom(to.seed());
          }
          link = to;
        });
  }

  Link link() {
    lock.lock();
    try {
      return link;
    } finally {
      lock.unlock();
    }
  }

  void add(Rule rule) {
    change(() -> rules.add(rule));
  }

  /** Forgets every rule. */
  void forget() {
    change(rules::clear);
  }

  /** From now on every packet waits for somebody's decision. */
  void hold() {
    change(() -> holding = true);
  }

  /** Packets pass again; those that waited go on their way in order. */
  void flow() {
    change(
        () -> {
          holding = false;
          List.copyOf(held.keySet()).forEach(packet -> pass(packet, false));
        });
  }

  /** The packets that wait for a decision, oldest first. */
  List<Transit> held() {
    lock.lock();
    try {
      return List.copyOf(held.values());
    } finally {
      lock.unlock();
    }
  }

  /** Lets a held packet go on, or two of it; without effect on any other. */
  void release(long packet, boolean twice) {
    change(() -> pass(packet, twice));
  }

  private void pass(long packet, boolean twice) {
    Transit transit = held.remove(packet);
    if (transit != null) {
      long now = System.nanoTime();
      schedule(transit, transit.bytes(), Fate.DELIVERED, "released", 0, now);
      if (twice) {
        schedule(transit, transit.bytes(), Fate.DUPLICATED, "by hand", 0, now);
      }
    }
  }

  /** Throws a held packet away; without effect on any other. */
  void discard(long packet) {
    change(
        () -> {
          Transit transit = held.remove(packet);
          if (transit != null) {
            say(transit, Fate.DROPPED, "by hand");
          }
        });
  }

  /** Whether no packet is on its way that will come soon, or held. */
  boolean idle() {
    lock.lock();
    try {
      return schedule.isQuiet() && held.isEmpty() && parked == null;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
    wait.wake();
  }

  @Override
  public void close() {
    closing = true;
    wait.wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    wait.close();
    arena.close();
  }
}
