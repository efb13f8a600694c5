package wireflight.wire;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import wireflight.capture.Errno;
import wireflight.capture.Poll;
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
  /** So many packets are taken before it is looked whether others are due. */
  private static final int AT_ONCE = 16;

  private static final int LONGEST = 65_536;

  /** IPv4 and TCP, from 10.0.0.1:1024 to 10.0.0.2:8080. */
  private static final String SYN =
      "4500002800004000400600000a0000010a000002" + "04001f9000000000000000005002faf000000000";

  private static final int REHEARSALS = 100;

  private final Device from;
  private final Device to;
  private final AtomicLong numbers;
  private final Consumer<WireVerdict> verdicts;
  private final Wait wait;
  private final Thread thread;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment inbox = arena.allocate(LONGEST, 8);
  private final MemorySegment outbox = arena.allocate(LONGEST, 8);
  private final Scan scan = new Scan();
  private final Deque<Taken> taken = new ArrayDeque<>(AT_ONCE);
  private final List<WireVerdict> said = new ArrayList<>();
  private volatile boolean closing;

  /** Whether packets may be between the device and {@link #passage}. */
  private volatile boolean taking;

  /** Guards what follows. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Passage passage = new Passage(this::say);

  /**
   * A packet just taken from its device.
   *
   * @param nanos when, by {@link System#nanoTime}
   * @param departed when, in nanoseconds since the epoch
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them, and each is read once
  private record Taken(byte[] bytes, long nanos, long departed) {}

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
    rehearse();
    while (!closing) {
      long next = deliverDue();
      long sleep = next == Long.MAX_VALUE ? -1 : Math.max(0, next - System.nanoTime());
      if (wait.await(sleep) && !closing) {
        taking = true;
        takeWaiting();
        taking = false;
      }
    }
  }

  /**
   * Has all that is done with a packet loaded and ready before the first one comes, which else was
   * late by a millisecond: a passage of its own carries a SYN that nobody sent.
   */
  private void rehearse() {
    Passage alone = new Passage((_, _, _) -> {});
    byte[] syn = HexFormat.of().parseHex(SYN);
    for (int i = 0; i < REHEARSALS; i++) {
      scan.scan(LinkType.RAW.code(), ByteBuffer.wrap(syn), 0, syn.length, syn.length);
      String text = Descriptions.of(scan);
      Transit transit = new Transit(0, syn, Clock.now(), PacketDigest.of(scan), text);
      alone.enter(transit, scan, System.nanoTime());
      Delivery due = alone.take();
      if (due != null) {
        MemorySegment.copy(due.bytes(), 0, outbox, JAVA_BYTE, 0, due.bytes().length);
        said.add(verdict(due.transit(), Clock.now(), due.fate(), due.why()));
      }
    }
    said.clear();
  }

  /**
   * Takes what waits, all of it before it is looked at: what left at once shall not be late by the
   * time that those before it took.
   */
  private void takeWaiting() {
    for (int i = 0; i < AT_ONCE; i++) {
      int length = from.tun().read(inbox);
      if (length <= 0) {
        break;
      }
      long now = System.nanoTime();
      taken.add(new Taken(inbox.asSlice(0, length).toArray(JAVA_BYTE), now, Clock.now()));
    }
    for (Taken next = taken.poll(); next != null; next = taken.poll()) {
      lock.lock();
      try {
        take(next);
      } finally {
        lock.unlock();
      }
    }
  }

  private void take(Taken packet) {
    byte[] bytes = packet.bytes();
    scan.scan(LinkType.RAW.code(), ByteBuffer.wrap(bytes), 0, bytes.length, bytes.length);
    Transit transit =
        new Transit(
            numbers.incrementAndGet(),
            bytes,
            packet.departed(),
            PacketDigest.of(scan),
            Descriptions.of(scan));
    passage.enter(transit, scan, packet.nanos());
  }

  /** Hands over what is due, then says so; when the next one is. */
  private long deliverDue() {
    lock.lock();
    try {
      for (Delivery due = passage.take(); due != null; due = passage.take()) {
        deliver(due);
      }
      said.forEach(verdicts);
      said.clear();
      return passage.next();
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
    boolean accepted = result >= 0;
    said.add(
        verdict(
            transit,
            time,
            accepted ? delivery.fate() : Fate.DROPPED,
            accepted ? delivery.why() : to.name() + " refused it: " + Errno.describe(result)));
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

  /** Asks the packets' passage for something. Any thread may. */
  <T> T ask(Function<Passage, T> question) {
    lock.lock();
    try {
      return question.apply(passage);
    } finally {
      lock.unlock();
    }
  }

  /** Whether no packet waits to be taken, is on its way and will come soon, or is held. */
  boolean isIdle() {
    // In the order in which a packet goes, so that none slips past.
    return !Poll.isReady(from.tun().descriptor()) && !taking && ask(Passage::isIdle);
  }

  /** Changes how packets pass, and looks at once what follows from it. Any thread may. */
  void change(Consumer<Passage> change) {
    lock.lock();
    try {
      change.accept(passage);
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
