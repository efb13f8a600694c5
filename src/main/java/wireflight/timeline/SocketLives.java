package wireflight.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Discarded;
import wireflight.trace.Event;
import wireflight.trace.KernelSample;
import wireflight.trace.LessonStep;
import wireflight.trace.Note;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;

/**
 * Tells the sockets of a recording apart: which socket each call and each sample is about.
 *
 * <p>A name alone does not tell, because a lesson may open, close and open again under one name; a
 * new {@code socket} call or an address that contradicts what is known begins a new socket.
 */
final class SocketLives {
  private static final Set<String> TARGETED = Set.of("connect", "sendto", "send");

  private final List<SocketLife> lives = new ArrayList<>();
  private final Map<Key, SocketLife> current = new HashMap<>();
  private final Map<Long, SocketLife> ofCall = new HashMap<>();

  /** The rows of accepts whose new socket has not yet appeared, by its key. */
  private final Map<Key, Integer> accepts = new HashMap<>();

  private @Nullable SocketLife[] ofRow = {};

  /** What a socket is called, and where. */
  private record Key(String device, int process, String actor) {
    Key(SocketName name) {
      this(name.device(), name.process(), name.actor());
    }
  }

  /** Reads every event of a trace. */
  SocketLives(Trace trace) {
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row)) {
        put(row, trace.event(row), trace.size());
      }
    }
  }

  /** In the order in which they appear. */
  List<SocketLife> all() {
    return lives;
  }

  /** The socket that a row is about; null for packets and for events about none. */
  @Nullable SocketLife of(int row) {
    return row < ofRow.length ? ofRow[row] : null;
  }

  private void put(int row, Event event, int rows) {
    SocketLife life =
        switch (event) {
          case CallEntered call -> entered(row, call);
          case CallReturned call -> returned(row, call);
          case KernelSample sample -> named(row, sample.socket());
          case Discarded discarded -> null;
          case LessonStep step -> null;
          case WireVerdict verdict -> null;
          case Note note -> null;
        };
    if (life != null) {
      if (ofRow.length == 0) {
        ofRow = Arrays.copyOf(ofRow, rows);
      }
      ofRow[row] = life;
    }
  }

  private SocketLife entered(int row, CallEntered call) {
    SocketLife life =
        call.name().equals("socket") ? open(row, call.socket()) : named(row, call.socket());
    ofCall.put(call.call(), life);
    life.listening |= call.name().equals("listen") || call.name().equals("accept");
    if (TARGETED.contains(call.name())) {
      Endpoint target = target(call);
      if (target != null) {
        life.target = target;
        life.targetEntered = row;
        life.targetReturned = -1;
      }
    }
    return life;
  }

  private static @Nullable Endpoint target(CallEntered call) {
    String arguments = call.arguments();
    String last = arguments.substring(arguments.lastIndexOf(' ') + 1);
    return SocketAddresses.parse(last)
        .or(() -> SocketAddresses.parse(call.socket().foreign()))
        .orElse(null);
  }

  private SocketLife returned(int row, CallReturned call) {
    SocketLife life = ofCall.remove(call.call());
    if (life == null) {
      return named(row, call.socket());
    }
    life.learn(call.socket(), row);
    if (call.name().equals("listen") && call.succeeded()) {
      life.listeningRow = row;
    }
    if (call.name().equals("accept") && call.succeeded()) {
      SocketName listener = call.socket();
      accepts.put(new Key(listener.device(), listener.process(), call.result()), row);
    }
    if (call.name().equals("close") && call.succeeded()) {
      life.closedRow = row;
    }
    if (TARGETED.contains(call.name())) {
      life.targetReturned = row;
    }
    return life;
  }

  private SocketLife named(int row, SocketName name) {
    SocketLife life = current.get(new Key(name));
    if (life == null || life.contradicts(name)) {
      return open(row, name);
    }
    life.learn(name, row);
    life.confirm(name);
    return life;
  }

  private SocketLife open(int row, SocketName name) {
    SocketLife life = new SocketLife(name, row);
    Integer accepted = accepts.remove(new Key(name));
    life.acceptedRow = accepted == null ? row : accepted;
    life.learn(name, row);
    lives.add(life);
    current.put(new Key(name), life);
    return life;
  }
}
