package wireflight.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wireflight.trace.Event;
import wireflight.trace.KernelSample;

/**
 * Tells what the kernel says of TCP sockets, whenever it says something new. One thread uses it.
 */
final class Sampler {
  private final Consumer<Event> events;
  private final Map<Actor, TcpInfo> latest = new HashMap<>();

  Sampler(Consumer<Event> events) {
    this.events = events;
  }

  /** Looks at a socket. */
  void sample(Actor actor) {
    long before = Clocks.now();
    Optional<TcpInfo> info = actor.tcpInfo();
    long after = Clocks.now();
    if (info.isEmpty() || info.get().equals(latest.put(actor, info.get()))) {
      return;
    }
    TcpInfo now = info.get();
    events.accept(
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
}
