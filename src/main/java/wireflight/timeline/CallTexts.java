package wireflight.timeline;

import java.util.Optional;
import java.util.Set;
import wireflight.connection.Endpoint;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;

/** How calls are written beside a lifeline. */
final class CallTexts {
  private static final Set<String> WAITS = Set.of("connect", "accept", "recv", "recvfrom");

  /** So long no scheduler keeps a call from returning that need not wait for the other end. */
  private static final long HELD_UP_NANOS = 50_000_000;

  /** What the arguments of a call begin with that makes a socket lose packets. */
  static final String FILTER = "SO_ATTACH_FILTER, ";

  private CallTexts() {}

  /**
   * The call as a person would write it.
   *
   * @param life the socket it is made on
   * @param named whether to say the socket's name, since the lifeline bears another
   */
  static String text(CallEntered call, SocketLife life, boolean named) {
    String text = call.name() + "(" + arguments(call, life) + ")";
    return named ? life.actor + "." + text : text;
  }

  // The head of the lifeline already shows the address; only the port is worth repeating.
  private static String arguments(CallEntered call, SocketLife life) {
    Optional<Endpoint> address = SocketAddresses.parse(call.arguments());
    boolean own =
        call.name().equals("bind")
            && life.local != null
            && address.isPresent()
            && address.get().address().equals(life.local.address());
    if (own) {
      return ":" + address.get().port();
    }
    // What is lost matters more than the option's name.
    return call.arguments().startsWith(FILTER)
        ? call.arguments().substring(FILTER.length())
        : call.arguments();
  }

  /** What the call gave, in a few characters; empty where it only worked. */
  static String outcome(CallReturned call, Words words) {
    if (!call.succeeded()) {
      return call.errno();
    }
    return switch (call.name()) {
      case "accept" -> call.result().isEmpty() ? "" : "→ " + call.result();
      case "recv", "recvfrom" -> taken(call, words);
      default -> "";
    };
  }

  private static String taken(CallReturned call, Words words) {
    if (call.result().equals("0") && call.name().equals("recv")) {
      return call.socket().transport().equals("sctp") ? "→ 0 (SHUTDOWN)" : "→ 0 (FIN)";
    }
    boolean quotable = !call.data().isEmpty() && call.data().length() <= 24;
    if (quotable) {
      return "→ " + Words.quoted(call.data());
    }
    return call.result().isEmpty() ? "" : "→ " + words.bytes(call.result());
  }

  /**
   * Whether the caller had to wait.
   *
   * @param nanos how long the call took
   */
  static boolean blocked(String name, long nanos) {
    return WAITS.contains(name) || nanos >= HELD_UP_NANOS;
  }
}
