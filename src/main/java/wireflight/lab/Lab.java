package wireflight.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;
import wireflight.trace.OrderedWriter;
import wireflight.wire.Device;
import wireflight.wire.Wire;

/**
 * Actors with real sockets: has each make the calls that it is given, and waits for what follows
 * from them.
 *
 * <p>One thread drives it. The events come from the actors' threads.
 */
final class Lab implements AutoCloseable {
  /** How often the kernel is looked at while there is something to wait for. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** How long a line is given to settle: longer than a delayed acknowledgment takes. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /**
   * The same where packets take their time and may be sent again after seconds. Not a whole number
   * of them: a SYN is sent again each second, and either might be the first.
   */
  private static final long SETTLE_ON_WIRE_NANOS = TimeUnit.MILLISECONDS.toNanos(3500);

  /** Where packets are lost, they are sent again: a SYN after a second. Likewise. */
  private static final long LOSSY_SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(4500);

  private final Sockets sockets;
  private final Stillness stillness;
  private final Place place;
  private final OrderedWriter rows;
  private final Devices devices;
  private final Losses losses;
  private final Delivery delivery;
  private final SystemCalls calls;
  private final CallMaker maker;
  private final Sampler sampler;
  private final int process = (int) ProcessHandle.current().pid();

  private final Actors actors = new Actors();
  private final Unfinished unfinished = new Unfinished();
  private final Map<Integer, Integer> movedPorts = new TreeMap<>();

  Lab(
      Sockets sockets,
      Stillness stillness,
      Place place,
      OrderedWriter rows,
      Devices devices,
      Losses losses,
      Delivery delivery) {
    this.losses = losses;
    this.delivery = delivery;
    this.devices = devices;
    this.sockets = sockets;
    this.stillness = stillness;
    this.place = place;
    this.rows = rows;
    this.calls = new SystemCalls(place, losses, actors::named);
    this.maker = new CallMaker(process, stillness, rows, actors, unfinished);
    this.sampler = new Sampler(rows);
  }

  /**
   * Makes the two devices and their wire, if there are none yet.
   *
   * @throws Refused where this machine does not allow it
   */
  void prepareWire() throws Refused {
    Wire _ = devices.wire();
  }

  /**
   * Makes sure that there can be such sockets.
   *
   * @throws Refused where the kernel lacks their transport
   */
  void prepare(SocketKind kind) throws Refused {
    if (!kind.transport().equals("sctp")) {
      return;
    }
    Optional<String> trouble = Trial.SCTP.outcome();
    if (trouble.isPresent()) {
      throw new Refused("noSctp", trouble.get().replaceFirst("\\.$", ""));
    }
  }

  /**
   * Hands a call to its actor and returns at once.
   *
   * @throws Refused if the lab does not make such a call here
   */
  void begin(Call call) throws Refused, InterruptedException {
    switch (call) {
      case Call.Wait _ -> throw new IllegalArgumentException("waiting is no call");
      case Call.OnWire onWire -> {
        devices.give(onWire.order(), this::port);
        rows.addRemark(WireState.told(onWire.text()));
      }
      case Call.Socket socket -> {
        prepare(socket.kind());
        Actor actor = actor(socket.actor(), socket.kind(), new Residence(socket.device()));
        actors.add(actor);
        maker.submit(actor, calls.opening(actor), null);
      }
      case Call.OnSocket onSocket -> {
        Actor actor = actors.named(onSocket.actor());
        if (actor == null) {
          throw new Refused("neverAccepted", onSocket.actor());
        }
        noteMovedPort(onSocket);
        if (onSocket instanceof Call.Lose) {
          delivery.await();
        }
        String accepted = onSocket instanceof Call.Accept accept ? accept.accepted() : null;
        maker.submit(actor, calls.of(actor, onSocket), accepted);
      }
    }
  }

  /** What keeps a call from being made now, as {@code “server” is still in accept}; or null. */
  @Nullable String obstacle(Call call) {
    return call instanceof Call.OnSocket onSocket ? unfinished.on(onSocket.actor()) : null;
  }

  /** Waits until a call returns or a moment has passed, looking at the kernel meanwhile. */
  void awaitChange() throws InterruptedException {
    unfinished.await(LOOK_NANOS);
    look();
  }

  /** Waits so long, looking at the kernel meanwhile. */
  void pause(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      awaitChange();
    }
  }

  /**
   * Waits until nothing more happens without further calls: every call has returned or sleeps in
   * the kernel, and what was sent is acknowledged. Gives up after a while: where packets get lost,
   * the answer may take seconds.
   */
  void settle() throws InterruptedException {
    boolean lossy = losses.any();
    long start = System.nanoTime();
    long most = devices.used() ? SETTLE_ON_WIRE_NANOS : lossy ? LOSSY_SETTLE_NANOS : SETTLE_NANOS;
    while (!atRest() && System.nanoTime() - start < most) {
      awaitChange();
    }
    if (lossy) {
      delivery.await();
      losses.resume();
      look();
    }
  }

  /**
   * Waits until no call can return any more: all have, or those that have not sleep and no packet
   * will come by itself. At most so long.
   */
  void awaitEnd(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    while (!atRest() && System.nanoTime() - start < nanos) {
      awaitChange();
    }
  }

  /** The calls that have not returned, as {@code “peer” is still in recv}. */
  List<String> unreturned() {
    return unfinished.calls();
  }

  /** Leaves no socket behind. What packets this causes belongs to no lesson. */
  @Override
  public void close() {
    actors.all().forEach(Actor::abandon);
  }

  /** Whether the wire holds packets, so that nothing goes on before somebody decides. */
  boolean holding() {
    return devices.holding();
  }

  /** Whether any socket was made. */
  boolean hasSockets() {
    return !actors.all().isEmpty();
  }

  /** Looks at what the kernel says of the sockets. */
  void look() {
    losses.due().forEach((actor, due) -> due.forEach(call -> maker.make(actor, call)));
    actors.all().forEach(sampler::sample);
  }

  // In this order: what a call that now sleeps or has returned has sent is seen by the look.
  private boolean atRest() {
    boolean idle = devices.idle();
    boolean still = unfinished.still(stillness);
    look();
    // What is held comes by itself no more than what was never sent.
    return still && (devices.holding() || idle && sampler.quiet());
  }

  private void noteMovedPort(Call.OnSocket call) {
    if (call instanceof Call.Bind bind) {
      int wanted = bind.address().port();
      int given = place.port(wanted);
      if (given != wanted && movedPorts.put(wanted, given) == null) {
        rows.addRemark(Saying.english(Lab.class, "moved", wanted, given));
      }
    }
  }

  private Actor actor(String name, SocketKind kind, Residence residence) throws Refused {
    if (!residence.onWire()) {
      return new Actor(name, kind, sockets, residence, process, () -> {});
    }
    Device device = devices.device(residence.device());
    return new Actor(
        name, kind, devices.sockets(residence.device()), residence, process, device::enter);
  }

  /** The port that a socket has; 0 while it has none. */
  private int port(String name) {
    Actor actor = actors.named(name);
    String local = actor == null ? "" : actor.names().local();
    return local.isEmpty() ? 0 : Integer.parseInt(local.substring(local.lastIndexOf(':') + 1));
  }
}
