package wireflight.lab;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wireflight.lab.SystemCalls.Prepared;
import wireflight.trace.Discarded;

/**
 * Loses packets on purpose (Linux, no rights needed): a filter on the receiving socket discards
 * them after they were captured, and the sender's kernel really sends them again.
 *
 * <p>The capture's thread tells it of every packet; the lab's threads give orders and ask what is
 * to be done.
 */
final class Losses {
  private static final int SYN = 0x02;
  private static final int SYN_ACK = 0x12;
  private static final int RST = 0x04;

  private record Way(InetSocketAddress from, InetSocketAddress to) {}

  private final Map<Way, Integer> identifications = new ConcurrentHashMap<>();
  private final Set<Way> established = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Actor, LossySocket> lossy = new LinkedHashMap<>();

  /** Whether any socket was told to lose something. */
  boolean any() {
    return !all().isEmpty();
  }

  /**
   * From now on a socket shall lose something; the calls that this takes at once.
   *
   * @throws Refused where the packets could not be told apart
   */
  List<Prepared> order(Actor actor, Loss loss) throws Refused {
    if (actor.residence().onWire()) {
      throw new Refused("onDevice", actor.name());
    }
    boolean connected = actor.kind().stream() && !actor.names().foreign().isEmpty();
    LossOrder order = new LossOrder(loss, Clocks.now(), connected, latest(actor));
    if (order.impossible()) {
      throw new Refused("nothingCame", actor.name());
    }
    LossySocket socket = of(actor);
    socket.add(order);
    return socket.due();
  }

  /** A socket shall lose nothing more. */
  List<Prepared> nothing(Actor actor) {
    LossySocket socket = of(actor);
    socket.clear();
    return socket.due();
  }

  /**
   * Before a socket is closed: its filter cannot be changed any more, and must not last for ever.
   */
  List<Prepared> beforeClose(Actor actor) {
    LossySocket socket = lossy(actor);
    if (socket == null) {
      return List.of();
    }
    socket.settle();
    return socket.due();
  }

  /** Once all is delivered that was sent: from here on what is left of the orders is counted. */
  void resume() {
    all().forEach((actor, socket) -> socket.resumeAfter(latest(actor)));
  }

  /** The calls that are due now, by socket. */
  Map<Actor, List<Prepared>> due() {
    Map<Actor, List<Prepared>> due = new LinkedHashMap<>();
    all().forEach((actor, socket) -> due.put(actor, socket.due()));
    return due;
  }

  /**
   * A packet was captured.
   *
   * @return what is to be told just before it, if it is lost on purpose
   */
  Optional<Discarded> sighted(long time, byte[] frame) {
    Sighting packet = Sighting.of(frame);
    if (packet == null) {
      return Optional.empty();
    }
    Way way = new Way(packet.from(), packet.to());
    // A SYN-ACK and an answer of the kernel itself are not numbered with their socket's packets.
    if (packet.tcp()
        && (packet.flags() & SYN_ACK) != SYN_ACK
        && (packet.flags() & RST) == 0
        && packet.identification() != 0) {
      identifications.put(way, packet.identification());
    }
    LossySocket receiver = null;
    // A better fit than this is looked for: its own connection's socket, or any.
    int best = isEstablished(packet, way) ? LossySocket.PORT : 0;
    for (LossySocket socket : all().values()) {
      int fit = socket.fits(packet);
      if (fit > best) {
        best = fit;
        receiver = socket;
      }
    }
    Discarded discarded = receiver == null ? null : receiver.sighted(time, packet);
    if (discarded == null && packet.tcp() && (packet.flags() & SYN) == 0) {
      established.add(way);
    }
    return Optional.ofNullable(discarded);
  }

  /**
   * Whether a packet belongs to a connection that is no longer its listening socket's: one after
   * the ACK that ended the handshake.
   */
  private boolean isEstablished(Sighting packet, Way way) {
    if (packet.tcp() && (packet.flags() & SYN) != 0) {
      established.remove(way);
    }
    return established.contains(way);
  }

  private int latest(Actor actor) {
    String local = actor.names().local();
    String foreign = actor.names().foreign();
    if (local.isEmpty() || foreign.isEmpty()) {
      return LossOrder.UNKNOWN;
    }
    Way way =
        new Way(Place.reach(foreign, actor.residence()), Place.reach(local, actor.residence()));
    return identifications.getOrDefault(way, LossOrder.UNKNOWN);
  }

  private LossySocket of(Actor actor) {
    lock.lock();
    try {
      return lossy.computeIfAbsent(actor, absent -> new LossySocket(actor));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable LossySocket lossy(Actor actor) {
    lock.lock();
    try {
      return lossy.get(actor);
    } finally {
      lock.unlock();
    }
  }

  private Map<Actor, LossySocket> all() {
    lock.lock();
    try {
      return lossy.isEmpty() ? Map.of() : new LinkedHashMap<>(lossy);
    } finally {
      lock.unlock();
    }
  }
}
