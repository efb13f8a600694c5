package wireflight.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Actor, TcpInfo> latest = new HashMap<>();

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
    Optional<TcpInfo> info = actor.isOpen() ? actor.tcpInfo() : afterClose(actor);
    long after = Clocks.now();
    if (info.isEmpty() || info.get().equals(latest.put(actor, info.get()))) {
      return;
    }
    TcpInfo now = info.get();
    if (actor.names().foreign().isEmpty()) {
      actor.refresh(); // a connect under way has given it an address already
    }
    rows.add(
        new KernelSample(
            before,
            after,
            actor.names(),
            now.state(),
            now.congestionWindow(),
            now.slowStartThreshold(),
            now.roundTripMicros(),
            now.retransmitTimeoutMicros(),
            now.unacknowledged(),
            now.retransmits()));
  }

  // A connection goes on after close: its FIN is still to be acknowledged, or it is in TIME-WAIT
  // (RFC 9293, section 3.6).
  private Optional<TcpInfo> afterClose(Actor actor) {
    TcpInfo before = latest.get(actor);
    if (before == null || before.state().equals(CLOSED)) {
      return Optional.empty();
    }
    SocketName names = actor.names();
    if (names.foreign().isEmpty()) {
      return Optional.of(TcpInfo.stateOnly(CLOSED));
    }
    return actor.state().map(TcpInfo::stateOnly);
  }

  /** Whether nothing that was sent still waited to be acknowledged at the last look. */
  boolean quiet() {
    return latest.values().stream().noneMatch(TcpInfo::awaitsAcknowledgment);
  }
}
