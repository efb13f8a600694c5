package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.lab.SystemCalls.Prepared;
import wireflight.trace.Discarded;
import wireflight.trace.SocketName;

/** A socket that loses packets: what it shall lose, and which filter it had when. */
final class LossySocket {
  private final Actor actor;
  private final List<LossOrder> orders = new ArrayList<>();
  private final List<Epoch> epochs = new ArrayList<>();

  /** The filter that it was given, or is about to be. */
  private SocketFilter asked = SocketFilter.NONE;

  private record Epoch(long from, SocketFilter filter, String words) {}

  LossySocket(Actor actor) {
    this.actor = actor;
  }

  synchronized void add(LossOrder order) {
    orders.add(order);
  }

  synchronized void clear() {
    orders.clear();
  }

  /** Forgets what would need the filter to be changed once more. */
  synchronized void settle() {
    orders.removeIf(LossOrder::needsCare);
  }

  synchronized void resumeAfter(int latest) {
    orders.forEach(order -> order.resumeAfter(latest));
  }

  /** It has the port that a packet comes to, and no other end. */
  static final int PORT = 1;

  /** It is the end of the packet's connection. */
  static final int CONNECTION = 2;

  /** How well it fits as the receiver of a packet: one of these, or 0. */
  int fits(Sighting packet) {
    if (packet.tcp() != actor.kind().stream()) {
      return 0;
    }
    if (actor.names().local().isEmpty()) {
      actor.refreshUnlessClosing(); // a connect under way has given it an address already
    }
    SocketName names = actor.names();
    String to = SocketAddresses.text(packet.to());
    String port = to.substring(to.lastIndexOf(':'));
    boolean mine =
        names.local().equals(to)
            || names.local().equals("0.0.0.0" + port)
            || names.local().equals("[::]" + port);
    if (!mine) {
      return 0;
    }
    boolean connected = names.foreign().equals(SocketAddresses.text(packet.from()));
    return connected ? CONNECTION : names.foreign().isEmpty() ? PORT : 0;
  }

  /** A packet comes to the socket; what is to be told if its filter discards it. */
  synchronized @Nullable Discarded sighted(long time, Sighting packet) {
    orders.forEach(order -> order.sighted(time, packet));
    for (Epoch epoch : epochs.reversed()) {
      if (epoch.from <= time) {
        return epoch.filter.discards(packet)
            ? new Discarded(time, actor.names(), epoch.words)
            : null;
      }
    }
    return null;
  }

  /** The call that gives it the filter that it should have; none where it has that. */
  synchronized List<Prepared> due() {
    SocketFilterBuilder builder = new SocketFilterBuilder();
    orders.forEach(order -> order.writeTo(builder));
    SocketFilter wanted = builder.filter();
    if (wanted.equals(asked) || !actor.isOpen()) {
      return List.of();
    }
    asked = wanted;
    String words = LossOrder.words(orders);
    boolean none = wanted.equals(SocketFilter.NONE);
    return List.of(
        new Prepared(
            "setsockopt",
            none ? "SO_DETACH_FILTER" : "SO_ATTACH_FILTER, lose " + words,
            () -> change(wanted, words)));
  }

  // The kernel's filter is in force from within the call on. Nothing is under way when one is
  // attached; when one is detached, what was captured before has met it.
  private Outcome change(SocketFilter filter, String words) {
    long before = Clocks.now();
    boolean attach = !filter.equals(SocketFilter.NONE);
    if (attach) {
      inForce(new Epoch(before, filter, words));
    }
    Outcome outcome = actor.sockets().filter(actor.descriptor(), filter);
    if (!attach) {
      inForce(new Epoch(Clocks.now(), filter, words));
    } else if (!outcome.succeeded()) {
      inForce(new Epoch(before, SocketFilter.NONE, words));
    }
    return outcome;
  }

  private synchronized void inForce(Epoch epoch) {
    epochs.add(epoch);
  }
}
