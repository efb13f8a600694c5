package wireflight.lab;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.OrderedWriter;

/**
 * Makes calls, each on its actor's thread, and tells of every one when it is entered and when it
 * returns. Any thread may use it.
 */
final class CallMaker {
  private final int process;
  private final Stillness stillness;
  private final OrderedWriter rows;
  private final Actors actors;
  private final Unfinished unfinished;
  private final AtomicLong lastCall = new AtomicLong();

  /**
   * For one lab.
   *
   * @param process the identifier of the process that makes the calls
   * @param rows takes what is told
   * @param actors is given the sockets that {@code accept} gives
   * @param unfinished has the lines that are not done
   */
  CallMaker(
      int process, Stillness stillness, OrderedWriter rows, Actors actors, Unfinished unfinished) {
    this.process = process;
    this.stillness = stillness;
    this.rows = rows;
    this.actors = actors;
    this.unfinished = unfinished;
  }

  /**
   * Hands the calls of one line to their actor's thread and returns at once.
   *
   * @param accepted the name of the socket that {@code accept} will give, where it is among them
   */
  void submit(Actor actor, List<SystemCalls.Prepared> prepared, @Nullable String accepted) {
    Pending line = new Pending(actor, accepted);
    unfinished.add(line);
    actor.submit(
        () -> {
          for (SystemCalls.Prepared call : prepared) {
            make(line, call);
          }
          unfinished.remove(line);
        });
  }

  /** Makes a call of no line, on this thread. */
  void make(Actor actor, SystemCalls.Prepared call) {
    make(new Pending(actor, null), call);
  }

  private void make(Pending line, SystemCalls.Prepared call) {
    Actor actor = line.actor();
    long number = lastCall.incrementAndGet();
    long thread = stillness.thread();
    try (OrderedWriter.Hold now = rows.hold()) {
      rows.add(new CallEntered(now.time(), number, actor.names(), call.name(), call.arguments()));
    }
    line.enters(call.name(), thread);
    Outcome outcome = call.make().get();
    try (OrderedWriter.Hold now = rows.hold()) {
      line.returned();
      returned(line, call, number, outcome, now.time());
    }
  }

  private void returned(
      Pending line, SystemCalls.Prepared call, long number, Outcome outcome, long time) {
    Actor actor = line.actor();
    if (call.name().equals("socket") && outcome.succeeded()) {
      actor.opened(outcome.value());
    }
    actor.refresh();
    String accepted = line.accepted();
    String result =
        accepted == null ? result(call.name(), outcome) : accept(actor, accepted, outcome);
    rows.add(
        new CallReturned(
            time,
            number,
            actor.names(),
            call.name(),
            call.arguments(),
            result,
            outcome.data(),
            outcome.errno()));
  }

  private String accept(Actor server, String name, Outcome outcome) {
    if (!outcome.succeeded()) {
      return "";
    }
    Actor peer =
        new Actor(name, server.kind(), server.sockets(), server.residence(), process, () -> {});
    peer.opened(outcome.value());
    actors.add(peer);
    return name;
  }

  private static String result(String call, Outcome outcome) {
    boolean counts = call.startsWith("send") || call.startsWith("recv");
    if (!outcome.succeeded() || !counts) {
      return "";
    }
    return outcome.value() + (outcome.from().isEmpty() ? "" : " from " + outcome.from());
  }
}
