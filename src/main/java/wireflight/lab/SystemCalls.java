package wireflight.lab;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a lesson means as calls of the sockets API: mostly one, with what keeps the socket
 * away from other machines where the loopback is not the lesson's own.
 */
final class SystemCalls {
  /**
   * One call, not yet made.
   *
   * @param name as in the sockets API
   * @param arguments as a person would write them
   * @param make makes it; blocks as long as it does
   */
  record Prepared(String name, String arguments, Supplier<Outcome> make) {}

  private final Place place;
  private final Losses losses;
  private final Function<String, @Nullable Actor> actors;

  /**
   * For one lab.
   *
   * @param actors gives an actor by its name; null where there is none
   */
  SystemCalls(Place place, Losses losses, Function<String, @Nullable Actor> actors) {
    this.place = place;
    this.losses = losses;
    this.actors = actors;
  }

  /** The calls that make a socket. */
  List<Prepared> opening(Actor actor) {
    SocketKind kind = actor.kind();
    Sockets sockets = actor.sockets();
    List<Prepared> calls = new ArrayList<>();
    calls.add(new Prepared("socket", kind.arguments(), () -> sockets.socket(kind)));
    if (isShared(actor)) {
      calls.add(
          new Prepared(
              "setsockopt",
              "SO_BINDTODEVICE, \"lo\"",
              () -> sockets.confineToLoopback(actor.descriptor())));
    }
    return calls;
  }

  /** The calls that a line means. */
  List<Prepared> of(Actor actor, Call.OnSocket call) throws Refused {
    Sockets sockets = actor.sockets();
    return switch (call) {
      case Call.Bind bind -> binding(actor, bind.address());
      case Call.Listen listen -> {
        // listen(2) binds an unbound socket to every address of the machine.
        refuseUnbound(actor, "listen");
        yield one(
            "listen",
            String.valueOf(listen.backlog()),
            () -> sockets.listen(actor.descriptor(), listen.backlog()));
      }
      case Call.Accept _ -> one("accept", "", () -> sockets.accept(actor.descriptor()));
      case Call.Connect connect -> {
        InetSocketAddress address = address(connect.target(), actor);
        yield one(
            "connect",
            SocketAddresses.text(address),
            () -> sockets.connect(actor.descriptor(), address));
      }
      case Call.Send send ->
          send.payloads().stream()
              .map(Payload::bytes)
              .map(
                  data ->
                      new Prepared(
                          "send", quoted(data), () -> sockets.send(actor.descriptor(), data)))
              .toList();
      case Call.Recv recv ->
          one(
              "recv",
              recv.size() + (recv.all() ? ", MSG_WAITALL" : ""),
              () -> sockets.recv(actor.descriptor(), recv.size(), recv.all()));
      case Call.SendTo sendTo -> {
        // sendto(2) binds an unbound socket to every address of the machine.
        refuseUnbound(actor, "sendto");
        byte[] data = sendTo.payload().bytes();
        InetSocketAddress address = address(sendTo.target(), actor);
        Prepared send =
            new Prepared(
                "sendto",
                quoted(data) + ", " + SocketAddresses.text(address),
                () -> sockets.sendto(actor.descriptor(), data, address));
        // Without it the kernel looks for a route to the group, and the loopback is on none.
        yield address.getAddress().isMulticastAddress()
            ? List.of(
                new Prepared(
                    "setsockopt",
                    "IP_MULTICAST_IF, 127.0.0.1",
                    () -> sockets.multicastByLoopback(actor.descriptor())),
                send)
            : List.of(send);
      }
      case Call.RecvFrom recvFrom ->
          one(
              "recvfrom",
              String.valueOf(recvFrom.size()),
              () -> sockets.recvfrom(actor.descriptor(), recvFrom.size()));
      case Call.Membership of ->
          one(
              "setsockopt",
              (of.join() ? "IP_ADD_MEMBERSHIP, " : "IP_DROP_MEMBERSHIP, ")
                  + of.group().getHostAddress()
                  + " on 127.0.0.1",
              () -> sockets.membership(actor.descriptor(), of.group(), of.join()));
      case Call.Shutdown shutdown ->
          one(
              "shutdown",
              shutdown.direction().symbol(),
              () -> sockets.shutdown(actor.descriptor(), shutdown.direction()));
      case Call.Close _ -> {
        List<Prepared> calls = new ArrayList<>(losses.beforeClose(actor));
        calls.add(new Prepared("close", "", actor::close));
        yield calls;
      }
      case Call.Lose lose ->
          lose.loss().isPresent() ? losses.order(actor, lose.loss().get()) : losses.nothing(actor);
      case Call.SetOption set -> List.of(option(actor, set.option(), set.value()));
    };
  }

  private List<Prepared> binding(Actor actor, Address wanted) throws Refused {
    if (wanted.everywhere() && isShared(actor)) {
      throw new Refused("boundHere");
    }
    InetSocketAddress address = place.resolve(wanted, actor.kind(), actor.residence());
    Prepared bind =
        new Prepared(
            "bind",
            SocketAddresses.text(address),
            () -> actor.sockets().bind(actor.descriptor(), address));
    // In a network that other runs use too, an earlier connection may be in TIME-WAIT.
    return !isShared(actor) || !actor.kind().stream()
        ? List.of(bind)
        : List.of(option(actor, SocketOption.REUSEADDR, 1), bind);
  }

  private Prepared option(Actor actor, SocketOption option, int value) {
    String text = option == SocketOption.LINGER && value < 0 ? "off" : String.valueOf(value);
    return new Prepared(
        "setsockopt",
        option.symbol() + ", " + text,
        () -> actor.sockets().setOption(actor.descriptor(), option, value));
  }

  private InetSocketAddress address(Target target, Actor caller) throws Refused {
    return switch (target) {
      case Target.At at -> place.resolve(at.address(), caller.kind(), caller.residence().other());
      case Target.Socket socket -> {
        Actor other = actors.apply(socket.actor());
        String local = other == null ? "" : other.names().local();
        if (other == null || local.isEmpty()) {
          throw new Refused("unbound", socket.actor());
        }
        yield Place.reach(local, other.residence());
      }
    };
  }

  /** Whether others than the lesson are on the socket's network. */
  private boolean isShared(Actor actor) {
    return !place.ownNetwork() && !actor.residence().onWire();
  }

  private void refuseUnbound(Actor actor, String call) throws Refused {
    if (isShared(actor) && actor.names().local().isEmpty() && actor.descriptor() >= 0) {
      throw new Refused("bindBefore", call);
    }
  }

  private static List<Prepared> one(String name, String arguments, Supplier<Outcome> make) {
    return List.of(new Prepared(name, arguments, make));
  }

  private static String quoted(byte[] data) {
    return "\"" + Words.quote(data, Outcome.EXCERPT) + "\", " + data.length;
  }
}
