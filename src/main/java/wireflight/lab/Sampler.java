package wireflight.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.trace.KernelSample;
import wireflight.trace.OrderedWriter;
import wireflight.trace.SocketName;

/**
 * Tells what the kernel says of TCP sockets, whenever it says something new: of open ones all that
 * TCP_INFO has, of closed connections the state that they are still in. One thread uses it.
 */
final class Sampler {
  private static final String CLOSED = "CLOSED";

  private final OrderedWriter rows;
  private final Map<Actor, Actor.Look> latest = new HashMap<>();

  Sampler(OrderedWriter rows) {
    this.rows = rows;
  }

  /** Looks at a socket. */
  void sample(Actor actor) {
    if (!actor.kind().transport().equals("tcp")) {
      return;
    }
    try (OrderedWriter.Hold before = rows.hold()) {
      ask(actor, before.time());
    }
  }

  private void ask(Actor actor, long before) {
    Optional<Actor.Look> look = actor.isOpen() ? lookAt(actor) : afterClose(actor);
    long after = Clocks.now();
    if (look.isEmpty() || look.get().info().equals(latestOf(actor))) {
      return;
    }
    Actor.Look seen = named(actor, look.get());
    latest.put(actor, seen);
    TcpInfo now = seen.info();
    rows.add(
        new KernelSample(
            before,
            after,
            seen.names(),
            now.state(),
            now.congestionWindow(),
            now.slowStartThreshold(),
            now.roundTripMicros(),
            now.retransmitTimeoutMicros(),
            now.unacknowledged(),
            now.retransmits()));
  }

  /**
   * With the names of the connection that has ended: the kernel takes them away with it, and
   * whoever reads the sample asks what became of that connection.
   */
  private Actor.Look named(Actor actor, Actor.Look now) {
    Actor.Look before = latest.get(actor);
    boolean ended = now.info().state().equals(CLOSED) && now.names().foreign().isEmpty();
    return ended && before != null && !before.names().foreign().isEmpty()
        ? new Actor.Look(before.names(), now.info())
        : now;
  }

  private @Nullable TcpInfo latestOf(Actor actor) {
    Actor.Look look = latest.get(actor);
    return look == null ? null : look.info();
  }

  // The names are asked for only where something is new: three system calls instead of one.
  private Optional<Actor.Look> lookAt(Actor actor) {
    Optional<TcpInfo> first = actor.tcpInfo();
    return first.isEmpty() || first.get().equals(latestOf(actor)) ? Optional.empty() : actor.look();
  }

  // A connection goes on after close: its FIN is still to be acknowledged, or it is in TIME-WAIT
  // (RFC 9293, section 3.6).
  private Optional<Actor.Look> afterClose(Actor actor) {
    TcpInfo before = latestOf(actor);
    if (before == null || before.state().equals(CLOSED)) {
      return Optional.empty();
    }
    SocketName names = actor.names();
    Optional<String> state = names.foreign().isEmpty() ? Optional.of(CLOSED) : actor.state();
    return state.map(it -> new Actor.Look(names, TcpInfo.stateOnly(it)));
  }

  /** Whether nothing that was sent still waited to be acknowledged at the last look. */
  boolean quiet() {
    return latest.values().stream().map(Actor.Look::info).noneMatch(TcpInfo::awaitsAcknowledgment);
  }
}
