package wireflight.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wireflight.lab.SandboxSocket.Stage;
import wireflight.language.Saying;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Discarded;
import wireflight.trace.Event;
import wireflight.trace.KernelSample;
import wireflight.trace.LessonStep;
import wireflight.trace.Note;
import wireflight.trace.WireVerdict;

/**
 * What a person has done by hand in a lab, and what can be done next.
 *
 * <p>The lines are those of a lesson, and understood as there. How far each socket has come is not
 * guessed from them but read from the recording, where every call stands with what it really gave.
 * Not safe for use by several threads.
 */
public final class Sandbox {
  private static final String WHERE = "the call";
  private static final String FENCE = "```";

  private final Bounds bounds;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, SandboxSocket> sockets = new LinkedHashMap<>();

  /** A sandbox in which nothing was done. */
  public Sandbox() {
    this(Bounds.USUAL);
  }

  Sandbox(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Finds out whether a line can be made now; nothing is done with it.
   *
   * @throws LessonError with what is wrong with it and the nearest thing that would be right
   */
  public void check(String line) throws LessonError {
    LineParser parser = new LineParser(WHERE, bounds);
    for (String earlier : lines) {
      parser.parse(0, earlier);
    }
    Call call = parser.parse(0, line);
    if (call instanceof Call.OnSocket onSocket) {
      SandboxSocket socket = sockets.get(onSocket.actor());
      if (socket != null && !socket.busy().isEmpty()) {
        throw new LessonError(
            WHERE, 0, 0, Saying.of(Sandbox.class, "busy", socket.name(), socket.busy()));
      }
      if (socket != null && socket.stage() == Stage.CLOSED) {
        throw new LessonError(WHERE, 0, 0, Saying.of(Sandbox.class, "closed", socket.name()));
      }
    }
  }

  /** Takes down a line that was given to the lab. */
  public void made(String line) {
    lines.add(line.strip());
  }

  /** Every line that was given to the lab, in order. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Takes in what the recording says. */
  public void see(Event event) {
    switch (event) {
      case CallEntered entered -> {
        SandboxSocket known = sockets.get(entered.socket().actor());
        if (known != null) {
          sockets.put(known.name(), known.busyIn(entered.name()));
        }
      }
      case CallReturned returned -> returned(returned);
      case Discarded _, KernelSample _, LessonStep _, WireVerdict _, Note _ -> {}
    }
  }

  private void returned(CallReturned call) {
    String name = call.socket().actor();
    SandboxSocket before =
        sockets.getOrDefault(
            name,
            new SandboxSocket(
                name,
                kind(call.socket().transport(), call.arguments(), call.socket().local()),
                Stage.NEW,
                "",
                "",
                ""));
    if (call.name().equals("socket") && !call.succeeded()) {
      return;
    }
    SandboxSocket after =
        before
            .busyIn("")
            .named(call.socket().local(), call.socket().foreign())
            .in(stage(before, call));
    sockets.put(name, after);
    if (call.name().equals("accept") && call.succeeded()) {
      sockets.put(
          call.result(),
          new SandboxSocket(call.result(), before.kind(), Stage.CONNECTED, before.local(), "", ""));
    }
  }

  private static Stage stage(SandboxSocket socket, CallReturned call) {
    Stage stage = socket.stage();
    if (!call.succeeded()) {
      boolean gone =
          socket.kind().stream()
              && (call.errno().equals("ECONNRESET")
                  || call.errno().equals("EPIPE")
                  || call.errno().equals("ETIMEDOUT"));
      return gone ? Stage.BROKEN : stage;
    }
    return switch (call.name()) {
      case "bind" -> Stage.BOUND;
      case "listen" -> Stage.LISTENING;
      case "connect" -> Stage.CONNECTED;
      case "shutdown" ->
          call.arguments().equals(Call.Direction.READ.symbol()) ? stage : Stage.WRITING_ENDED;
      // Sending gives a datagram socket an address of its own, so it can receive from now on.
      case "sendto" -> stage == Stage.NEW ? Stage.BOUND : stage;
      case "close" -> Stage.CLOSED;
      default -> stage;
    };
  }

  private static SocketKind kind(String transport, String arguments, String local) {
    boolean ipv6 = arguments.contains("AF_INET6") || local.startsWith("[");
    for (SocketKind kind : SocketKind.values()) {
      if (kind.transport().equals(transport) && kind.ipv6() == ipv6) {
        return kind;
      }
    }
    return SocketKind.TCP;
  }

  /** The sockets in the order in which they came to be, the closed ones too. */
  public List<SandboxSocket> sockets() {
    return List.copyOf(sockets.values());
  }

  /** The calls that can be made on a socket now, the most usual first; none while it is busy. */
  public List<Offer> offers(SandboxSocket socket) {
    return Offers.on(socket, sockets.values());
  }

  /**
   * The lines that make a new socket for one side, the most usual kind first.
   *
   * @param device the number of the device on the wire that it shall be on; 0 for the loopback
   */
  public List<Offer> creations(String side, int device) {
    String name = freeName(side, sockets.values());
    String where = device == 0 ? "" : " on device " + device;
    return Stream.of("tcp", "udp", "tcp6", "udp6")
        .map(kind -> new Offer("socket", name + " = socket " + kind + where))
        .toList();
  }

  /** Whether what was done so far is on the wire; empty while both are still possible. */
  public Optional<Boolean> onWire() {
    return lines.stream()
        .filter(line -> line.startsWith("wire ") || line.contains("= socket "))
        .findFirst()
        .map(line -> line.startsWith("wire ") || line.contains(" on device "));
  }

  static String freeName(String wanted, Collection<SandboxSocket> taken) {
    List<String> names = taken.stream().map(SandboxSocket::name).toList();
    String name = wanted;
    for (int number = 2; names.contains(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** What was done, as a lesson that does it again. */
  public String lesson(String title) {
    return "# "
        + title.strip().replaceAll("\\s+", " ")
        + "\n\nEach line is a call of the sockets API, in the order in which it was made.\n\n"
        + FENCE
        + "sockets\n"
        + String.join("\n", lines)
        + "\n"
        + FENCE
        + "\n";
  }
}
